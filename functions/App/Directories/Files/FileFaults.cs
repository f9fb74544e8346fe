using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>What is found wrong while a file is read, up to a number that nobody would read to the end.</summary>
internal sealed class FileFaults
{
    private readonly ImmutableArray<DirectoryFault>.Builder found = ImmutableArray.CreateBuilder<DirectoryFault>();

    public bool Any => found.Count > 0;

    public void Add(DirectoryFaultKind kind, string sheet = "", int row = 0, string column = "", params ImmutableArray<string> arguments)
    {
        if (found.Count < FileBounds.MostFaults)
            found.Add(new(kind, Shown(sheet), row, Shown(column), arguments));
    }

    public ImmutableArray<DirectoryFault> All() => found.ToImmutable();

    // A name out of a foreign file is shown on a page and in a terminal.
    private static string Shown(string name) => new([.. name.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);
}
