using OneVisit.Domain.Audit;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class AnchorBookTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private AnchorBook Anchors => new(Storage);

    [Fact]
    public async Task The_chain_goes_on_over_the_years()
    {
        AuditAnchor? last = null;
        foreach (var day in new[] { new DateOnly(2026, 12, 31), new DateOnly(2027, 6, 1), new DateOnly(2028, 1, 1) })
        {
            last = AuditAnchor.After(last, day, 1, 2, Digest(day));
            Assert.True(await Anchors.AppendAsync(last, "heads", []));
        }

        var kept = await Anchors.ListAsync();

        Assert.Equal([2026, 2027, 2028], kept.Select(anchor => anchor.Day.Year));
        Assert.Empty(AuditAnchor.Broken(kept));
    }

    [Fact]
    public async Task Of_two_who_anchor_the_same_night_the_second_is_told_however_late_it_comes()
    {
        var (first, second) = (AuditAnchor.After(null, new(2026, 11, 27), 1, 2, Digest(new(2026, 11, 27))), AuditAnchor.After(null, new(2026, 11, 27), 1, 3, Digest(new(2026, 11, 28))));

        Assert.True(await Anchors.AppendAsync(first, "heads", []));
        Assert.False(await Anchors.AppendAsync(second, "other heads", []));
        Assert.Equal(first, Assert.Single(await Anchors.ListAsync()));
    }

    [Theory]
    [InlineData("x y 1 hash\n")]
    [InlineData("x one hash\n")]
    [InlineData("x 99999999999 hash\n")]
    [InlineData("x 1 hash\nx 2 hash\n")]
    public async Task A_list_of_heads_that_cannot_be_read_is_as_one_that_is_not_there(string list)
    {
        var anchor = AuditAnchor.After(null, new(2026, 11, 27), 1, 2, JournalHeads.DigestOf(list));
        await Anchors.AppendAsync(anchor, list, []);

        Assert.Null(await Anchors.HeadsAsync(anchor));
    }

    private static string Digest(DateOnly day) => JournalHeads.DigestOf(day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
