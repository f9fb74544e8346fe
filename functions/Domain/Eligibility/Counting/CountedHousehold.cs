using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>
/// A household whose members and income are as the law counts them. What people list one by one goes before a number they told besides,
/// and a finding says where the two differ; what the list cannot tell stays as it was told.
/// </summary>
/// <param name="Count"><c>null</c>: nothing is told by which anybody could be counted.</param>
/// <param name="Income"><c>null</c>: no income is told by kind.</param>
/// <param name="Findings">In the order of people, then of incomes; empty when nothing is listed.</param>
public sealed record CountedHousehold(Household Household, HouseholdCount? Count, CountedIncome? Income, ImmutableArray<CountingFinding> Findings)
{
    /// <summary>民发〔2021〕57号, whose lines on members and income are read by us.</summary>
    public static LawReference Law { get; } =
        new Act("最低生活保障审核确认办法", "Measures for Review and Confirmation of the Subsistence Allowance", SourceStatus.Analog).AsAWhole();

    public static CountedHousehold Of(Household told, EligibilityParameters parameters)
    {
        var count = HouseholdCount.Of(told, parameters.On);
        var income = CountedIncome.Of(told, count, parameters);
        if (count is null && income is null)
            return new(told, null, null, []);
        var counted = told with { Members = MembersOf(told, count), MonthlyIncome = MonthlyOf(told, income) };
        return new(counted, count, income, [.. OfMembers(told, count), .. OfIncome(told, income, parameters)]);
    }

    // Nobody is no household: there is no number to go by.
    private static int? MembersOf(Household told, HouseholdCount? count) => count?.Number is { } number ? number == 0 ? null : number : told.Members;

    // Beyond the bound no limit is near.
    private static Money? MonthlyOf(Household told, CountedIncome? income) =>
        income?.Monthly is { } monthly ? new Money(Math.Min(monthly.Yuan, Household.MostYuan)) : told.MonthlyIncome;

    private static IEnumerable<CountingFinding> OfMembers(Household told, HouseholdCount? count)
    {
        if (count is null)
            yield break;
        for (var at = 0; at < count.Standings.Length; at++)
            yield return OfMember(count.Standings[at], at);
        if (count.Number is not { } number)
            yield return new(CountingLines.MembersOpen, null, Law);
        else if (number == 0)
            yield return new(CountingLines.NobodyCounts, false, Law);
        else
            yield return new(CountingLines.MembersCounted, true, Law) { Figure = number };
        if (count.Number is { } counted && told.Members is { } members && members != counted)
            yield return new(CountingLines.MembersDiffer, true, Law) { Figure = counted, Told = members };
    }

    private static CountingFinding OfMember(Standing standing, int at) =>
        new(standing.Line is { } line ? CountingLines.Of(line) : CountingLines.MemberOpen, standing.Counts, Law, at);

    private static IEnumerable<CountingFinding> OfIncome(Household told, CountedIncome? income, EligibilityParameters parameters)
    {
        if (income is null)
            yield break;
        foreach (var part in income.Parts)
        {
            if (OfPart(part, parameters) is { } finding)
                yield return finding;
        }
        if (income.Monthly is not { } monthly)
            yield break;
        yield return new(CountingLines.IncomeCounted, true, Law) { Figure = monthly.Yuan };
        if (told.MonthlyIncome is { } before && before.ToFen() != monthly.ToFen())
            yield return new(CountingLines.IncomeDiffers, true, Law) { Figure = monthly.Yuan, Told = before.Yuan };
    }

    // What counts as it always did needs no line of its own.
    private static CountingFinding? OfPart(IncomePart part, EligibilityParameters parameters)
    {
        var (kind, person) = (part.Income.Kind, part.Income.Person);
        if (part.Exclusion is { } exclusion)
            return new(CountingLines.IncomeLeftOut, false, exclusion.Law, person) { Kind = kind, Figure = part.Monthly.Yuan, Exclusion = exclusion };
        if (part.Counts is not true)
        {
            var line = part.Counts is null ? CountingLines.IncomeOpen : CountingLines.IncomeOfOutsider;
            return new(line, part.Counts, Law, person) { Kind = kind, Figure = part.Monthly.Yuan };
        }
        return parameters.IncomeExclusions.LastOrDefault(ended => ended.Kind == kind && ended.To < parameters.On) is { } past
            ? new(CountingLines.IncomeCountsAgain, true, past.Law, person) { Kind = kind, Figure = part.Monthly.Yuan, Exclusion = past }
            : null;
    }
}
