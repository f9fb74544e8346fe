using OneVisit.Domain.Versions;

namespace OneVisit.Domain.Directories;

/// <summary>Which edition of the directory is in force, and the places that it has today. Where none was ever put in force, it is empty.</summary>
public sealed class DirectoryShelf(IDirectoryEditions editions, TimeProvider clock) : VersionShelf<DirectoryEdition, string>(editions, clock)
{
    private volatile Compiled places = new(DirectoryEdition.Empty, default, DateOnly.MaxValue, DirectoryPlaces.None);

    /// <summary>The edition of today.</summary>
    public DirectoryEdition InForce => Current.Content;

    /// <summary>The same object until something changes: what others make of it may be kept beside it.</summary>
    public DirectoryPlaces Places
    {
        get
        {
            var (edition, day, there) = (InForce, Today, places);
            if (!ReferenceEquals(there.Edition, edition) || day < there.Since || day >= there.Until)
                places = there = Compile(edition, day, there);
            return there.Places;
        }
    }

    protected override string BuiltInVersion => "";

    protected override DirectoryEdition BuiltInContent => DirectoryEdition.Empty;

    /// <summary>An edition as it was handed in.</summary>
    /// <param name="id">Empty: that of before there was any.</param>
    /// <returns><c>null</c>: it is not there, or its bytes are not those that were handed in.</returns>
    public async Task<DirectoryEdition?> FindAsync(string id, CancellationToken cancellation) => (await KeptAsync(id, cancellation)).Content;

    protected override Kept Open(string version, byte[]? bytes) => bytes switch
    {
        null => new(null, ["MissingFile"]),
        _ when EditionBytes.Id(bytes) != version => new(null, ["Altered"]),
        _ => EditionBytes.Read(bytes) is { } edition ? new(edition, []) : new(null, ["Unreadable"]),
    };

    protected override string BookFault(bool isReadable) => isReadable ? "Altered" : "Unreadable";

    private static Compiled Compile(DirectoryEdition edition, DateOnly day, Compiled before)
    {
        if (ReferenceEquals(edition, DirectoryEdition.Empty))
            return new(edition, DateOnly.MinValue, DateOnly.MaxValue, DirectoryPlaces.None);
        var since = DirectoryPlaces.Since(edition, day);
        // Nothing has turned: what is known goes on for another day.
        return ReferenceEquals(before.Edition, edition) && before.Since == since
            ? before with { Until = day.AddDays(1) }
            : new(edition, since, day.AddDays(1), DirectoryPlaces.Of(edition, day));
    }

    /// <param name="Until">Exclusive.</param>
    private sealed record Compiled(DirectoryEdition Edition, DateOnly Since, DateOnly Until, DirectoryPlaces Places);
}
