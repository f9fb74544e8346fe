using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OneVisit.Domain.Cases;

/// <summary>What somebody did with a task, checked. The names are those of the wire and of the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(Collected), ActNames.Collected)]
[JsonDerivedType(typeof(Surveyed), ActNames.Surveyed)]
[JsonDerivedType(typeof(Verified), ActNames.Verified)]
[JsonDerivedType(typeof(Proposed), ActNames.Propose)]
[JsonDerivedType(typeof(ProposedRefusal), ActNames.ProposeRefusal)]
[JsonDerivedType(typeof(NoticePosted), ActNames.NoticePosted)]
[JsonDerivedType(typeof(Approved), ActNames.Approve)]
[JsonDerivedType(typeof(Returned), ActNames.Return)]
[JsonDerivedType(typeof(Refused), ActNames.Refuse)]
[JsonDerivedType(typeof(Registered), ActNames.Filed)]
[JsonDerivedType(typeof(ApplicationAccepted), ActNames.Accept)]
[JsonDerivedType(typeof(DeemedAccepted), ActNames.DeemedAccepted)]
[JsonDerivedType(typeof(NotAccepted), ActNames.NotAccepted)]
[JsonDerivedType(typeof(Superseded), ActNames.Superseded)]
[JsonDerivedType(typeof(Cosigned), ActNames.Cosigned)]
[JsonDerivedType(typeof(Disputed), ActNames.Disputed)]
[JsonDerivedType(typeof(SignatureWithdrawn), ActNames.SignatureWithdrawn)]
[JsonDerivedType(typeof(Appraised), ActNames.Appraised)]
[JsonDerivedType(typeof(AppraisalNotHeld), ActNames.AppraisalNotHeld)]
[JsonDerivedType(typeof(CityVisited), ActNames.Visited)]
[JsonDerivedType(typeof(HandedOver), ActNames.HandedOver)]
[JsonDerivedType(typeof(NotMet), ActNames.NotMet)]
[JsonDerivedType(typeof(ReadOutWithdrawn), ActNames.ReadOutWithdrawn)]
public abstract record TaskAct
{
    /// <summary>All that the list promised is there.</summary>
    /// <param name="InPerson">Somebody of the household came to the office with them: a visit.</param>
    /// <param name="ComingCause">Why they had to come again, see <see cref="ComingCauses"/>.</param>
    public sealed record Collected([property: SealedInJournal] ImmutableArray<string> Materials, bool? InPerson = null, string? ComingCause = null) : TaskAct;

    /// <summary>At least two investigators visited the household.</summary>
    /// <param name="VisitedOn"><c>null</c> in journals from before the day was told.</param>
    /// <param name="Signatures">Of both investigators; <c>null</c> in journals from before both signed.</param>
    public sealed record Surveyed(
        ImmutableArray<string> Investigators, [property: SealedInJournal] Money? MonthlyIncomeFound = null, [property: SealedInJournal] int? MembersFound = null, [property: SealedInJournal] string? Findings = null,
        DateOnly? VisitedOn = null, ImmutableArray<Signature>? Signatures = null) : TaskAct;

    /// <summary>The second investigator signed the findings of the first.</summary>
    public sealed record Cosigned : TaskAct;

    /// <summary>The second investigator does not agree: it goes back to the first.</summary>
    public sealed record Disputed([property: SealedInJournal] string Reason) : TaskAct;

    /// <summary>The first signed something else or named another second: this signature is not asked for any more.</summary>
    public sealed record SignatureWithdrawn : TaskAct;

    /// <summary>The data check is back.</summary>
    /// <param name="Differences">What contradicts what was told; <c>null</c>: nothing does, or a journal from before each was named.</param>
    /// <param name="ObjectBy">Last day on which the household may object; <c>null</c>: it may not, or not any more.</param>
    public sealed record Verified(
        [property: SealedInJournal("\"unknown\"")] Verification Result, [property: SealedInJournal] string? Findings = null, [property: SealedInJournal] ImmutableArray<DataDifference>? Differences = null, DateOnly? ObjectBy = null) : TaskAct;

    /// <summary>The representatives voted (民主评议). The result follows from the votes by the rule; nobody types it.</summary>
    /// <param name="Recused">Present or not, they did not vote (回避).</param>
    /// <param name="Minutes">Document id of the signed minutes.</param>
    public sealed record Appraised(
        DateOnly On, [property: SealedInJournal] ImmutableArray<string> Listed, [property: SealedInJournal] ImmutableArray<string> Present,
        [property: SealedInJournal] ImmutableArray<string> Recused, [property: SealedInJournal] int For, [property: SealedInJournal] int Against, [property: SealedInJournal] int Abstained,
        string Minutes, [property: SealedInJournal] bool Agreed) : TaskAct;

    /// <summary>As often as it was called, too few came. The review goes on knowing it; silence agrees to nothing.</summary>
    public sealed record AppraisalNotHeld(int Meetings) : TaskAct;

    /// <summary>At least two people of the city visited the household, because of relatives.</summary>
    public sealed record CityVisited(ImmutableArray<string> Investigators, [property: SealedInJournal] string Words) : TaskAct;

    /// <summary>Opinion to approve.</summary>
    /// <param name="Amount"><c>null</c>: the service pays nothing.</param>
    public sealed record Proposed([property: SealedInJournal] Money? Amount = null) : TaskAct;

    /// <summary>Opinion to refuse.</summary>
    public sealed record ProposedRefusal([property: SealedInJournal] string Reason) : TaskAct;

    /// <summary>The public notice hangs from today.</summary>
    public sealed record NoticePosted : TaskAct;

    /// <param name="Amount"><c>null</c>: the service pays nothing.</param>
    public sealed record Approved([property: SealedInJournal] Money? Amount = null) : TaskAct;

    /// <summary>Sent back with exact items.</summary>
    public sealed record Returned([property: SealedInJournal] ImmutableArray<string> Items, [property: SealedInJournal] string Reason) : TaskAct;

    public sealed record Refused([property: SealedInJournal] string Reason) : TaskAct;

    /// <summary>Taken into the city's register.</summary>
    public sealed record Registered(string RegisterNumber) : TaskAct;

    /// <summary>受理: the papers are complete, the clock of the case runs.</summary>
    public sealed record ApplicationAccepted : TaskAct;

    /// <summary>Nobody said anything within the limit.</summary>
    public sealed record DeemedAccepted : TaskAct;

    /// <summary>不予受理.</summary>
    public sealed record NotAccepted([property: SealedInJournal] string Reason) : TaskAct;

    /// <summary>送达: the result was read out and the letter is in the household's hands.</summary>
    public sealed record HandedOver(DateOnly On) : TaskAct;

    /// <summary>Nobody was met to read it out to.</summary>
    public sealed record NotMet([property: SealedInJournal] string Reason) : TaskAct;

    /// <summary>Nobody comes with the result any more: the household took its mandate back, or reads it itself.</summary>
    public sealed record ReadOutWithdrawn : TaskAct;

    /// <summary>Nobody's work any more: the case went back before it was done.</summary>
    public sealed record Superseded : TaskAct;

    /// <summary>The stable name, see <see cref="ActNames"/>.</summary>
    [JsonIgnore]
    public string Name => this switch
    {
        Collected => ActNames.Collected,
        Surveyed => ActNames.Surveyed,
        Verified => ActNames.Verified,
        Proposed => ActNames.Propose,
        ProposedRefusal => ActNames.ProposeRefusal,
        NoticePosted => ActNames.NoticePosted,
        Approved => ActNames.Approve,
        Returned => ActNames.Return,
        Refused => ActNames.Refuse,
        ApplicationAccepted => ActNames.Accept,
        DeemedAccepted => ActNames.DeemedAccepted,
        NotAccepted => ActNames.NotAccepted,
        Superseded => ActNames.Superseded,
        Cosigned => ActNames.Cosigned,
        Disputed => ActNames.Disputed,
        SignatureWithdrawn => ActNames.SignatureWithdrawn,
        Appraised => ActNames.Appraised,
        AppraisalNotHeld => ActNames.AppraisalNotHeld,
        CityVisited => ActNames.Visited,
        HandedOver => ActNames.HandedOver,
        NotMet => ActNames.NotMet,
        ReadOutWithdrawn => ActNames.ReadOutWithdrawn,
        _ => ActNames.Filed,
    };

    /// <summary>The amount spoken of, if any.</summary>
    [JsonIgnore]
    public Money? AmountNamed => this switch { Proposed p => p.Amount, Approved a => a.Amount, _ => null };

    /// <summary>The reason given, if any.</summary>
    [JsonIgnore]
    public string? ReasonGiven => this switch { ProposedRefusal p => p.Reason, Returned r => r.Reason, Refused r => r.Reason, NotAccepted n => n.Reason, Disputed d => d.Reason, NotMet m => m.Reason, _ => null };

    private TaskAct() { }
}

/// <summary>What the data check found. A look-up that failed is <see cref="Unknown"/>, which is never a no.</summary>
public enum Verification { Consistent, Contradicted, Unknown }

/// <summary>Names of the acts, the same on the wire and in the journal.</summary>
public static class ActNames
{
    /// <summary>Collect: the agent visited and has all that the list promised.</summary>
    public const string Collected = "collected";

    /// <summary>Collect or read out, by an agent: it is not their area. The errand moves on.</summary>
    public const string OutsideArea = "outside-area";

    /// <summary>Collect or read out, by an agent: they cannot, for a named cause. The errand moves on.</summary>
    public const string Cannot = "cannot";

    /// <summary>Read out: the result was read out and the letter handed over.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>Read out: nobody was met, with a reason. Somebody goes once more.</summary>
    public const string NotMet = "not-met";

    /// <summary>Read out: nobody is wanted to come any more. Nobody posts it.</summary>
    public const string ReadOutWithdrawn = "read-out-withdrawn";

    /// <summary>Survey: it begins today or on the day named. The task stays open.</summary>
    public const string StartSurvey = "start-survey";

    /// <summary>Survey, second signature: the findings are right.</summary>
    public const string Cosigned = "cosigned";

    /// <summary>Survey, second signature: the findings are not right, with a reason.</summary>
    public const string Disputed = "disputed";

    /// <summary>Survey, second signature: not asked for any more. Nobody posts it.</summary>
    public const string SignatureWithdrawn = "signature-withdrawn";

    /// <summary>Appraise: the representatives are called to a meeting. The task stays open.</summary>
    public const string Convene = "convene";

    /// <summary>Appraise: the meeting took place. With too few present it is called again, and the task stays open.</summary>
    public const string Appraised = "appraised";

    /// <summary>Appraise: too few came as often as it was called. Nobody posts it.</summary>
    public const string AppraisalNotHeld = "appraisal-not-held";

    /// <summary>Visit: two people of the city visited.</summary>
    public const string Visited = "visited";

    /// <summary>Any task: somebody of the offices is related to the household. The task stays open.</summary>
    public const string DeclareRelative = "declare-relative";

    /// <summary>Accept, Collect, Survey, Verify, Review: a member of the household is named by number, with their authorisation. The task stays open.</summary>
    public const string NameMember = "name-member";

    /// <summary>Survey: two investigators visited; the first signs, the second is asked to. The task stays open until both have.</summary>
    public const string Surveyed = "surveyed";

    /// <summary>Verify: the data check is back.</summary>
    public const string Verified = "verified";

    /// <summary>Review: opinion to approve, with the amount where the service pays one.</summary>
    public const string Propose = "propose";

    /// <summary>Review: opinion to refuse, with a reason.</summary>
    public const string ProposeRefusal = "propose-refusal";

    /// <summary>Notice: it hangs in the village from today.</summary>
    public const string NoticePosted = "notice-posted";

    /// <summary>Decide: approve, with the amount where the service pays one.</summary>
    public const string Approve = "approve";

    /// <summary>Decide: send back once, with exact items.</summary>
    public const string Return = "return";

    /// <summary>Decide: refuse, with a reason.</summary>
    public const string Refuse = "refuse";

    /// <summary>Decide, after the first signature: the other signs too, and the decision counts.</summary>
    public const string Countersign = "countersign";

    /// <summary>Decide, after the first signature: the other does not sign, with a reason; it goes back to the first.</summary>
    public const string DeclineSignature = "decline-signature";

    /// <summary>File: taken into the city's register.</summary>
    public const string Filed = "filed";

    /// <summary>By the system: the case went back before it was done.</summary>
    public const string Superseded = "superseded";

    /// <summary>Survey, verify, review, decide: ask the household for papers. The task stays open.</summary>
    public const string RequestMaterial = "request-material";

    /// <summary>Accept: the papers are complete.</summary>
    public const string Accept = "accept";

    /// <summary>Accept: everything that is missing, at once and once. The task stays open.</summary>
    public const string TellMissing = "tell-missing";

    /// <summary>Accept: turned away, with a reason.</summary>
    public const string NotAccepted = "not-accepted";

    /// <summary>Accept: nobody acted within the limit. Never posted.</summary>
    public const string DeemedAccepted = "deemed-accepted";

    /// <summary>Survey, verify, review, decide: the clock stands still for a reason of the law. The task stays open.</summary>
    public const string PauseClock = "pause-clock";

    /// <summary>The clock goes on before the pause's last day. The task stays open.</summary>
    public const string ResumeClock = "resume-clock";

    /// <summary>Whoever decides the case gives it the longer limit, from any of its open tasks. The task stays open.</summary>
    public const string ExtendTime = "extend-time";

    /// <summary>A stage that people must attend: somebody was there. The task stays open.</summary>
    public const string Attended = "attended";
}
