using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Contracts;

namespace OneVisit.Conversation;

/// <summary>What the conversation wants done in the back office. The app around it does it and answers with an <see cref="EffectResult"/>.</summary>
/// <remarks>Those that are named here may wait in a conversation's state until somebody has proven who they are.</remarks>
[JsonDerivedType(typeof(ListMyCases), nameof(ListMyCases))]
[JsonDerivedType(typeof(ShowCase), nameof(ShowCase))]
[JsonDerivedType(typeof(Upload), nameof(Upload))]
[JsonDerivedType(typeof(RevokeMandate), nameof(RevokeMandate))]
[JsonDerivedType(typeof(EndActing), nameof(EndActing))]
[JsonDerivedType(typeof(StopActing), nameof(StopActing))]
[JsonDerivedType(typeof(NameActing), nameof(NameActing))]
[JsonDerivedType(typeof(ListAgents), nameof(ListAgents))]
[JsonDerivedType(typeof(SendMandateCode), nameof(SendMandateCode))]
[JsonDerivedType(typeof(CheckMandateCode), nameof(CheckMandateCode))]
[JsonDerivedType(typeof(GrantMandate), nameof(GrantMandate))]
[JsonDerivedType(typeof(Rate), nameof(Rate))]
[JsonDerivedType(typeof(Report), nameof(Report))]
[JsonDerivedType(typeof(AnswerFound), nameof(AnswerFound))]
[JsonDerivedType(typeof(ObjectToSurvey), nameof(ObjectToSurvey))]
public abstract record Effect
{
    /// <summary>Submit the application; answered by <see cref="EffectResult.Submitted"/>.</summary>
    public sealed record Submit(SubmitCase Application) : Effect;

    /// <summary>Submit one application for several services; answered by <see cref="EffectResult.Applied"/>.</summary>
    public sealed record Apply(SubmitApplication Application) : Effect;

    /// <summary>Fetch the files and put them into a case, or into the drafts of a submission not sent yet; answered by <see cref="EffectResult.Uploaded"/>.</summary>
    /// <remarks>Exactly one of <paramref name="CaseId"/> and <paramref name="SubmissionId"/> is given.</remarks>
    public sealed record Upload(string? CaseId, string? SubmissionId, string Material, ImmutableArray<IncomingFile> Files) : Effect;

    /// <summary>The caller's own cases; answered by <see cref="EffectResult.Cases"/>.</summary>
    /// <param name="ForMandate">To take the mandate of one back.</param>
    /// <param name="ForComplaint">To complain about one.</param>
    /// <param name="ForReplacement">To name another agent for one.</param>
    /// <param name="ToEndActing">So that somebody no longer acts in one.</param>
    /// <param name="ToStopActing">To act for somebody no longer.</param>
    /// <param name="ToNameActing">So that somebody acts in one from now on.</param>
    /// <param name="Named">What that somebody is to the person, where it was said with the wish.</param>
    public sealed record ListMyCases(bool ForMandate = false, bool ForComplaint = false, bool ForReplacement = false, bool ForExport = false, bool ToEndActing = false, bool ToStopActing = false, bool ToNameActing = false, string? Named = null) : Effect;

    /// <summary>One case; answered by <see cref="EffectResult.Shown"/>.</summary>
    /// <param name="ToEndActing">So that somebody no longer acts in it.</param>
    /// <param name="ToStopActing">To act in it for somebody no longer.</param>
    /// <param name="ToNameActing">So that somebody acts in it from now on.</param>
    /// <param name="Named">What that somebody is to the person, where it was said with the wish.</param>
    public sealed record ShowCase(string CaseId, bool ToEndActing = false, bool ToStopActing = false, bool ToNameActing = false, string? Named = null) : Effect;

    /// <summary>Somebody acts for the person of the case from now on; answered by <see cref="EffectResult.ActingBegun"/>.</summary>
    public sealed record NameActing(string CaseId, NameRepresentative Wish) : Effect;

    /// <summary>Nobody acts for the person of the case any more; answered by <see cref="EffectResult.ActingEnded"/>.</summary>
    public sealed record EndActing(string CaseId) : Effect;

    /// <summary>Who acts for somebody gives it up; answered by <see cref="EffectResult.ActingEnded"/>.</summary>
    public sealed record StopActing(string CaseId) : Effect;

    /// <summary>Take the mandate back; answered by <see cref="EffectResult.MandateRevoked"/>.</summary>
    public sealed record RevokeMandate(string CaseId) : Effect;

    /// <summary>Who may be authorised; answered by <see cref="EffectResult.Agents"/>.</summary>
    /// <param name="CaseId">For a case; else for a household of <paramref name="Village"/>.</param>
    public sealed record ListAgents(string? CaseId, string? Village) : Effect;

    /// <summary>Send the code with which a mandate is signed; answered by <see cref="EffectResult.CodeSent"/>.</summary>
    public sealed record SendMandateCode(MandateCodeRequest Request) : Effect;

    /// <summary>Sign with the code; answered by <see cref="EffectResult.CodeRight"/>.</summary>
    public sealed record CheckMandateCode(MandateCodeRequest Request) : Effect;

    /// <summary>Give a mandate for a case, in place of the one in force; answered by <see cref="EffectResult.MandateGranted"/>.</summary>
    public sealed record GrantMandate(string CaseId, MandateOffer Mandate) : Effect;

    /// <summary>Take a case that an agent applied for into this conversation; answered by <see cref="EffectResult.Shown"/>.</summary>
    public sealed record Claim(string CaseId, string Code) : Effect
    {
        /// <summary>Never prints the code.</summary>
        public override string ToString() => nameof(Claim);
    }

    /// <summary>Send a code to the telephone on record; answered by <see cref="EffectResult.ProofCodeSent"/>.</summary>
    public sealed record SendProofCode(ProofRequest Claimed) : Effect;

    /// <summary>Prove with the code; answered by <see cref="EffectResult.Proven"/>.</summary>
    public sealed record TakeProof(ProofRequest Claimed) : Effect;

    /// <summary>Leave: nothing of this conversation is remembered, and it is opened to nobody any more. Not answered.</summary>
    public sealed record Leave : Effect;

    /// <summary>Agents: whom do I act for; answered by <see cref="EffectResult.Clients"/>.</summary>
    public sealed record ListClients : Effect;

    /// <summary>Staff: who am I; answered by <see cref="EffectResult.Myself"/>.</summary>
    public sealed record AskMe : Effect;

    /// <summary>Rate a case, 1 to 5; answered by <see cref="EffectResult.Rated"/>.</summary>
    /// <param name="Tags">Ids of what was ticked beside the grade; <c>null</c>: nothing.</param>
    public sealed record Rate(string CaseId, int Stars, string? Comment, IReadOnlyList<string>? Tags = null) : Effect;

    /// <summary>File a complaint, without saying whose conversation this is; answered by <see cref="EffectResult.Complained"/>.</summary>
    public sealed record Complain(FileComplaint Complaint) : Effect;

    /// <summary>Report a change in a household that draws a benefit; answered by <see cref="EffectResult.ChangeReported"/>.</summary>
    public sealed record Report(string CaseId, ReportChange Change) : Effect;

    /// <summary>The answer to a complaint, for who has its code; answered by <see cref="EffectResult.ComplaintShown"/>.</summary>
    public sealed record ShowComplaint(string ComplaintId, string PickupCode) : Effect
    {
        /// <summary>Never prints the code.</summary>
        public override string ToString() => nameof(ShowComplaint);
    }

    /// <summary>Object to a public notice, without saying whose conversation this is; answered by <see cref="EffectResult.Objected"/>.</summary>
    public sealed record Object(RaiseObjection Objection) : Effect;

    /// <summary>The answer to an objection, for who has its code; answered by <see cref="EffectResult.ObjectionShown"/>.</summary>
    public sealed record ShowObjection(string ObjectionId, string PickupCode) : Effect
    {
        /// <summary>Never prints the code.</summary>
        public override string ToString() => nameof(ShowObjection);
    }

    /// <summary>Agree with what the data check found, or object; answered by <see cref="EffectResult.Heeded"/>.</summary>
    public sealed record AnswerFound(string CaseId, bool Agrees, string? Reason) : Effect;

    /// <summary>Object to what the survey found; answered by <see cref="EffectResult.Heeded"/>.</summary>
    public sealed record ObjectToSurvey(string CaseId, string Reason) : Effect;

    /// <summary>Hand the conversation to a person. The transcript holds no ID number. Answered by <see cref="EffectResult.Done"/>.</summary>
    public sealed record CallPerson(ImmutableArray<string> Transcript) : Effect;

    /// <summary>Staff: nobody acts for the person of the case any more; answered by <see cref="EffectResult.ActingEnded"/>.</summary>
    public sealed record NoteActingEnd(string CaseId, EndRepresentation End) : Effect;

    /// <summary>Staff: somebody acts for the person of the case from now on; answered by <see cref="EffectResult.ActingBegun"/>.</summary>
    public sealed record NoteActing(string CaseId, NoteRepresentation Wish) : Effect;

    /// <summary>Staff: a later letter of entrusting was seen; answered by <see cref="EffectResult.ActingProlonged"/>.</summary>
    public sealed record NoteLaterLetter(string CaseId, ProlongRepresentation Wish) : Effect;

    /// <summary>Staff: the household has another telephone; answered by <see cref="EffectResult.PhoneReplaced"/>.</summary>
    public sealed record ReplacePhone(string CaseId, Contracts.ReplacePhone Wish) : Effect;

    /// <summary>Staff: what is on my desk; answered by <see cref="EffectResult.Work"/>.</summary>
    public sealed record ListWork : Effect;

    /// <summary>The resident asks that what is kept of them be erased.</summary>
    /// <param name="SubmissionId">Of what was begun and not sent. Answered by <see cref="EffectResult.ErasedMine"/>.</param>
    public sealed record EraseMine(string? SubmissionId) : Effect;

    /// <summary>Staff: an outcome of a task; answered by <see cref="EffectResult.Acted"/>, or <see cref="EffectResult.Failed"/> with the task as it stands.</summary>
    public sealed record Act(string CaseId, string TaskId, TaskOutcome Outcome) : Effect;

    /// <summary>Staff: a value of a case in full, for a reason; answered by <see cref="EffectResult.Revealed"/>.</summary>
    /// <param name="What">See <see cref="RevealedValues"/>.</param>
    /// <param name="Reason">See <see cref="RevealReasons"/>.</param>
    public sealed record Reveal(string CaseId, string What, string Reason, string Words) : Effect;

    /// <summary>City staff: who may decide at which point; answered by <see cref="EffectResult.Matrices"/>.</summary>
    public sealed record ListMatrices : Effect;

    /// <summary>City staff: the authority matrix of one point; answered by <see cref="EffectResult.Matrix"/>.</summary>
    /// <param name="Township">For example <c>370982103</c>.</param>
    public sealed record ShowMatrix(string Township) : Effect;

    /// <summary>City staff: change lines of it; answered by <see cref="EffectResult.Matrix"/>.</summary>
    public sealed record ChangeMatrix(string Township, ChangeAuthority Wish) : Effect;

    /// <summary>Staff: colleagues and those one answers for; answered by <see cref="EffectResult.Staff"/>.</summary>
    /// <param name="ToHandOver">To hand over work; else to note an absence.</param>
    public sealed record ListStaff(bool ToHandOver) : Effect;

    /// <summary>Staff: somebody is away; answered by <see cref="EffectResult.Away"/>.</summary>
    public sealed record NoteAbsence(string StaffId, Contracts.NoteAbsence Absence) : Effect;

    /// <summary>Staff: somebody is back; answered by <see cref="EffectResult.Away"/>.</summary>
    public sealed record EndAbsence(string StaffId, Contracts.EndAbsence End) : Effect;

    /// <summary>Staff: all open work of somebody goes to another; answered by <see cref="EffectResult.HandedOver"/>.</summary>
    public sealed record HandOver(string StaffId, HandOverWork Wish) : Effect;

    private Effect() { }
}
