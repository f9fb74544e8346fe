using System.Collections.Immutable;
using OneVisit.Contracts;

namespace OneVisit.Conversation;

/// <summary>How an <see cref="Effect"/> went.</summary>
public abstract record EffectResult
{
    public sealed record Submitted(CaseReceipt Receipt) : EffectResult;

    public sealed record Applied(ApplicationReceipt Receipt) : EffectResult;

    /// <summary>One entry a file, in their order.</summary>
    public sealed record Uploaded(string Material, ImmutableArray<UploadedFile> Files) : EffectResult;

    public sealed record Cases(ImmutableArray<CaseSummary> Summaries) : EffectResult;

    public sealed record Shown(CaseView Case) : EffectResult;

    public sealed record MandateRevoked(string CaseId) : EffectResult;

    public sealed record ActingEnded(string CaseId) : EffectResult;

    /// <summary>As the case stands then.</summary>
    public sealed record ActingBegun(CaseView Case) : EffectResult;

    public sealed record ActingProlonged(string CaseId, DateOnly? Until) : EffectResult;

    public sealed record MandateGranted(CaseView Case) : EffectResult;

    public sealed record Agents(ImmutableArray<AgentOfficeView> Offices) : EffectResult;

    public sealed record CodeSent(MandateCodeSent Sent) : EffectResult;

    public sealed record CodeRight : EffectResult;

    public sealed record ProofCodeSent(Contracts.ProofCodeSent Sent) : EffectResult;

    public sealed record Proven(ProofTaken Taken) : EffectResult;

    public sealed record Clients(ImmutableArray<ClientView> Households) : EffectResult;

    public sealed record Myself(Me Me) : EffectResult;

    /// <summary>What was not sent is gone; of the rest it is told why it is kept.</summary>
    public sealed record ErasedMine(ErasureAnswer Answer) : EffectResult;

    public sealed record Rated(string CaseId, int Stars) : EffectResult;

    /// <summary>The household's answer or objection was taken.</summary>
    public sealed record Heeded(string CaseId) : EffectResult;

    public sealed record Complained(ComplaintReceipt Receipt) : EffectResult;

    public sealed record ChangeReported(ChangeReceipt Receipt) : EffectResult;

    public sealed record ComplaintShown(ComplaintView Complaint) : EffectResult;

    public sealed record Objected(ObjectionReceipt Receipt) : EffectResult;

    public sealed record ObjectionShown(ObjectionView Objection) : EffectResult;

    public sealed record PhoneReplaced(PhoneNowOnRecord Now) : EffectResult;

    public sealed record Work(ImmutableArray<TaskView> Tasks) : EffectResult;

    /// <summary>The task as it stands after the act.</summary>
    public sealed record Acted(TaskView Task) : EffectResult;

    public sealed record Matrices(ImmutableArray<AuthorityMatrixView> Points) : EffectResult;

    public sealed record Matrix(AuthorityMatrixView Of) : EffectResult;

    public sealed record Staff(StaffList Colleagues) : EffectResult;

    public sealed record Away(AbsencesView Of) : EffectResult;

    public sealed record Revealed(RevealedView Value) : EffectResult;

    public sealed record HandedOver(HandOverView Of) : EffectResult;

    public sealed record Done : EffectResult;

    /// <summary>The back office answered with a problem.</summary>
    /// <param name="Task">For an act on a task: the task as it stands, when it could be read.</param>
    public sealed record Failed(Problem Problem, TaskView? Task = null) : EffectResult;

    /// <summary>The back office did not answer, even after patient retries.</summary>
    public sealed record Unreachable : EffectResult;

    private EffectResult() { }
}

/// <param name="Name">Name the person gave the file.</param>
/// <param name="Problem">Why it was not taken; <c>null</c> when it was.</param>
/// <param name="Checking">Taken, and kept apart until a virus scanner has looked at it.</param>
public sealed record UploadedFile(string Name, Problem? Problem, bool Checking = false);
