using OneVisit.Catalogue;
using OneVisit.Storage;

namespace OneVisit.Functions.Catalogues;

/// <summary>
/// Keeps the catalogue that came with this program among the versions. Cases that go by it find it there when a later program brings another.
/// </summary>
public sealed class BuiltInCatalogue(CatalogueStore store, TimeProvider clock)
{
    public const string By = "system";

    private volatile bool isKept;

    /// <exception cref="InvalidDataException">The book of versions cannot be read.</exception>
    public async Task EnsureKeptAsync(CancellationToken cancellation)
    {
        if (isKept)
            return;
        var package = CataloguePackage.BuiltIn();
        if (await store.PublishAsync(package.Version, package.ToZip(), By, clock.GetUtcNow(), note: null, cancellation) is LedgerWrite.SomebodyWasFirst)
            throw new InvalidOperationException("The book of catalogue versions is being written by others all the time.");
        isKept = true;
    }
}
