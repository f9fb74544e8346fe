using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Tests.Directories;

public sealed class PostLossesTests
{
    private static readonly DirectoryEdition Before = new SmallDirectory().Edition();

    [Fact]
    public void Nobody_loses_anything_by_the_same_directory() => Assert.Empty(Losses(new SmallDirectory()));

    [Fact]
    public void Who_is_no_longer_in_a_post_is_named_with_how_many_others_are()
    {
        var after = new SmallDirectory().With("posts", 2, "工号", "g-001");

        Assert.Equal(["shi-agent 史建国 VillageAgent village/370982103201  1"], Losses(after));
    }

    [Fact]
    public void Who_has_a_last_day_now_is_named_with_it() =>
        Assert.Equal(["shi-agent 史建国 VillageAgent village/370982103201 2026-12-31 0"], Losses(new SmallDirectory().With("posts", 2, "截止日", "2026-12-31")));

    [Fact]
    public void Who_stays_longer_loses_nothing() =>
        Assert.Empty(Losses(new SmallDirectory().With("posts", 3, "截止日", "2027-12-31").With("posts", 5, "起始日", "2028-01-01")));

    private static IEnumerable<string> Losses(SmallDirectory after) => PostLosses.Between(Before, after.Edition(Before), SmallDirectory.Today)
        .Select(loss => $"{loss.Id} {loss.Name} {loss.Role} {loss.Office} {loss.LastDay:yyyy-MM-dd} {loss.Others}");
}
