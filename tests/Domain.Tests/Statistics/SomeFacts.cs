using CsCheck;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Tests.Statistics;

/// <summary>Made-up facts: cases of two items that came and were decided in some months of a year.</summary>
internal static class SomeFacts
{
    private static readonly DateOnly First = new(2026, 1, 5);

    private static readonly Gen<CaseFact> Open =
        from number in Gen.Int[1, 40]
        from item in Gen.OneOf(Gen.Const("D1.2"), Gen.Const("D5.1"))
        from came in Gen.Int[0, 200]
        select new CaseFact($"C{number}", 1, item, "370982103", "370982103201", First.AddDays(came)) { DueOn = First.AddDays(came + 28), Limit = 20, ChangedOn = First.AddDays(came) };

    private static readonly Gen<CaseFact> Decided =
        from open in Open
        from days in Gen.Int[0, 60]
        from colour in Gen.Enum<DueState>()
        from stars in Gen.Int[0, 5]
        from visits in Gen.Int[0, 3]
        from late in Gen.Int[0, 90]
        from refused in Gen.Bool
        from reviewed in Gen.Bool
        select open with
        {
            DecidedOn = open.SubmittedOn.AddDays(days),
            Outcome = refused ? FactOutcome.Refused : FactOutcome.Approved,
            Days = days,
            Colour = colour,
            Blamed = colour == DueState.Green ? null : StageKind.Survey,
            Stages = [new(StageKind.Survey, days / 2), new(StageKind.Decide, days / 3)],
            Visits = visits,
            VisitCauses = [.. Enumerable.Repeat(ComingCauses.MissingPaper, Math.Max(0, visits - 1))],
            Closed = true,
            Stars = stars == 0 ? null : stars,
            ReviewScore = reviewed ? 92.5m : null,
            ReviewGrade = reviewed ? Grade.Excellent : null,
            Decider = "staff:chief",
            ChangedOn = open.SubmittedOn.AddDays(days + late),
        };

    /// <summary>An open or a decided case.</summary>
    public static Gen<CaseFact> One { get; } = Gen.OneOf(Open, Decided);

    /// <summary>Versions of cases, in the order in which they came: of a case several times, its versions rising.</summary>
    public static Gen<CaseFact[]> Told { get; } = One.Array[0, 60].Select(facts => facts.GroupBy(fact => fact.CaseId)
        .SelectMany(versions => versions.Select((fact, place) => fact with { Version = place + 1 })).OrderBy(fact => fact.Version).ThenBy(fact => fact.CaseId, StringComparer.Ordinal).ToArray());

    /// <summary>Everything counted anew from the latest version of each case.</summary>
    public static Dictionary<DateOnly, PlaceMonth> Recount(IEnumerable<CaseFact> told)
    {
        var book = new Dictionary<DateOnly, PlaceMonth>();
        foreach (var fact in told.GroupBy(fact => fact.CaseId).Select(versions => versions.MaxBy(fact => fact.Version)!))
            Apply(book, null, fact);
        return book;
    }

    /// <summary>Kept case by case: a newer version takes the place of the older one, an older one changes nothing.</summary>
    public static Dictionary<DateOnly, PlaceMonth> Keep(IEnumerable<CaseFact> told)
    {
        var (book, known) = (new Dictionary<DateOnly, PlaceMonth>(), new Dictionary<string, CaseFact>());
        foreach (var fact in told)
        {
            var before = known.GetValueOrDefault(fact.CaseId);
            if (before?.Version >= fact.Version)
                continue;
            Apply(book, before, fact);
            known[fact.CaseId] = fact;
        }
        return book;
    }

    private static void Apply(Dictionary<DateOnly, PlaceMonth> book, CaseFact? before, CaseFact after)
    {
        foreach (var month in PlaceMonth.MonthsOf(after).Union(before is null ? [] : PlaceMonth.MonthsOf(before)))
        {
            var changed = book.GetValueOrDefault(month, PlaceMonth.Empty).Without(before, month).With(after, month);
            if (changed.Items.IsEmpty && changed.Deciders.IsEmpty)
                book.Remove(month);
            else
                book[month] = changed;
        }
    }
}
