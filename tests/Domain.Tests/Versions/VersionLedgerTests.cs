using OneVisit.Domain.Cases;
using OneVisit.Domain.Versions;
using System.Text.Json;

namespace OneVisit.Domain.Tests.Versions;

public sealed class VersionLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private static readonly VersionLedger TwoVersions = VersionLedger.Empty
        .With(new KeptVersion(1, "aaaa", "system", Now)).With(new KeptVersion(2, "bbbb", "staff:city-reviewer", Now, "新标准"));

    [Fact]
    public void Nothing_is_in_force_before_its_first_day() => Assert.Empty(TwoVersions.With(From("bbbb", 1)).On(Day(30, 11)));

    [Fact]
    public void A_version_is_in_force_on_its_first_day() => Assert.Equal("bbbb", TwoVersions.With(From("bbbb", 1)).On(Day(1)).First().Id);

    [Fact]
    public void Who_goes_back_is_back_on_that_day() =>
        Assert.Equal("aaaa", TwoVersions.With(From("bbbb", 1)).With(From("aaaa", 3)).On(Day(3)).First().Id);

    [Fact]
    public void Days_before_the_way_back_keep_what_they_had() =>
        Assert.Equal("bbbb", TwoVersions.With(From("bbbb", 1)).With(From("aaaa", 3)).On(Day(2)).First().Id);

    [Fact]
    public void Going_back_before_the_planned_day_takes_the_plan_away() =>
        Assert.Equal("aaaa", TwoVersions.With(From("bbbb", 10)).With(From("aaaa", 3)).On(Day(10)).First().Id);

    [Fact]
    public void A_plan_that_was_taken_away_is_not_to_come() =>
        Assert.Equal(["aaaa"], TwoVersions.With(From("bbbb", 10)).With(From("aaaa", 3)).After(Day(1)).Select(activation => activation.Id));

    [Fact]
    public void Plans_for_later_days_stand_side_by_side() =>
        Assert.Equal(["aaaa", "bbbb"], TwoVersions.With(From("aaaa", 3)).With(From("bbbb", 10)).After(Day(1)).Select(activation => activation.Id));

    [Theory]
    [InlineData("2")]
    [InlineData("bbbb")]
    public void A_version_is_called_by_its_number_or_its_id(string name) => Assert.Equal(2, TwoVersions.Find(name)?.Number);

    [Fact]
    public void A_book_with_a_line_less_is_another_book() => Assert.False(TwoVersions.Continues(TwoVersions.With(From("aaaa", 3))));

    [Fact]
    public void A_book_with_a_line_more_is_the_same_book() => Assert.True(TwoVersions.With(From("aaaa", 3)).Continues(TwoVersions));

    [Fact]
    public void A_case_of_before_there_were_versions_goes_by_the_catalogue_built_in() => Assert.Null(
        ((Submitted)JournalJson.Read(JournalJson.Write(Cases.Town.Application))).CatalogueVersion);

    [Fact]
    public void A_case_keeps_the_version_it_was_taken_under() => Assert.Equal(
        "bbbb", ((Submitted)JournalJson.Read(JournalJson.Write(Cases.Town.Application with { CatalogueVersion = "bbbb" }))).CatalogueVersion);

    [Fact]
    public void The_book_is_read_as_it_was_written() => Assert.True(
        JsonSerializer.Deserialize<VersionLedger>(JsonSerializer.Serialize(TwoVersions, JournalJson.Options), JournalJson.Options)!.Continues(TwoVersions));

    private static VersionActivation From(string id, int day) => new(id, Day(day), "staff:city-reviewer", Now);

    private static DateOnly Day(int day, int month = 12) => new(2026, month, day);
}
