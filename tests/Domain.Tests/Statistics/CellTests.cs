using CsCheck;
using OneVisit.Domain.Statistics;

namespace OneVisit.Domain.Tests.Statistics;

public sealed class CellTests
{
    private static readonly Gen<Cell> Cells = SomeFacts.One.Array[0, 6].Select(facts => Cell.Sum(facts.SelectMany(Contributions.Of).Select(part => part.Cell)));

    [Fact]
    public void Kept_case_by_case_it_equals_a_recount() => SomeFacts.Told.Sample(told => Same(SomeFacts.Recount(told), SomeFacts.Keep(told)));

    [Fact]
    public void The_order_in_which_facts_come_does_not_matter() =>
        Gen.Select(SomeFacts.Told, Gen.Int[0, 1_000]).Sample((told, seed) => Same(SomeFacts.Keep(told), SomeFacts.Keep(Shuffled(told, seed))));

    [Fact]
    public void The_same_facts_twice_change_nothing() => SomeFacts.Told.Sample(told => Same(SomeFacts.Keep(told), SomeFacts.Keep([.. told, .. told])));

    [Fact]
    public void Sums_of_sums_are_the_same_however_they_are_bracketed() =>
        Gen.Select(Cells, Cells, Cells).Sample((one, two, three) => one.Plus(two).Plus(three).Equals(one.Plus(two.Plus(three))) && one.Plus(two).Equals(two.Plus(one)));

    [Fact]
    public void What_is_added_and_taken_away_leaves_nothing() => Gen.Select(Cells, Cells).Sample((one, two) => one.Plus(two).Minus(two).Equals(one));

    [Fact]
    public void A_cell_is_read_as_it_was_written() => Cells.Sample(cell => Cell.Parse(cell.ToString()).Equals(cell));

    [Fact]
    public void A_month_is_read_as_it_was_written() =>
        SomeFacts.Told.Sample(told => SomeFacts.Recount(told).Values.All(month => PlaceMonth.Parse(month.ToText()).Equals(month)));

    [Theory]
    [InlineData("")]
    [InlineData("1=2")]
    [InlineData("900=1||")]
    [InlineData("x||")]
    public void A_text_that_is_no_cell_is_refused(string text) => Assert.Throws<FormatException>(() => Cell.Parse(text));

    private static bool Same(Dictionary<DateOnly, PlaceMonth> one, Dictionary<DateOnly, PlaceMonth> other) =>
        one.Count == other.Count && one.All(month => other.TryGetValue(month.Key, out var found) && found.Equals(month.Value));

    private static CaseFact[] Shuffled(CaseFact[] told, int seed)
    {
        var shuffled = told.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
