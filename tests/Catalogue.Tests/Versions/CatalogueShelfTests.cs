using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;
using OneVisit.Support;

namespace OneVisit.Catalogue.Tests.Versions;

/// <summary>Which catalogue is in force, whatever becomes of what is kept.</summary>
public sealed class CatalogueShelfTests
{
    private static readonly byte[] BuiltIn = CataloguePackage.BuiltIn().ToZip();
    private static readonly byte[] Dearer = AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: 800");
    private static readonly byte[] Dearest = AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: 900");
    private static readonly DateOnly Tomorrow = new(2026, 11, 25);

    private readonly MovableClock clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8)));
    private readonly KeptVersions kept = new();
    private readonly CatalogueShelf shelf;

    public CatalogueShelfTests() => shelf = new(kept, clock);

    [Fact]
    public void Before_anybody_looked_the_catalogue_built_in_is_in_force() => Assert.Equal(730, StandardOf(shelf.InForce));

    [Fact]
    public async Task With_nothing_in_the_book_the_catalogue_built_in_is_in_force()
    {
        await shelf.RefreshAsync(default);

        Assert.Equal((true, null), (shelf.State.IsBuiltIn, shelf.State.Wrong()));
    }

    [Fact]
    public async Task A_version_is_in_force_from_the_first_moment_of_its_day_in_Beijing()
    {
        kept.Hold(Dearer, Tomorrow);
        await shelf.RefreshAsync(default);

        clock.MoveTo(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.FromHours(8)).AddTicks(-1));
        var before = StandardOf(shelf.InForce);
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((730, 800), (before, StandardOf(shelf.InForce)));
    }

    [Fact]
    public async Task Who_took_a_catalogue_keeps_it_over_midnight()
    {
        kept.Hold(Dearer, Tomorrow);
        await shelf.RefreshAsync(default);
        var taken = shelf.InForce;

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(730, StandardOf(taken));
    }

    [Fact]
    public async Task A_version_whose_bytes_were_changed_leaves_the_last_good_one_in_force()
    {
        kept.Hold(Dearer, new(2026, 11, 24));
        kept.Hold(Dearest, Tomorrow);
        kept.Alter(IdOf(Dearest), AlteredZip.With(Dearest, "parameters.yaml", "value: 900", "value: 90000"));

        await shelf.RefreshAsync(default);
        clock.Advance(TimeSpan.FromDays(1));
        await shelf.RefreshAsync(default);

        Assert.Equal(800, StandardOf(shelf.InForce));
        Assert.Contains($"{IdOf(Dearest)}: *:0: Altered", shelf.State.Wrong());
    }

    [Fact]
    public async Task A_version_with_mistakes_is_named_with_file_and_line_and_never_in_force()
    {
        var broken = AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: viel");
        kept.Hold(broken, new(2026, 11, 24));

        await shelf.RefreshAsync(default);

        Assert.Equal(730, StandardOf(shelf.InForce));
        Assert.Contains("parameters.yaml:4: WrongValue: value: viel", shelf.State.Wrong());
    }

    [Fact]
    public async Task A_version_that_is_mended_comes_into_force()
    {
        kept.Hold(Dearer, new(2026, 11, 24));
        kept.Alter(IdOf(Dearer), [1, 2, 3]);
        await shelf.RefreshAsync(default);
        var broken = StandardOf(shelf.InForce);

        kept.Alter(IdOf(Dearer), Dearer);
        await shelf.RefreshAsync(default);

        Assert.Equal((730, 800, null), (broken, StandardOf(shelf.InForce), shelf.State.Wrong()));
    }

    [Fact]
    public async Task A_book_that_lost_lines_changes_nothing_and_is_told()
    {
        kept.Hold(Dearer, new(2026, 11, 24));
        await shelf.RefreshAsync(default);

        kept.Ledger = VersionLedger.Empty;
        await shelf.RefreshAsync(default);

        Assert.Equal(800, StandardOf(shelf.InForce));
        Assert.Contains("Altered", shelf.State.Wrong());
    }

    [Fact]
    public async Task An_unreadable_book_changes_nothing_and_is_told()
    {
        kept.Hold(Dearer, new(2026, 11, 24));
        await shelf.RefreshAsync(default);

        kept.Ledger = null;
        await shelf.RefreshAsync(default);

        Assert.Equal(800, StandardOf(shelf.InForce));
        Assert.Contains("Unreadable", shelf.State.Wrong());
    }

    [Fact]
    public async Task Nobody_is_bound_by_a_catalogue_that_is_only_the_default_because_the_book_cannot_be_read()
    {
        kept.Ledger = null;

        await Assert.ThrowsAsync<InvalidDataException>(() => shelf.CurrentAsync(default));
    }

    [Fact]
    public async Task A_case_finds_its_version_after_another_came_into_force()
    {
        kept.Hold(Dearer, new(2026, 11, 24));
        kept.Hold(Dearest, new(2026, 11, 24));
        await shelf.RefreshAsync(default);

        Assert.Equal((900, 800), (StandardOf(shelf.InForce), StandardOf(await shelf.PinnedAsync(IdOf(Dearer), default))));
    }

    [Fact]
    public async Task A_case_finds_its_version_although_a_stricter_program_would_not_take_it_today()
    {
        // As if this program had learnt to demand what an earlier one did not: a word is missing, the stages are there.
        var loose = AlteredZip.With(BuiltIn, "services/D1.2.yaml", "kind: delegated", "kind: delegated\nforgotten: yes");
        kept.Hold(loose, Tomorrow);

        Assert.Equal(20, (await shelf.PinnedAsync(IdOf(loose), default)).Find("D1.2")!.ProcedureOf("2022-delegated-1")!.TotalWorkingDays);
    }

    [Fact]
    public async Task A_case_whose_version_is_gone_is_not_led_by_another()
    {
        await Assert.ThrowsAsync<CatalogueFaultsException>(() => shelf.PinnedAsync("0123456789abcdef", default));
    }

    [Fact]
    public async Task What_people_say_is_learnt_from_the_version_in_force()
    {
        kept.Hold(AlteredZip.With(BuiltIn, "services/D7.1.yaml", "zh: [", "zh: [喜鹊钱, "), new(2026, 11, 24));
        await shelf.RefreshAsync(default);

        Assert.Equal("D7.1", shelf.InForce.Reception.Find("喜鹊钱").Best.Code);
    }

    [Fact]
    public async Task The_places_of_the_directory_lie_over_those_of_every_catalogue()
    {
        var directory = new DirectoryShelf(new OneEdition(), clock);
        var shelf = new CatalogueShelf(kept, clock, directory);
        kept.Hold(Dearer, new(2026, 11, 24));
        await shelf.RefreshAsync(default);
        await directory.RefreshAsync(default);

        Assert.All(
            [shelf.InForce, shelf.BuiltIn, await shelf.PinnedAsync(null, default), await shelf.PinnedAsync(IdOf(Dearer), default)],
            city => Assert.Equal(("史家新村", "东柳村", null), (city.Places.Village("370982103201")?.Name.Zh, city.Places.Village("370982103202")?.Name.Zh, city.OwnPlaces.Village("370982103299"))));
        Assert.Equal("370982103201", shelf.InForce.Places.Find("史家庄").Single().Code);
    }

    [Fact]
    public async Task Whoever_binds_somebody_knows_the_directory_although_nobody_has_looked_before()
    {
        var shelf = new CatalogueShelf(kept, clock, new DirectoryShelf(new OneEdition(), clock));

        Assert.Equal("史家新村", (await shelf.CurrentAsync(default)).Places.Village("370982103201")?.Name.Zh);
    }

    [Fact]
    public async Task A_catalogue_with_places_is_one_object_until_the_directory_changes()
    {
        var directory = new DirectoryShelf(new OneEdition(), clock);
        var shelf = new CatalogueShelf(kept, clock, directory);
        var before = shelf.InForce;
        await directory.RefreshAsync(default);

        Assert.NotSame(before, shelf.InForce);
        Assert.Same(shelf.InForce, shelf.InForce);
        Assert.Same(before.Reception, shelf.InForce.Reception);
    }

    private static string IdOf(byte[] zip) => CataloguePackage.OfZip(zip).Version;

    private static decimal? StandardOf(CityCatalogue catalogue) => catalogue.ParametersOn(new DateOnly(2026, 11, 24)).StandardRural?.Value.Yuan;

    /// <summary>Versions in memory.</summary>
    private sealed class KeptVersions : ICatalogueVersions
    {
        private readonly Dictionary<string, byte[]> bytes = [];

        /// <summary><c>null</c>: not to be read.</summary>
        public VersionLedger? Ledger { get; set; } = VersionLedger.Empty;

        public void Hold(byte[] zip, DateOnly from)
        {
            var id = IdOf(zip);
            bytes[id] = zip;
            Ledger = Ledger!.With(new KeptVersion(Ledger.Versions.Length + 1, id, "staff:a", default)).With(new VersionActivation(id, from, "staff:a", default));
        }

        public void Alter(string id, byte[] zip) => bytes[id] = zip;

        public Task<VersionLedger> LedgerAsync(CancellationToken cancellation) => Task.FromResult(Ledger ?? throw new InvalidDataException());

        public Task<byte[]?> ReadAsync(string id, CancellationToken cancellation) => Task.FromResult(bytes.GetValueOrDefault(id));
    }

    /// <summary>A directory in which 史家庄 has another name.</summary>
    private sealed class OneEdition : IDirectoryEditions
    {
        private static readonly byte[] Bytes = EditionBytes.Of(DirectoryEdition.Empty with
        {
            Villages = [new("370982103201", new("史家新村", "Shijia New Village"), ["史家庄村"], new(2020, 1, 1))],
        });

        public Task<VersionLedger> LedgerAsync(CancellationToken cancellation) => Task.FromResult(VersionLedger.Empty
            .With(new KeptVersion(1, EditionBytes.Id(Bytes), "staff:a", default)).With(new VersionActivation(EditionBytes.Id(Bytes), new(2020, 1, 1), "staff:a", default)));

        public Task<byte[]?> ReadAsync(string id, CancellationToken cancellation) => Task.FromResult<byte[]?>(Bytes);
    }
}
