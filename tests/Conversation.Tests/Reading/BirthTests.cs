using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.Dates;

namespace OneVisit.Conversation.Tests.Reading;

/// <summary>What was known before narrows what is told of a day of birth.</summary>
public sealed class BirthTests
{
    private static readonly DaySpan Elder = new(new(1916, 1, 1), new(1966, 11, 24));

    [Fact]
    public void A_rooster_in_her_seventies_is_born_in_one_year() =>
        Assert.Equal(new DaySpan(new(1945, 2, 13), new(1946, 2, 1)), Only("属鸡的", new DaySpan(new(1944, 1, 1), new(1950, 12, 31))));

    [Fact]
    public void A_rooster_among_the_old_may_be_one_of_four() =>
        Assert.Equal([1921, 1933, 1945, 1957], Assert.IsType<BirthReading.OneOf>(Read("属鸡的", Elder)).Spans.Select(span => span.From.Year));

    [Fact]
    public void An_old_person_born_in_18_is_no_child() => Assert.Equal(DaySpan.Year(1918), Only("一八年生的", Elder));

    [Fact]
    public void A_day_without_a_year_counts_once_the_year_is_known() => Assert.Equal(DaySpan.Day(new(1954, 1, 12)), Only("腊月初八", new DaySpan(new(1953, 6, 1), new(1954, 5, 31))));

    [Fact]
    public void A_day_without_a_year_tells_nothing_of_somebody_of_whom_no_age_is_known() => Assert.Null(Read("三月初八", Elder));

    [Fact]
    public void An_impossible_day_is_not_understood() => Assert.Null(Read("1953年2月30日", null));

    [Fact]
    public void The_number_of_an_identity_card_tells_the_day() => Assert.Equal(DaySpan.Day(new(1970, 1, 1)), Only("身份证370982197001010016", null));

    [Fact]
    public void A_year_that_contradicts_the_age_outweighs_it() => Assert.Equal(DaySpan.Year(1953), Only("1953年生的，今年八十了", null));

    private static BirthReading? Read(string typed, DaySpan? within) => BirthReader.Read(PlainInput.Readable(typed), Answers.Today, within);

    private static DaySpan Only(string typed, DaySpan? within) => Assert.IsType<BirthReading.Born>(Read(typed, within)).Days;
}
