namespace OneVisit.Domain.Supervision;

/// <summary>The numbers of supervision in force on one day. Limits are working days, counted from the day after.</summary>
public sealed record SupervisionLimits
{
    /// <summary>From the closing of a case; the last day counts.</summary>
    public required int RatingOpen { get; init; }

    public required int RemedyContact { get; init; }

    public required int RemedyFixSimple { get; init; }

    public required int RemedyFixComplex { get; init; }

    public required int RemedyRevisit { get; init; }

    public required int ComplaintAnswer { get; init; }

    public required int ComplaintVisit { get; init; }

    public required int FileReview { get; init; }

    /// <summary>The longest that a township may be given to correct a file.</summary>
    public required int GuidanceLongest { get; init; }

    public required int GuidanceRecheck { get; init; }

    /// <summary>From the day after an objection to a public notice. Catalogues of before there were any leave it out.</summary>
    public int ObjectionAnswer { get; init; } = 5;

    /// <summary>From the decision to the filing with the city.</summary>
    public required int Filing { get; init; }

    /// <summary>Least calendar days of a public notice.</summary>
    public required int NoticeDays { get; init; }

    /// <summary>For looking at a benefit again.</summary>
    public required int BenefitCheck { get; init; }

    /// <summary>The same after a death.</summary>
    public required int BenefitDeath { get; init; }

    /// <summary>For confirming its change or end.</summary>
    public required int BenefitConfirm { get; init; }

    /// <summary>Most calendar months that a benefit goes on after somebody found work.</summary>
    public required int TaperMonths { get; init; }

    /// <summary>So many first decisions of a representative are all reviewed.</summary>
    public required int FirstOfRepresentative { get; init; }

    /// <summary>So many of the fastest and so many of the slowest of a period are reviewed.</summary>
    public required int Extremes { get; init; }
}
