namespace OneVisit.Domain.Catalogues;

/// <summary>Where catalogue versions are kept, for those who only read.</summary>
public interface ICatalogueVersions
{
    /// <summary>The book; empty when nothing was ever handed in.</summary>
    /// <exception cref="InvalidDataException">Something lies in its place that is not the book.</exception>
    Task<CatalogueLedger> LedgerAsync(CancellationToken cancellation = default);

    /// <summary>The bytes of a version as they lie there, not looked at; <c>null</c>: there are none.</summary>
    Task<byte[]?> ReadAsync(string id, CancellationToken cancellation = default);
}
