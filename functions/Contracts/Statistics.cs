namespace OneVisit.Contracts;

/// <summary>How the office does, in months from <paramref name="From"/> to <paramref name="To"/>, both inclusive. No figure comes without what it rests on.</summary>
/// <param name="Scope"><c>city</c>, <c>point</c> or <c>village</c>: as far as the caller may look.</param>
/// <param name="Item">Code of the service; <c>null</c>: all.</param>
/// <param name="Received">Applications that came in these months.</param>
/// <param name="Open">Of them, not decided yet; <paramref name="OpenLate"/>: their limit is over.</param>
/// <param name="Corrected">Cases that changed after the month of their decision was over; the last on <paramref name="CorrectedOn"/>.</param>
public sealed record StatisticsView(
    string Scope, string Place, string PlaceName, DateOnly From, DateOnly To, string? Item, string? ItemName, DateTimeOffset AsOf,
    int Received, int Open, int OpenLate, int Approved, int Refused, int NotAccepted, int Corrected, DateOnly? CorrectedOn,
    IReadOnlyList<RateView> Rates, DurationView? Duration, IReadOnlyList<StageFigures> Stages, VisitFigures Visits, IReadOnlyList<int> Stars, decimal? ReviewScore, int ExtraRequests, int Relatives, int Complained,
    StatisticsGroups Items, StatisticsGroups Places, StatisticsGroups Months)
{
    public ColourFigures Colours { get; init; } = new(0, 0, 0);

    public ReviewFigures Reviews { get; init; } = new(0, null, null, null);
}

/// <summary>Cases decided, by their clock at the decision. Those open past their limit are not in it.</summary>
public sealed record ColourFigures(int Green, int Yellow, int Red);

/// <summary>Files reviewed, by grade; <c>null</c>: fewer than five were.</summary>
public sealed record ReviewFigures(int Reviewed, int? Excellent, int? Qualified, int? Unqualified);

/// <summary>A rate. Of fewer than five cases it is not shown (<paramref name="Suppressed"/>), and its numbers are <c>null</c>.</summary>
/// <param name="Name">For programs, for example <c>on-time</c>; <paramref name="Title"/> is for people.</param>
/// <param name="N">Cases it was computed over.</param>
/// <param name="Percent">One decimal; <paramref name="Low"/> and <paramref name="High"/>: the Wilson interval of 95%.</param>
/// <param name="Response">Percent of those who were asked that answered; <c>null</c>: nobody was.</param>
public sealed record RateView(
    string Name, string Title, int N, int? Numerator, double? Percent, double? Low, double? High, IReadOnlyList<ExcludedView> Excluded, int? Asked, double? Response, bool Suppressed);

/// <summary>Cases that a rate leaves out, and why.</summary>
public sealed record ExcludedView(string Reason, string Title, int Cases);

/// <summary>Working days from acceptance to decision. All <c>null</c> but <paramref name="N"/> when there are fewer than five cases.</summary>
public sealed record DurationView(int N, int? Median, int? P90, int? Fastest, int? Slowest, IReadOnlyList<WithinView> Within, IReadOnlyList<DaysView> Days);

/// <summary>How many cases took at most so many working days; <paramref name="Title"/> says which limit that is.</summary>
public sealed record WithinView(int WorkingDays, string Title, int Cases, double Percent)
{
    /// <summary>The Wilson interval of 95%, percent; see <see cref="RateView"/>.</summary>
    public double Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public double High { get; init; }
}

/// <summary>How many cases took so many working days, first and last inclusive.</summary>
public sealed record DaysView(int First, int Last, int Cases);

/// <summary>A stage: cases that went through it, mean working days, and how many cases were yellow or red because of it.</summary>
public sealed record StageFigures(string Stage, string Name, int Cases, double MeanDays, int Yellow, int Red);

/// <summary>How often households were there, and why they had to come again.</summary>
public sealed record VisitFigures(int None, int Once, int More, IReadOnlyList<ExcludedView> Causes);

/// <summary>The same figures side by side. Where counts are small, some are hidden so that none can be computed from the total.</summary>
public sealed record StatisticsGroups(IReadOnlyList<GroupFigures> Rows, bool TotalHidden);

/// <param name="Decided">Cases decided; <c>null</c>: hidden.</param>
public sealed record GroupFigures(string Code, string Name, int? Decided, RateView OnTime, int? Median)
{
    /// <summary>Applications that came; <c>null</c>: hidden.</summary>
    public int? Received { get; init; }
}

/// <summary>Cases behind a figure, a page.</summary>
/// <param name="Next">Where the next begins; <c>null</c>: this was the last.</param>
public sealed record StatisticsCases(IReadOnlyList<StatisticsCase> Cases, string? Next);

/// <param name="CaseId"><c>null</c>, like the village and the days, for who may know how many but not who.</param>
public sealed record StatisticsCase(string? CaseId, string Item, string ItemName, string Outcome, string? Village, DateOnly? DecidedOn, int? Days, int? Limit, string? Colour, string? Stage);

/// <summary>What needs a look.</summary>
/// <param name="Trends">Points whose rate on time became worse, by <paramref name="TrendRule"/>; <c>null</c>: a village is shown, which is no point.</param>
/// <param name="Unreviewed">Who decided and had no file reviewed; <c>null</c>: not for who may not know the cases.</param>
public sealed record WatchList(
    DateOnly DueThrough, IReadOnlyList<DueCase> Due, bool DueCut, IReadOnlyList<TrendView>? Trends, string TrendRule, IReadOnlyList<UnreviewedDecider>? Unreviewed);

/// <param name="CaseId"><c>null</c> for who may know how many but not who.</param>
/// <param name="Late">Its limit is over.</param>
public sealed record DueCase(string? CaseId, string ItemName, string PointName, DateOnly DueOn, bool Late, string? Stage);

public sealed record TrendView(string Point, string PointName, RateView Before, RateView Now);

public sealed record UnreviewedDecider(string Name, string PointName, int Decided);

/// <summary>How far a rebuild of the statistics has come. Ask again until it is <paramref name="Finished"/>; broken off, it goes on where it was.</summary>
/// <param name="Unreadable">Cases whose journal cannot be read; each is in the log.</param>
public sealed record RebuildProgress(int Done, int Unreadable, bool Finished, DateTimeOffset? StartedAt);

/// <summary>Figures for everybody, of a month that is over. A count of 1 to 4 is hidden (<c>null</c>), and others with it so that none can be computed.</summary>
public sealed record OpenFigures(DateOnly Month, DateTimeOffset AsOf, IReadOnlyList<OpenRow> ByPoint, IReadOnlyList<OpenRow> ByItem, OpenRow City);

/// <param name="OnTimePercent">Of the decided; <c>null</c>: hidden, or there were none.</param>
public sealed record OpenRow(string Code, string Name, int? Decided, double? OnTimePercent, int? MedianDays);
