using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>An appraisal (民主评议) has to take place before the review of a round, though the procedure has none.</summary>
/// <param name="Cause">See <see cref="AppraisalCauses"/>.</param>
/// <param name="Round">The round whose review waits for it.</param>
/// <param name="Reason">What was objected, in the objector's words; <c>null</c>: it stands elsewhere.</param>
public sealed record AppraisalOrdered(string Cause, int Round, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>Why an appraisal was ordered, as it is kept.</summary>
public static class AppraisalCauses
{
    /// <summary>Somebody objected to the public notice.</summary>
    public const string NoticeObjection = "notice-objection";

    /// <summary>The household objected to what the survey found.</summary>
    public const string SurveyObjection = "survey-objection";
}

/// <summary>The representatives were called to a meeting. Called again, the list and the day are those of the latest call.</summary>
/// <param name="Representatives">Everybody entitled to vote, by name, each once.</param>
public sealed record MeetingConvened(string TaskId, [property: SealedInJournal] ImmutableArray<string> Representatives, DateOnly On, [property: SealedInJournal] string? Place = null) : CaseEvent;

/// <summary>Too few came to vote: nothing was decided, and the meeting is called again.</summary>
/// <param name="Listed">Entitled to vote.</param>
/// <param name="Present">Of them, present.</param>
public sealed record MeetingFailed(string TaskId, int Listed, int Present) : CaseEvent;

/// <summary>A meeting as the case knows it.</summary>
/// <param name="Failed">Too few came.</param>
public sealed record Meeting(string TaskId, ImmutableArray<string> Representatives, DateOnly On, string? Place, DateTimeOffset CalledAt, bool Failed = false);

/// <summary>The order of a meeting (宣讲→介绍→评议→结论→签字), by the names that are kept.</summary>
public static class MeetingOrder
{
    public static ImmutableArray<string> All { get; } = ["explain", "introduce", "discuss", "conclude", "sign"];
}

/// <summary>Papers of the offices themselves. Nobody is asked for them, and they stand on no list.</summary>
public static class OfficePapers
{
    /// <summary>民主评议记录: the signed minutes, as a photo.</summary>
    public const string AppraisalMinutes = "W01";

    /// <summary>入户调查表: the survey form with the household's signature, as a photo.</summary>
    public const string SurveyForm = "W02";

    /// <summary>异议材料: what the household adds to an objection, of its own accord.</summary>
    public const string ObjectionEvidence = "W03";

    public static bool Has(string material) => material is AppraisalMinutes or SurveyForm or ObjectionEvidence;
}
