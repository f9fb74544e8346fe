using System.Collections.Immutable;

namespace OneVisit.Domain.Directories;

/// <summary>What came of reading tables as a directory: all of it, or nothing and every reason why.</summary>
public abstract record DirectoryReading
{
    /// <param name="Edition">In order, see <see cref="DirectoryEdition.Ordered"/>.</param>
    /// <param name="Kept">Sheets that were not handed in: they are as in the edition before.</param>
    public sealed record Good(DirectoryEdition Edition, ImmutableArray<DirectorySheet> Kept) : DirectoryReading;

    /// <param name="Faults">The first of them, in order of sheets and rows.</param>
    /// <param name="More">How many there are beyond those.</param>
    public sealed record Faulty(ImmutableArray<DirectoryFault> Faults, int More) : DirectoryReading;

    private DirectoryReading() { }
}

/// <summary>Collects what is wrong, up to a number that nobody reads to the end.</summary>
internal sealed class FaultList
{
    /// <summary>A directory whose rows are all wrong is wrong in one way; the rest is counted.</summary>
    public const int Most = 2_000;

    private readonly ImmutableArray<DirectoryFault>.Builder found = ImmutableArray.CreateBuilder<DirectoryFault>();
    private int more;

    public bool Any => found.Count > 0;

    public void Add(DirectoryFault fault)
    {
        if (found.Count < Most)
            found.Add(fault);
        else
            more++;
    }

    /// <param name="tables">In whose order they are told.</param>
    public DirectoryReading.Faulty AsReading(DirectoryTables tables)
    {
        var order = tables.Sheets.Select((sheet, at) => (sheet.Name, at)).GroupBy(sheet => sheet.Name).ToDictionary(sheet => sheet.Key, sheet => sheet.First().at, StringComparer.Ordinal);
        return new([.. found.OrderBy(fault => order.GetValueOrDefault(fault.Sheet, -1)).ThenBy(fault => fault.Row)], more);
    }
}
