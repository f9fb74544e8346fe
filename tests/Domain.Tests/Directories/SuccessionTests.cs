using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Tests.Directories;

/// <summary>Villages go into one another, and their work with them.</summary>
public sealed class SuccessionTests
{
    private static readonly DateOnly Long = new(2020, 1, 1);

    private static readonly DirectoryEdition Edition = new(
        [
            Village("370982103201", null, null), Village("370982103202", new(2026, 6, 30), "370982103201"), Village("370982103203", new(2025, 12, 31), "370982103202"),
        ], [], [], []);

    [Fact]
    public void The_agent_of_the_village_that_goes_on_does_the_work_of_the_one_that_went_into_it() => Assert.Equal(
        ["201 2020-01-01..", "202 2026-07-01..", "203 2026-07-01.."], Posts(Agent("370982103201", null)));

    [Fact]
    public void Until_it_ends_itself_its_own_agent_does() => Assert.Equal(["202 2020-01-01..2026-06-30", "203 2026-01-01..2026-06-30"], Posts(Agent("370982103202", new(2026, 6, 30))));

    [Fact]
    public void Another_office_inherits_nothing() =>
        Assert.Equal(["103 2020-01-01.."], Posts(new("x", "冯桂兰", [new(Role.TownshipAgent, "township/370982103", Long)], [], [])));

    [Fact]
    public void A_village_has_its_old_name_and_its_successor_after_its_last_day()
    {
        var (before, after) = (DirectoryPlaces.Of(Edition, new(2026, 6, 30)).Over(SmallDirectory.Places), DirectoryPlaces.Of(Edition, new(2026, 7, 1)).Over(SmallDirectory.Places));

        Assert.Equal(("370982103202", "370982103201", "370982103202"), (before.Today("370982103202")?.Code, after.Today("370982103202")?.Code, after.Village("370982103202")?.Code));
        Assert.Equal(["370982103201"], after.Find("二零三").Select(village => village.Code));
    }

    [Fact]
    public void A_village_is_not_there_before_its_first_day() => Assert.Null(DirectoryPlaces.Of(Edition, new(2019, 12, 31)).Over(SmallDirectory.Places).Village("370982103201"));

    [Fact]
    public void Villages_that_no_edition_tells_of_stay_as_in_the_catalogue() => Assert.Equal("后羊村", DirectoryPlaces.Of(Edition, Long).Over(SmallDirectory.Places).Village("370982103205")?.Name.Zh);

    [Theory]
    [InlineData("2026-06-30", "2026-01-01")]
    [InlineData("2026-07-01", "2026-07-01")]
    [InlineData("2030-01-01", "2026-07-01")]
    public void Places_stay_as_they_are_until_the_next_turn(string day, string since) => Assert.Equal(DateOnly.Parse(since), DirectoryPlaces.Since(Edition, DateOnly.Parse(day)));

    private static VillageRecord Village(string code, DateOnly? to, string? into) => new(code, new(code[^1] switch { '1' => "二零一村", '2' => "二零二村", _ => "二零三村" }, "V" + code), [], Long, to, into);

    private static PersonRecord Agent(string village, DateOnly? to) => new("x", "史建国", [new(Role.VillageAgent, "village/" + village, Long, to)], [], []);

    private static IEnumerable<string> Posts(PersonRecord person) => new Succession(Edition).With(person).Posts.Select(post => $"{post.Office[^3..]} {post.From:yyyy-MM-dd}..{post.To:yyyy-MM-dd}");
}
