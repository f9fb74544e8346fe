using System.Globalization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using static OneVisit.Domain.Tests.Eligibility.Households;

namespace OneVisit.Domain.Tests.Eligibility.Counting;

/// <summary>Households as a clerk reads them (<c>Counting/Golden/*.yaml</c>), counted.</summary>
public sealed class GoldenCountTests
{
    public static TheoryData<GoldenCount> Members => [.. GoldenCount.In("Household")];

    public static TheoryData<GoldenCount> Incomes => [.. GoldenCount.In("Income")];

    [Theory]
    [MemberData(nameof(Members))]
    public void So_many_count(GoldenCount golden) => Assert.Equal(golden.Then, Text(Count(golden).Number));

    [Theory]
    [MemberData(nameof(Members))]
    public void Each_counts_or_is_left_out_by_a_line_of_law(GoldenCount golden) => Assert.Equal(
        golden.Who,
        string.Join(' ', Count(golden).Standings.Select(standing => standing.Line is { } line ? CountingLines.Of(line) : CountingLines.MemberOpen)));

    [Theory]
    [MemberData(nameof(Incomes))]
    public void So_much_counts(GoldenCount golden) => Assert.Equal(
        golden.Then, Text(golden.Household.Counted(Parameters with { On = golden.On }).Income!.Monthly?.ToFen().Yuan));

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Members.Count + Incomes.Count, 40, int.MaxValue);

    private static HouseholdCount Count(GoldenCount golden) => HouseholdCount.Of(golden.Household, golden.On)!;

    private static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "?";
}
