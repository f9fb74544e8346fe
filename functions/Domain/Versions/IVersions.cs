namespace OneVisit.Domain.Versions;

/// <summary>Where versions of one thing are kept, for those who only read.</summary>
public interface IVersions
{
    /// <summary>The book; empty when nothing was ever handed in.</summary>
    /// <exception cref="InvalidDataException">Something lies in its place that is not the book.</exception>
    Task<VersionLedger> LedgerAsync(CancellationToken cancellation = default);

    /// <summary>The bytes of a version as they lie there, not looked at; <c>null</c>: there are none.</summary>
    Task<byte[]?> ReadAsync(string id, CancellationToken cancellation = default);
}

/// <summary>Where catalogue versions are kept.</summary>
public interface ICatalogueVersions : IVersions;

/// <summary>Where editions of the directory are kept.</summary>
public interface IDirectoryEditions : IVersions;
