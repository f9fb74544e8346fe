namespace OneVisit.Domain.Statistics;

/// <summary>The rates of a cell, each with what it leaves out.</summary>
public static class Rates
{
    public const string OnTime = "on-time";
    public const string FirstTimeRight = "first-time-right";
    public const string Returned = "returned";
    public const string ExtraRefused = "extra-refused";
    public const string AtMostOneVisit = "at-most-one-visit";
    public const string Review = "review";
    public const string Satisfied = "satisfied";
    public const string OnceOnlyDebt = "once-only-debt";
    public const string Unanswered = "unanswered";

    /// <param name="openLate">Cases still open whose limit is over: they count as late, or the slowest would never count.</param>
    public static IEnumerable<Rate> Of(Cell cell, int openLate)
    {
        var (all, open, turnedAway) = (Decided(cell), cell[Measure.Open], cell[Measure.NotAccepted]);
        var onMerits = all - turnedAway;
        var counted = Ratings(cell);
        var silent = cell[Measure.Closed] - counted - cell[Measure.RatingExcluded];
        yield return OnTimeOf(cell, openLate);
        yield return Rate(FirstTimeRight, cell[Measure.FirstTimeRight], onMerits, (Exclusions.Open, open), (Exclusions.NotAccepted, turnedAway));
        yield return Rate(Returned, cell[Measure.Returned], onMerits, (Exclusions.Open, open), (Exclusions.NotAccepted, turnedAway));
        yield return Rate(ExtraRefused, cell[Measure.ExtraCases], all, (Exclusions.Open, open));
        yield return Rate(AtMostOneVisit, cell[Measure.NoVisit] + cell[Measure.OneVisit], all, (Exclusions.Open, open));
        yield return Rate(Review, cell[Measure.Excellent] + cell[Measure.Qualified], cell[Measure.Reviewed], (Exclusions.NotReviewed, all - cell[Measure.Reviewed])) with
        {
            Asked = all,
        };
        yield return Rate(Satisfied, cell.At(Measure.Stars, 2) + cell.At(Measure.Stars, 3) + cell.At(Measure.Stars, 4), counted, (Exclusions.LeftOut, cell[Measure.RatingExcluded]), (Exclusions.Silent, silent)) with
        {
            Asked = cell[Measure.Closed],
        };
    }

    /// <inheritdoc cref="Of"/>
    public static Rate OnTimeOf(Cell cell, int openLate) => Rate(
        OnTime, cell[Measure.Green] + cell[Measure.Yellow], cell[Measure.Clocked] + openLate,
        (Exclusions.Open, cell[Measure.Open] - openLate), (Exclusions.NotAccepted, Decided(cell) - cell[Measure.Clocked]));

    /// <summary>Of the papers asked for of which registries keep records, those that one held: what was not known is left out, and is neither.</summary>
    public static Rate OnceOnlyOf(int asked, int held, int unknown) => Rate(OnceOnlyDebt, held, asked - unknown, (Exclusions.Unknown, unknown));

    /// <summary>Of the questions asked of registries, those that nobody could answer.</summary>
    public static Rate UnansweredOf(int asked, int unknown) => Rate(Unanswered, unknown, asked);

    /// <summary>Cases that came to an end, those that were turned away too.</summary>
    public static int Decided(Cell cell) => cell[Measure.Approved] + cell[Measure.Refused] + cell[Measure.NotAccepted];

    /// <summary>Ratings that count.</summary>
    public static int Ratings(Cell cell) => Enumerable.Range(0, 5).Sum(star => cell.At(Measure.Stars, star));

    private static Rate Rate(string name, int numerator, int n, params ReadOnlySpan<(string Reason, int Cases)> left)
    {
        var excluded = System.Collections.Immutable.ImmutableArray.CreateBuilder<Exclusion>();
        foreach (var (reason, cases) in left)
        {
            if (cases > 0)
                excluded.Add(new(reason, cases));
        }
        return new(name, numerator, n, excluded.ToImmutable());
    }
}
