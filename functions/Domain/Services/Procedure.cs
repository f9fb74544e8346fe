using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Services;

/// <summary>How long a stage may take. What is <c>null</c> does not limit it; all <c>null</c>: it takes no time of its own.</summary>
/// <param name="ByWorkingDayOfCase">Ends by this working day, counted from the day after acceptance.</param>
/// <param name="WorkingDaysOfItsOwn">Ends within so many working days, counted from the day after it opened.</param>
/// <param name="CalendarDays">Runs for exactly so many calendar days once it is posted (public notice).</param>
public sealed record StageLimit(int? ByWorkingDayOfCase = null, int? WorkingDaysOfItsOwn = null, int? CalendarDays = null);

/// <summary>One stage of a procedure.</summary>
/// <param name="Id">Unique within the procedure, for example <c>survey</c>.</param>
/// <param name="Level">Level of the office whose task it is.</param>
public sealed record Stage(string Id, StageKind Kind, Text Name, Role Role, OfficeLevel Level, StageLimit Limit, LawReference? Law)
{
    /// <summary>Somebody of the household must be there: their visit is recorded before the stage can go well.</summary>
    public bool InPerson { get; init; }

    /// <summary>Of a public notice: no amount hangs, since no rule of the service names it among what is published. Without the word it hangs, as it did.</summary>
    public bool WithoutAmount { get; init; }

    /// <summary>It has to begin within so many working days of acceptance; <c>null</c>: nobody says when.</summary>
    public int? StartWorkingDays { get; init; }

    /// <summary>A decision that the bureau delegated to the point.</summary>
    public bool IsDelegated => Kind == StageKind.Decide && Role == Role.ChiefRepresentative;
}

/// <summary>Stages that run side by side; the next step opens when all are done.</summary>
public sealed record Step(ImmutableArray<Stage> Stages);

/// <summary>When two have to sign a decision (双人签署).</summary>
/// <param name="Above">Yuan, exclusive: approvals of more than that; <c>null</c>: every decision, refusals too.</param>
public sealed record FourEyes(Money? Above)
{
    /// <param name="amount"><c>null</c>: nothing is paid.</param>
    public bool Demands(bool approves, Money? amount) => Above is not { } least || (approves && amount > least);
}

/// <summary>The course of a case as data, pinned by <see cref="Version"/> in each case.</summary>
/// <param name="EffectiveFrom">First day, inclusive, on which a new case takes this procedure.</param>
/// <param name="EffectiveTo">Last day, inclusive, or <c>null</c> while it is in force.</param>
/// <param name="TotalWorkingDays">Committed limit from the day after acceptance to the decision, filing not included.</param>
/// <param name="ReturnTo">Id of the stage that a file returned for correction starts again from.</param>
/// <param name="Status">How far the stage clocks may be shown as law.</param>
public sealed record Procedure(
    string Version, DateOnly EffectiveFrom, DateOnly? EffectiveTo, int TotalWorkingDays, string ReturnTo, ImmutableArray<Step> Steps,
    SourceStatus Status = SourceStatus.Demo)
{
    /// <summary><c>null</c> only where nobody asked: the catalogue always names one.</summary>
    public Decider? Decider { get; init; }

    /// <summary>When a decision needs two signatures; <c>null</c>: never.</summary>
    public FourEyes? FourEyes { get; init; }

    /// <summary>What an approval gives.</summary>
    public Grants Grants { get; init; }

    /// <summary>Paid from the month of application, not from the month after the decision.</summary>
    public bool PaidFromApplication { get; init; }

    /// <summary>How often what was granted is looked at again; <c>null</c>: nothing that lasts is granted, or it is never looked at.</summary>
    public Reverification? Reverification { get; init; }
    /// <summary>Of a service for what happens to a child: nothing of it hangs in public.</summary>
    public bool OfAChild { get; init; }

    /// <summary>What the law allows, where it counts in working days; never below <see cref="TotalWorkingDays"/>.</summary>
    public int? StatutoryWorkingDays { get; init; }

    /// <summary>What the law allows, where it counts in calendar days.</summary>
    public int? StatutoryCalendarDays { get; init; }

    /// <summary>The limit of hard cases: an objection, a separated register, a hard survey.</summary>
    public int? ExtendedWorkingDays { get; init; }

    /// <summary>Calendar days of the public notice; <c>null</c>: there is none.</summary>
    public int? PublicNoticeDays => Stages.FirstOrDefault(stage => stage.Kind == StageKind.Notice)?.Limit.CalendarDays;

    /// <summary>Its public notice names no amount.</summary>
    public bool NoticeWithoutAmount => Stages.Any(stage => stage is { Kind: StageKind.Notice, WithoutAmount: true });

    public IEnumerable<Stage> Stages => Steps.SelectMany(step => step.Stages);

    /// <summary>The bureau delegated its decision to the point.</summary>
    public bool IsDelegated => Stages.Any(stage => stage.IsDelegated);

    public Stage? Find(string stageId) => Stages.FirstOrDefault(stage => stage.Id == stageId);

    /// <summary>Another version took its place for the same days: cases begun under it go on by it, no case begins under it any more.</summary>
    public bool Replaced { get; init; }

    public bool IsInForce(DateOnly day) => !Replaced && EffectiveFrom <= day && (EffectiveTo is not { } last || day <= last);
}
