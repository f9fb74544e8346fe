using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Understanding;

/// <summary>What a story tells.</summary>
/// <param name="Events">Stable names, with <c>=n</c> behind where a number was told.</param>
/// <param name="Household">The facts given, with those that were told outright.</param>
/// <param name="Wage">A monthly wage that need not be the whole income.</param>
/// <param name="Place">A village as written.</param>
/// <param name="Happened">How many things happened, wishes aside.</param>
/// <param name="OnlyWish">Nothing happened, somebody just wants to apply.</param>
/// <param name="Services">Codes of the services to ask about.</param>
internal sealed record StoryReading(ImmutableArray<string> Events, ImmutableArray<string> Services, HouseholdFacts Household, decimal? Wage, string? Place, bool Grief, int Happened, bool OnlyWish)
{
    public bool IsEmpty(HouseholdFacts before) => Events.IsEmpty && Wage is null && Household == before;
}

/// <summary>Understands what happened from free text, by transparent patterns only.</summary>
internal static class StoryReader
{
    public static StoryReading Read(string comparable, HouseholdFacts known)
    {
        var events = ImmutableArray.CreateBuilder<string>();
        var services = new List<string>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        var (grief, wish, happened) = (false, true, 0);
        foreach (var pattern in Patterns.Events)
        {
            if (pattern.Group is { } group && groups.Contains(group)) continue;
            if (pattern.Pattern.Match(comparable) is not { Success: true } match) continue;
            if (pattern.Group is not null) groups.Add(pattern.Group);
            var count = pattern.Count && match.Groups["n"] is { Success: true } n && NumberReader.Find(n.Value) is [var number] ? number.Low : (decimal?)null;
            events.Add(count is null ? pattern.Name : string.Create(CultureInfo.InvariantCulture, $"{pattern.Name}={count}"));
            services.AddRange(pattern.Services);
            grief |= pattern.Grief;
            wish &= pattern.Intent;
            happened += pattern.Intent ? 0 : 1;
        }
        var (household, wage) = Facts(comparable, known);
        var place = Patterns.Village.Match(comparable) is { Success: true } village ? Patterns.VillageLead.Replace(village.Groups["n"].Value, "") : null;
        return new StoryReading(events.ToImmutable(), [.. services.Distinct()], household, wage, place, grief, happened, wish && events.Count > 0 && wage is null);
    }

    /// <summary>Facts told outright in passing.</summary>
    private static (HouseholdFacts Household, decimal? Wage) Facts(string text, HouseholdFacts facts)
    {
        foreach (var fact in Patterns.Facts)
        {
            if (fact.Pattern.IsMatch(text)) facts = HouseholdFactsIn.With(facts, fact.Fact, fact.Value);
        }
        if (Patterns.Members.IsMatch(text) && PeopleCounter.Count(text) is { } people && HouseholdFactsIn.FitsCount(Question.Members, people.People)) facts = facts with { Members = people.People };
        decimal? wage = null;
        foreach (var clause in Patterns.Clause.Split(text))
        {
            if (AnswerReader.Amounts(clause).IsEmpty) continue;
            if (Patterns.Medical.IsMatch(clause) && Patterns.Spent.IsMatch(clause) && AnswerReader.Money(clause, yearly: true) is { } spent)
                facts = facts with { YearlyMedicalSpending = spent.Low };
            else if (Patterns.Wage.IsMatch(clause) && AnswerReader.Money(clause, yearly: false) is { High: >= 10 } earned)
                (facts, wage) = Patterns.Whole.IsMatch(clause) ? (facts with { MonthlyIncome = earned.High }, wage) : (facts, (wage ?? 0) + earned.High);
        }
        return (facts, facts.MonthlyIncome is null ? wage : null);
    }
}
