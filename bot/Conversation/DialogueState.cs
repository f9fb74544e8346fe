using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation;

/// <summary>
/// Where a resident's conversation stands: everything told so far and what is being asked. Plain data for System.Text.Json.
/// Holds the ID number between its entry and the submission only; whoever stores a state seals it.
/// </summary>
public sealed record DialogueState
{
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>The resident chose the language by a button or a command: writing the other one no longer switches.</summary>
    public bool LanguageChosen { get; init; }

    public Stage Stage { get; init; } = Stage.Greeting;

    /// <summary>What is being asked in <see cref="Stage.Asking"/>.</summary>
    public Inquiry? Inquiry { get; init; }

    /// <summary>What was offered to tick with <see cref="Inquiry"/>.</summary>
    public ImmutableArray<Option> Offered { get; init; } = [];

    /// <summary>Codes of the services it is about from the start; what is told brings in others.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Everything answered, in order. With <see cref="Household"/> it tells all that is known.</summary>
    public ImmutableArray<Answered> Answers { get; init; } = [];

    /// <summary>How each person told of is called, by place: a word of the resident's, or the code of an option.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>Those of whose birth only a year or an age was told, by place (below 0: nobody of the household): the day among the answers stands for it.</summary>
    public ImmutableArray<int> VagueBirths { get; init; } = [];

    /// <summary>The resident has looked over the answers since the last one changed.</summary>
    public bool Reviewed { get; init; }

    /// <summary>Codes of the services being applied for.</summary>
    public ImmutableArray<string> Chosen { get; init; } = [];

    /// <summary>Papers that follow later or are replaced by a commitment; <c>null</c>: not asked yet.</summary>
    public MaterialChoices? Papers { get; init; }

    /// <summary>The life event whose services are being looked at in <see cref="Stage.Finding"/>.</summary>
    public string? LifeEvent { get; init; }

    /// <summary>Of conversations begun before there were interviews: the fact being asked for. Read, never written.</summary>
    public Question? Asking { get; init; }

    /// <summary>The resident has seen the verdict and wants to apply.</summary>
    public bool Applying { get; init; }

    /// <summary>Facts told in the story, before anything was asked.</summary>
    public HouseholdFacts Household { get; init; } = new();

    /// <summary>What was asked for and answered, in order, by the key of its inquiry or the name of its <see cref="Stage"/>: the way back.</summary>
    public ImmutableArray<string> Trail { get; init; } = [];

    /// <summary>Of conversations begun before there were interviews: facts the resident does not know. Read, never written.</summary>
    public ImmutableArray<Question> Unsure { get; init; } = [];

    /// <summary>Stable names of what was understood from the story.</summary>
    public ImmutableArray<string> Understood { get; init; } = [];

    /// <summary>A wage mentioned in the story; offered when the household's income is asked.</summary>
    public decimal? MentionedWage { get; init; }

    /// <summary>What happened, in the resident's words.</summary>
    public string? Story { get; init; }

    public bool Condoled { get; init; }

    public Draft Draft { get; init; } = new();

    /// <summary>Of the application being prepared; the next application gets a new one.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>Receipt of the last application from this conversation; of several cases the first.</summary>
    public CaseReceipt? LastReceipt { get; init; }

    /// <summary>On what somebody acted in the last application, see <see cref="RepresentationBases"/>: the paper for it may still come. <c>null</c>: nobody did.</summary>
    public string? LastBasis { get; init; }

    /// <summary>Case numbers of the last application with several services, in order.</summary>
    public ImmutableArray<string> LastCases { get; init; } = [];

    /// <summary>Answers in a row that were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>Files that came without saying which material they are.</summary>
    public ImmutableArray<IncomingFile> WaitingFiles { get; init; } = [];

    /// <summary>How many files came for each material of the draft.</summary>
    public ImmutableDictionary<string, int> Received { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What an office asked for last, as long as it has not come; <c>null</c>: nothing.</summary>
    public AskedPapers? Asked { get; init; }

    /// <summary>A finished case waiting for its grade, or a bad grade waiting for its reason.</summary>
    public PendingRating? Rating { get; init; }

    /// <summary>A complaint being told, beside whatever else is going on.</summary>
    public PendingComplaint? Complaint { get; init; }

    /// <summary>A change at home being told.</summary>
    public PendingChange? Changing { get; init; }

    /// <summary>An objection to what was found, waiting for its reason or, once sent, for papers.</summary>
    public PendingFound? Found { get; init; }

    /// <summary>Code of a village mentioned in the story; offered when the village is asked.</summary>
    public string? MentionedVillage { get; init; }

    /// <summary>Who they are is being proven, and what is wanted then.</summary>
    public PendingProof? Proving { get; init; }

    /// <summary>Whether to leave was asked just now: something was not sent yet.</summary>
    public bool LeaveAsked { get; init; }

    /// <summary>Whether to start over was asked just now.</summary>
    public bool RestartAsked { get; init; }

    /// <summary>The open cases of which the mandate was asked to be taken back just now.</summary>
    public ImmutableArray<string> RevokeAsked { get; init; } = [];

    /// <summary>Whose household was told of, as <see cref="ActingFor.Person"/> has it, or <c>own</c>; <c>null</c>: not settled.</summary>
    public string? HouseholdOf { get; init; }

    /// <summary>The list of papers has changed, or was not shown yet.</summary>
    public bool ListDue { get; init; }

    /// <summary>The case in which somebody was asked just now whether nobody shall act for them any more.</summary>
    public string? EndActingAsked { get; init; }

    /// <summary>The case in which who acts for somebody was asked just now whether they give it up.</summary>
    public string? StopActingAsked { get; init; }

    /// <summary>Somebody being named to act in a case that is on its way, beside whatever else is going on.</summary>
    public PendingNaming? Naming { get; init; }

    /// <summary>A mandate being given for a case that is on its way, beside whatever else is going on.</summary>
    public MandatePlan? Mandating { get; init; }

    /// <summary>The agent who holds this conversation with a client; <c>null</c>: the resident's own.</summary>
    public ClientAgent? Client { get; init; }

    /// <summary>The last lines of the conversation, numbers of people masked, to hand over to a person.</summary>
    public ImmutableArray<string> Transcript { get; init; } = [];
}

/// <summary>Steps of the way from the first word to the receipt.</summary>
public enum Stage
{
    Greeting, Story, ConfirmStory, Asking, Verdict, Privacy, Name, IdNumber, Phone, Village, Mandate, Summary, Submitting, Home,
    Finding, Review, Choosing, Papers, Relatives, ForWhom, ActedFor, ActingBasis, HouseholdOf, OwnName, OwnIdNumber, OwnPhone, ActingUntil,
}

internal static class Stages
{
    /// <summary>Nothing has been understood yet.</summary>
    public static bool IsOpening(this Stage stage) => stage is Stage.Greeting or Stage.Story or Stage.Finding;

    /// <summary>Nothing is being filled in.</summary>
    public static bool IsOpeningOrHome(this Stage stage) => stage.IsOpening() || stage == Stage.Home;
}

/// <summary>The applicant as told so far: the person it is about, whoever acts for them.</summary>
public sealed record Draft
{
    public string? Name { get; init; }
    public string? IdNumber { get; init; }

    /// <summary>Their own; empty: they have none, and somebody acts for them.</summary>
    public string? Phone { get; init; }

    /// <summary>For whom it is applied; <c>null</c>: not told.</summary>
    public ActingFor? Acting { get; init; }

    /// <summary>Code of the village.</summary>
    public string? Village { get; init; }

    /// <summary>Code of the grid in it, where it was named.</summary>
    public string? Grid { get; init; }

    /// <summary>Version of the personal-data notice that was confirmed.</summary>
    public string? Privacy { get; init; }

    /// <summary>Shall the village agent handle everything? <c>null</c>: not asked yet.</summary>
    public bool? Mandate { get; init; }

    /// <summary>Kinship with the offices: <c>no</c>, <c>unknown</c>, or who it is, as it was said. <c>null</c>: not asked yet.</summary>
    public string? Relatives { get; init; }

    /// <summary>To whom, for what and how signed; <c>null</c>: not told, or the usual of conversations from before it was asked.</summary>
    public MandatePlan? Plan { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(Draft);
}

/// <summary>An agent who applies with a client.</summary>
/// <param name="Level"><c>village</c>, <c>township</c> or <c>city</c>.</param>
public sealed record ClientAgent(string Id, string Name, string Level);

/// <summary>A complaint or an appeal as told so far.</summary>
/// <param name="SubmissionId">Sent twice, it is one.</param>
/// <param name="Kind"><c>complaint</c> or <c>appeal</c>.</param>
public sealed record PendingComplaint(string SubmissionId, string Kind)
{
    /// <summary>What happened.</summary>
    public string? Words { get; init; }

    public string? CaseId { get; init; }

    /// <summary>Which case it is about has been settled, be it none.</summary>
    public bool CaseSettled { get; init; }

    /// <summary>No number is left. <c>null</c>: not asked yet.</summary>
    public bool? Anonymous { get; init; }

    /// <summary>Where to ask back.</summary>
    public string? Contact { get; init; }

    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(PendingComplaint);
}

/// <summary>A proof being given: who they say to be, until they have proven it.</summary>
/// <param name="Wanted">What goes on with it.</param>
public sealed record PendingProof(Effect Wanted, ProofStep Step = ProofStep.Name, string? Name = null, string? IdNumber = null)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(PendingProof);
}

/// <summary>What is asked next; with <see cref="Done"/> it is proven and what was wanted is on its way.</summary>
public enum ProofStep
{
    Name, Number, Code, Done,
}

/// <summary>A change in a household that draws a benefit, as told so far.</summary>
/// <param name="SubmissionId">Sent twice, it is one.</param>
/// <param name="Cause"><c>change</c>, <c>employment</c> or <c>death</c>; <c>null</c>: not asked yet.</param>
public sealed record PendingChange(string SubmissionId, string CaseId, string? Cause = null);

/// <summary>An objection to what the data check or the survey found.</summary>
/// <param name="ToData">To the data check; else to the survey.</param>
public sealed record PendingFound(string CaseId, bool ToData, bool IsSent = false);

/// <param name="Stars">0 while no grade was given; else while its tags, and of a bad grade the reason, are asked.</param>
public sealed record PendingRating(string CaseId, int Stars);
