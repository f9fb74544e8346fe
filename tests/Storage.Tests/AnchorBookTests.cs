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

    [Fact]
    public async Task Of_many_who_anchor_at_once_the_days_of_those_who_came_late_are_not_missed()
    {
        AuditAnchor[] anchors = [.. Enumerable.Range(0, 12).Select(i => AuditAnchor.After(null, new DateOnly(2026, 11, 1).AddDays(i), 1, 2, Digest(new(2026, 11, 27))))];

        var set = await Task.WhenAll(anchors.Select(anchor => Anchors.AppendAsync(anchor, "heads", [])));

        Assert.Equal(Assert.Single(await Anchors.ListAsync()).Day, anchors[Array.IndexOf(set, true)].Day);
        Assert.Equal((await Anchors.ListAsync()).Select(anchor => anchor.Day), (await Anchors.DaysAsync()).Order());
    }

    [Fact]
    public async Task A_list_of_a_release_before_is_read_and_its_day_is_known()
    {
        var (list, day) = ("x 1 hash\n", new DateOnly(2026, 11, 27));
        var anchor = AuditAnchor.After(null, day, 1, 2, JournalHeads.DigestOf(list));
        await Anchors.AppendAsync(anchor with { Heads = Digest(day) }, "other", []);
        await Storage.Container("audit").UploadBlobAsync($"heads/2026-11-26-{anchor.Heads[..16]}.txt", BinaryData.FromString(list));

        Assert.Equal("hash", (await Anchors.HeadsAsync(anchor with { Day = day.AddDays(-1) }))!["x"].Hash);
        Assert.Equal([day.AddDays(-1), day], (await Anchors.DaysAsync()).Order());
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
