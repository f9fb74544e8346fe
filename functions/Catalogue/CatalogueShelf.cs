using System.Runtime.CompilerServices;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;

namespace OneVisit.Catalogue;

/// <summary>Which catalogue is in force, and every other that a case still goes by. All of them know the same places: those of the directory of today.</summary>
/// <param name="directory">Whose villages and grids are laid over those of each catalogue; <c>null</c>: each has its own only.</param>
public sealed class CatalogueShelf(ICatalogueVersions versions, TimeProvider clock, DirectoryShelf? directory = null) : VersionShelf<CityCatalogue, CatalogueFault>(versions, clock)
{
    private readonly CityCatalogue builtIn = CityCatalogue.Load();
    private volatile Overlay overlay = new(DirectoryPlaces.None);

    /// <summary>The catalogue that came with the program.</summary>
    public CityCatalogue BuiltIn => WithPlaces(builtIn);

    /// <summary>The catalogue of today. Whoever begins something takes it once and stays with it to the end.</summary>
    public CityCatalogue InForce => WithPlaces(Current.Content);

    protected override string BuiltInVersion => builtIn.Version;

    protected override CityCatalogue BuiltInContent => builtIn;

    /// <summary>As <see cref="InForce"/>, for acts that bind: never what is only the default because nobody has looked yet.</summary>
    /// <exception cref="InvalidDataException">It is not to be known what is in force.</exception>
    public async Task<CityCatalogue> CurrentAsync(CancellationToken cancellation)
    {
        if (!IsSure)
            await RefreshAsync(cancellation);
        // Whoever lives in a village that only the directory knows is not turned away because nobody has looked yet.
        if (directory is { IsSure: false })
            await directory.RefreshAsync(cancellation);
        return IsSure ? InForce : throw new InvalidDataException("It is not known which catalogue is in force: " + State.Wrong());
    }

    /// <summary>The catalogue that a case goes by: as it was handed in, whatever has become the rule since.</summary>
    /// <param name="version">As pinned in the case; <c>null</c>: the one built in.</param>
    /// <exception cref="CatalogueFaultsException">It is not there any more, or its bytes are not those that were handed in.</exception>
    public async Task<CityCatalogue> PinnedAsync(string? version, CancellationToken cancellation)
    {
        if (version is null)
            return BuiltIn;
        var kept = await KeptAsync(version, cancellation);
        return WithPlaces(kept.Content ?? throw new CatalogueFaultsException(kept.Faults));
    }

    protected override Kept Open(string version, byte[]? bytes)
    {
        if (bytes is null)
            return new(null, [new(FaultKind.MissingFile, "*", 0, version)]);
        var package = CataloguePackage.OfZip(bytes);
        if (!package.Faults.IsEmpty)
            return new(null, package.Faults);
        return package.Version == version
            ? new(CityCatalogue.Recall(package), CatalogueLinter.Check(package))
            : new(null, [new(FaultKind.Altered, "*", 0, version)]);
    }

    protected override CatalogueFault BookFault(bool isReadable) => new(isReadable ? FaultKind.Altered : FaultKind.Unreadable, "ledger", 0, "ledger");

    // Learnt beforehand what people say.
    protected override void Prepare(CityCatalogue content) => _ = content.Reception;

    // The same object for the same catalogue and places: whoever compiles something from it does so once.
    private CityCatalogue WithPlaces(CityCatalogue city)
    {
        if ((directory?.Places ?? DirectoryPlaces.None) is var places && ReferenceEquals(places, DirectoryPlaces.None))
            return city;
        if (overlay is not { } there || !ReferenceEquals(there.Places, places))
            overlay = there = new(places);
        return there.Cities.GetValue(city, plain => plain.With(places.Over(plain.Places)));
    }

    private sealed record Overlay(DirectoryPlaces Places)
    {
        public ConditionalWeakTable<CityCatalogue, CityCatalogue> Cities { get; } = [];
    }
}
