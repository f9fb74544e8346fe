using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Counting;

/// <summary>One line of how members and income were counted; it stands before what the rules find.</summary>
/// <param name="Line">Stable name, see <see cref="CountingLines"/>; the words for it live in resources.</param>
/// <param name="Counts"><c>null</c> while it cannot be told.</param>
/// <param name="Person">Place of the person in the household's list; <c>null</c>: the household.</param>
public sealed record CountingFinding(string Line, bool? Counts, LawReference Law, int? Person = null)
{
    /// <summary>Of the income it is about.</summary>
    public IncomeKind? Kind { get; init; }

    /// <summary>What was counted: yuan per month, or members.</summary>
    public decimal? Figure { get; init; }

    /// <summary>What had been told directly and gave way to <see cref="Figure"/>.</summary>
    public decimal? Told { get; init; }

    /// <summary>The parameter that leaves a kind of income out, or did so until its last day.</summary>
    public IncomeExclusion? Exclusion { get; init; }

    /// <summary>How far the line may be shown as law: as far as the weaker of the text and the parameter.</summary>
    public SourceStatus Status => Exclusion is null ? Law.Status : SourceStatuses.Weaker(Law.Status, Exclusion.Status);
}

/// <summary>Names of the lines.</summary>
public static class CountingLines
{
    /// <summary>It cannot be told yet whether this person counts.</summary>
    public const string MemberOpen = "member-open";
    public const string MembersCounted = "members-counted";

    /// <summary>Not everybody is listed, or nobody is the applicant.</summary>
    public const string MembersOpen = "members-open";

    /// <summary>Nobody counts: there is no household to help.</summary>
    public const string NobodyCounts = "nobody-counts";

    /// <summary>Another number had been told; the list goes before it.</summary>
    public const string MembersDiffer = "members-differ";
    public const string IncomeLeftOut = "income-left-out";

    /// <summary>Once left out; that has ended.</summary>
    public const string IncomeCountsAgain = "income-counts-again";

    /// <summary>Of somebody who does not count.</summary>
    public const string IncomeOfOutsider = "income-of-outsider";

    /// <summary>Of somebody of whom it cannot be told whether they count.</summary>
    public const string IncomeOpen = "income-open";
    public const string IncomeCounted = "income-counted";

    /// <summary>Another amount had been told; the list goes before it.</summary>
    public const string IncomeDiffers = "income-differs";

    /// <summary>Of who counts, and by which line.</summary>
    public static string Of(MemberLine line) => line switch
    {
        MemberLine.Applicant => "member-applicant",
        MemberLine.Spouse => "member-spouse",
        MemberLine.MinorChild => "member-minor-child",
        MemberLine.DependentChild => "member-dependent-child",
        MemberLine.DutyAndLivingTogether => "member-duty-and-living-together",
        MemberLine.Clergy => "left-out-clergy",
        MemberLine.InPrison => "left-out-in-prison",
        MemberLine.ForcedRehabilitation => "left-out-forced-rehabilitation",
        MemberLine.DeclaredMissing => "left-out-declared-missing",
        MemberLine.LivesApart => "left-out-lives-apart",
        MemberLine.NoDuty => "left-out-no-duty",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };
}
