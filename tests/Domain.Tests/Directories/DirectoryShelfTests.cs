using OneVisit.Domain.Directories;
using OneVisit.Domain.Versions;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>Which edition is in force, whatever becomes of what is kept.</summary>
public sealed class DirectoryShelfTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly Clock clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8)));
    private readonly KeptEditions kept = new();
    private readonly DirectoryShelf shelf;

    public DirectoryShelfTests() => shelf = new(kept, clock);

    [Fact]
    public async Task A_city_without_a_directory_has_the_places_of_its_catalogue_alone()
    {
        await shelf.RefreshAsync(default);

        Assert.Same(SmallDirectory.Places, shelf.Places.Over(SmallDirectory.Places));
    }

    [Fact]
    public async Task Places_come_with_the_first_day_of_their_edition()
    {
        kept.Hold(new SmallDirectory().Edition(), Today.AddDays(1));
        await shelf.RefreshAsync(default);
        var before = shelf.Places.Villages.Length;

        clock.Now = clock.Now.AddDays(1);

        Assert.Equal((0, 2), (before, shelf.Places.Villages.Length));
    }

    [Fact]
    public async Task Places_are_the_same_object_until_something_turns()
    {
        kept.Hold(new SmallDirectory().Edition(), Today);
        await shelf.RefreshAsync(default);
        var today = shelf.Places;
        clock.Now = clock.Now.AddDays(1);
        var tomorrow = shelf.Places;

        clock.Now = new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.FromHours(8));

        Assert.Same(today, tomorrow);
        Assert.Equal("370982103201", shelf.Places.Over(SmallDirectory.Places).Today("370982103202")?.Code);
    }

    [Fact]
    public async Task While_storage_is_away_the_last_good_edition_stays()
    {
        kept.Hold(new SmallDirectory().Edition(), Today);
        await shelf.RefreshAsync(default);

        kept.IsAway = true;
        await Assert.ThrowsAsync<IOException>(() => shelf.RefreshAsync(default));

        Assert.Equal(2, shelf.InForce.Villages.Length);
    }

    [Fact]
    public async Task An_edition_whose_bytes_were_changed_leaves_the_last_good_one_in_force_and_is_told()
    {
        kept.Hold(new SmallDirectory().Edition(), Today);
        kept.Hold(DirectoryEdition.Empty, Today);
        kept.Spoil(DirectoryEdition.Empty);

        await shelf.RefreshAsync(default);

        Assert.Equal(2, shelf.InForce.Villages.Length);
        Assert.EndsWith(": Altered", shelf.State.Wrong());
    }

    [Fact]
    public async Task Going_back_to_an_earlier_edition_is_an_activation_like_any_other()
    {
        var first = new SmallDirectory().Edition();
        kept.Hold(first, Today);
        kept.Hold(first with { Villages = [], Grids = [] }, Today);
        kept.Hold(first, Today);

        await shelf.RefreshAsync(default);

        Assert.Equal((1, 2), (shelf.State.Number, shelf.InForce.Villages.Length));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }

    /// <summary>Editions in memory.</summary>
    private sealed class KeptEditions : IDirectoryEditions
    {
        private readonly Dictionary<string, byte[]> bytes = [];
        private VersionLedger ledger = VersionLedger.Empty;

        public bool IsAway { get; set; }

        public void Hold(DirectoryEdition edition, DateOnly from)
        {
            var content = EditionBytes.Of(edition);
            var id = EditionBytes.Id(content);
            if (bytes.TryAdd(id, content)) ledger = ledger.With(new KeptVersion(ledger.Versions.Length + 1, id, "staff:a", default));
            ledger = ledger.With(new VersionActivation(id, from, "staff:a", default));
        }

        public void Spoil(DirectoryEdition edition) => bytes[EditionBytes.Id(EditionBytes.Of(edition))] = [1, 2, 3];

        public Task<VersionLedger> LedgerAsync(CancellationToken cancellation) => IsAway ? throw new IOException() : Task.FromResult(ledger);

        public Task<byte[]?> ReadAsync(string id, CancellationToken cancellation) => IsAway ? throw new IOException() : Task.FromResult(bytes.GetValueOrDefault(id));
    }
}
