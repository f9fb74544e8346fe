using OneVisit.Catalogue;
using OneVisit.Storage;

namespace OneVisit.Functions.Catalogues;

/// <summary>
/// Keeps the catalogue that came with this program among the versions. Cases that go by it find it there when a later program brings another.
/// </summary>
public sealed class BuiltInCatalogue(CatalogueStore store, TimeProvider clock)
{
    public const string By = "system";

    private const int Patience = 5;

    private volatile bool isKept;

    /// <exception cref="InvalidDataException">The book of versions cannot be read.</exception>
    public async Task EnsureKeptAsync(CancellationToken cancellation)
    {
        if (isKept)
            return;
        var package = CataloguePackage.BuiltIn();
        for (var tries = 1; ; tries++)
        {
            // Several copies of the program start at once: who was second looks again.
            if (await store.PublishAsync(package.Version, package.ToZip(), By, clock.GetUtcNow(), note: null, cancellation) is not LedgerWrite.SomebodyWasFirst)
                break;
            if (tries == Patience)
                throw new InvalidOperationException("The book of catalogue versions is being written by others all the time.");
        }
        isKept = true;
    }
}
