using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Statistics;

/// <summary>What one case adds to which month.</summary>
public static class Contributions
{
    /// <summary>One or two cells: of the month of the application, and of the month of the decision.</summary>
    public static IEnumerable<(DateOnly Month, Cell Cell)> Of(CaseFact fact)
    {
        yield return (Months.FirstOf(fact.SubmittedOn), fact.DecidedOn is null ? CameAndIsOpen : Came);
        if (fact.DecidedOn is { } decided)
            yield return (Months.FirstOf(decided), Decided(fact, decided));
    }

    private static readonly Cell Came = new([1], [], []);
    private static readonly Cell CameAndIsOpen = new([1, 1], [], []);

    private static Cell Decided(CaseFact fact, DateOnly decided)
    {
        var counts = new int[Cell.Size];
        void Count(Measure measure, bool applies = true, int place = 0, int by = 1) => counts[(int)measure + place] += applies ? by : 0;

        Count(Measure.Approved, fact.Outcome == FactOutcome.Approved);
        Count(Measure.Refused, fact.Outcome == FactOutcome.Refused);
        Count(Measure.NotAccepted, fact.Outcome == FactOutcome.NotAccepted);
        Count(Measure.Clocked, fact.Colour is not null);
        Count(Measure.Green, fact.Colour == DueState.Green);
        Count(Measure.Yellow, fact.Colour == DueState.Yellow);
        Count(Measure.Red, fact.Colour == DueState.Red);
        Count(Measure.FirstTimeRight, fact.FirstTimeRight);
        Count(Measure.Returned, fact.Returned);
        Count(Measure.Reopened, fact.Reopened);
        Count(Measure.Asked, fact.Asked);
        Count(Measure.ExtraCases, fact.ExtraRefused > 0);
        Count(Measure.ExtraRequests, by: fact.ExtraRefused);
        Count(Measure.NoVisit, fact.Visits == 0);
        Count(Measure.OneVisit, fact.Visits == 1);
        Count(Measure.MoreVisits, fact.Visits > 1);
        foreach (var cause in fact.VisitCauses.Select(cause => ComingCauses.All.IndexOf(cause)).Where(place => place >= 0))
            Count(Measure.VisitCause, place: cause);
        Count(Measure.Reviewed, fact.ReviewGrade is not null);
        Count(Measure.Excellent, fact.ReviewGrade == Grade.Excellent);
        Count(Measure.Qualified, fact.ReviewGrade == Grade.Qualified);
        Count(Measure.Unqualified, fact.ReviewGrade == Grade.Unqualified);
        Count(Measure.ScoreTenths, by: (int)decimal.Round((fact.ReviewScore ?? 0) * 10));
        Count(Measure.Closed, fact.Closed);
        Count(Measure.RatingExcluded, fact is { Stars: not null, RatingExcluded: true });
        if (fact is { Stars: >= RatingGrades.Least and <= RatingGrades.Most and var stars, RatingExcluded: false })
            Count(Measure.Stars, place: stars - 1);
        Count(Measure.Relatives, fact.Relatives);
        Count(Measure.Complained, fact.Complained);
        foreach (var (stage, days) in fact.Stages)
        {
            Count(Measure.StageCases, place: (int)stage);
            Count(Measure.StageDays, place: (int)stage, by: days);
        }
        if (fact.Blamed is { } blamed)
            Count(fact.Colour == DueState.Red ? Measure.StageRed : Measure.StageYellow, place: (int)blamed);
        // Late: the month of its decision was over when something of it changed.
        return new Cell(counts, One(fact.Days ?? -1), One(fact.ChangedOn.DayNumber - Months.NextAfter(decided).DayNumber));
    }

    private static int[] One(int place)
    {
        if (place < 0)
            return [];
        var one = new int[place + 1];
        one[place] = 1;
        return one;
    }
}
