using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>What has to be done in a matter.</summary>
public enum StepKind
{
    /// <summary>评查案卷: the city's reviewer goes through the file.</summary>
    ReviewFile,

    /// <summary>整改: the township answers the guidance.</summary>
    CorrectFile,

    /// <summary>复查: the reviewer looks whether it was corrected.</summary>
    RecheckFile,

    /// <summary>联系评价人: who rated badly is called.</summary>
    ContactRater,

    /// <summary>整改服务: what was bad is put right.</summary>
    FixService,

    /// <summary>回访: somebody else asks whether it is well now.</summary>
    RevisitRater,

    /// <summary>答复投诉.</summary>
    AnswerComplaint,

    /// <summary>入户核查: the city visits the household that a complaint is about.</summary>
    VisitHousehold,

    /// <summary>答复公示异议: the township, but not who surveyed; else the city.</summary>
    AnswerObjection,

    /// <summary>待遇复核: the township looks at what a household draws.</summary>
    CheckBenefit,

    /// <summary>待遇确认: the representative confirms a change or an end.</summary>
    ConfirmBenefit,
}

/// <summary>Steps as they travel.</summary>
public static class StepKinds
{
    public static string Code(this StepKind kind) => kind switch
    {
        StepKind.ReviewFile => "review-file",
        StepKind.CorrectFile => "correct-file",
        StepKind.RecheckFile => "recheck-file",
        StepKind.ContactRater => "contact-rater",
        StepKind.FixService => "fix-service",
        StepKind.RevisitRater => "revisit-rater",
        StepKind.AnswerComplaint => "answer-complaint",
        StepKind.CheckBenefit => "check-benefit",
        StepKind.ConfirmBenefit => "confirm-benefit",
        StepKind.AnswerObjection => "answer-objection",
        _ => "visit-household",
    };
}

/// <summary>A piece of work in a matter, on an office's desk.</summary>
/// <param name="NotBy">Participants who may not do it.</param>
public sealed record MatterStep(
    string TaskId, StepKind Kind, Role Role, string Office, ImmutableArray<string> NotBy,
    DateTimeOffset OpenedAt, DueDate Due, DateTimeOffset YellowAt, DateTimeOffset RedAt)
{
    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary><c>null</c> while it is open.</summary>
    public MatterCompletion? Done { get; init; }

    public bool IsOpen => Done is null;

    internal DateTimeOffset? RemindAt => IsOpen && RemindedAt is null && EscalatedAt is null ? YellowAt : null;

    internal DateTimeOffset? EscalateAt => IsOpen && EscalatedAt is null ? RedAt : null;

    /// <summary>The clock's colour; for a finished step, its colour when it was done.</summary>
    public DueState StateAt(DateTimeOffset now) => DueStates.Of(YellowAt, RedAt, Done?.At ?? now);

    public static string IdOf(StepKind kind, int round) => $"{kind.Code()}-r{round}";
}

/// <summary>What was done, by whom and when.</summary>
public sealed record MatterCompletion(MatterAct Act, Actor By, DateTimeOffset At);
