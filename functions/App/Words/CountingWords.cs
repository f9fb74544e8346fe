using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Law;

namespace OneVisit.Functions.Words;

/// <summary>How members and income were counted, in words.</summary>
internal static class CountingWords
{
    /// <returns><c>null</c>: there was nothing to count from.</returns>
    public static CountingView? Of(CountedHousehold counted, Language language) => counted.Findings.IsEmpty
        ? null
        : new(counted.Household.Members, counted.Household.MonthlyIncome?.ToFen().Yuan, [.. counted.Findings.Select(finding => Of(finding, language))]);

    private static CountingLine Of(CountingFinding finding, Language language) => new(
        finding.Line, finding.Counts, Text(finding, language), finding.Law.In(language), finding.Status.Code(), finding.Person,
        finding.Exclusion?.Parameter, finding.Exclusion?.From, finding.Exclusion?.To);

    // What was counted, what had been told, the kind of income, and the day from which it counts again.
    private static string Text(CountingFinding finding, Language language) => Sentences.Of(
        language, "count." + finding.Line, Number(finding.Figure, language), Number(finding.Told, language),
        finding.Kind is { } kind ? Sentences.Of(language, "income." + kind.Code()) : null,
        finding.Exclusion?.To is { } last ? Sentences.Day(language, last.AddDays(1)) : null);

    private static string? Number(decimal? number, Language language) => number is { } known ? Sentences.Yuan(language, known) : null;
}
