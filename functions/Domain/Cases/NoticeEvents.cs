using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>The public notice was taken down before its time: nothing of it hangs any more, and it has to hang its full time again.</summary>
/// <param name="Cause">See <see cref="TakeDownCauses"/>.</param>
/// <param name="Reason">Of who took it down for the city; <c>null</c>: nobody had to give one.</param>
public sealed record NoticeTakenDown(string TaskId, int Round, [property: SealedInJournal("\"case-left\"")] string Cause, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>Somebody objected to the public notice (公示异议). Who and why is known to the matter alone.</summary>
/// <param name="Matter">Number of the objection.</param>
public sealed record ObjectionRaised(string Matter) : CaseEvent;

/// <summary>An objection was answered; who and when stand in the entry.</summary>
/// <param name="Finding">What it turned out to be.</param>
public sealed record ObjectionAnswered(string Matter, ComplaintFinding Finding) : CaseEvent;

/// <summary>An objection that was right, or partly, sent the case back: it is surveyed and reviewed anew. No return for correction: that one is still left.</summary>
/// <param name="Round">The round that follows.</param>
/// <param name="StageId">The stage it starts again from.</param>
/// <param name="Matter">Number of the objection; empty: the city took the notice down.</param>
public sealed record Reopened(int Round, string StageId, string Matter) : CaseEvent;

/// <summary>Why a notice was taken down, as it is kept.</summary>
public static class TakeDownCauses
{
    /// <summary>An objection was right, or partly.</summary>
    public const string Objection = "objection";

    /// <summary>The case was withdrawn or returned.</summary>
    public const string CaseLeft = "case-left";

    /// <summary>The city: it was about the wrong person, or told what is not so. The opinion is written anew.</summary>
    public const string WrongPerson = "wrong-person";

    /// <summary>The city: somebody is in danger when it is known where they live. Nothing of the case hangs again.</summary>
    public const string Endangered = "endangered";

    public static bool IsOfTheCity(string? cause) => cause is WrongPerson or Endangered;
}

/// <summary>An objection to the public notice, as the case knows it.</summary>
/// <param name="Round">Of the notice it was made to.</param>
/// <param name="Finding"><c>null</c> while it is open.</param>
public sealed record NoticeObjection(string Matter, int Round, DateTimeOffset RaisedAt, ComplaintFinding? Finding = null, Actor? AnsweredBy = null, DateTimeOffset? AnsweredAt = null)
{
    public bool IsOpen => Finding is null;
}
