using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Tasks;

/// <summary>What sets a case apart from the one before it, as stable names: who has twenty before lunch reads this first.</summary>
public sealed class UnusualThings(CaseIndex index, CaseCabinet cabinet, HouseholdsOf households, TimeProvider clock)
{
    /// <summary>For one card. Who has nothing left to do on it, or has surveyed and waits for the other's signature, does not need the person's other cases.</summary>
    public Task<IReadOnlyList<string>> AboutAsync(Case current, CaseTask task, CancellationToken cancellation) => AboutAsync(
        current, cancellation, looksBeside: task.IsOpen && (task.Kind != StageKind.Survey || task.StageId == BesideTasks.Cosign || current.AwaitsSignature is null));

    /// <param name="looksBeside">Also at the person's other cases.</param>
    public async Task<IReadOnlyList<string>> AboutAsync(Case current, CancellationToken cancellation, bool looksBeside = true)
    {
        var names = InItself(current).ToList();
        if (looksBeside)
            names.AddRange(await BesideAsync(current, cancellation));
        return names;
    }

    private IEnumerable<string> InItself(Case current)
    {
        if (current.Round > 1)
            yield return "returned";
        if (current.IsMandatedOn(clock.Today()))
            yield return "mandated";
        if (current.IsCutOffOn(clock.Today()))
            yield return "nobody-acts";
        if (current.Application.Verdict.Kind == VerdictKind.Unknown)
            yield return "verdict-unknown";
        if (current.Application.Verdict.Kind == VerdictKind.Unlikely)
            yield return "verdict-unlikely";
        if (current.Objections.Length > 0)
            yield return "objected";
        if (current.VisitsOrdered.Any(visit => visit.Cause == VisitCauses.Complaint))
            yield return "complained-about";
        if (current.VisitsOrdered.Any(visit => visit.Cause == VisitCauses.Relatives))
            yield return "relatives";
        if (current.StillToFollow.Any())
            yield return "papers-to-follow";
        if (current.Promise is { IsDeemed: true })
            yield return "deemed-accepted";
        if (current.Unreasoned.Length > 0)
            yield return "unreasoned-refusal";
        if (current.Extension is not null)
            yield return "extended";
        if (current.RefusedRequests.Length > 0)
            yield return "extra-refused";
        if (current.Application.Together is not null)
            yield return "linked";
        if (current.Verification == Verification.Contradicted)
            yield return "data-contradict";
        if (current.DifferencesAnswers is [.., { Agrees: false }])
            yield return "data-objected";
        if (current.Appraisal is TaskAct.Appraised { Agreed: false })
            yield return "appraisal-against";
        if (current.Appraisal is TaskAct.AppraisalNotHeld)
            yield return "appraisal-not-held";
        if (current.Verification == Verification.Unknown)
            yield return "data-unknown";
        if (current.Survey?.MonthlyIncomeFound is { } income && income.ToFen() != current.Application.Household.MonthlyIncome?.ToFen())
            yield return "income-differs";
        if (current.Survey?.MembersFound is { } members && members != current.Application.Household.Members)
            yield return "members-differ";
    }

    private async Task<IReadOnlyList<string>> BesideAsync(Case current, CancellationToken cancellation)
    {
        var (names, known) = (new List<string>(), await index.OfPersonAsync(current.Applicant.IdHash, cancellation));
        if (await HasAnotherOpenCaseAsync(known.Own, current, cancellation))
            names.Add("another-open-case");
        if (await SomebodyCountsTwiceAsync(known.Lived, current, cancellation))
            names.Add("member-counts-twice");
        return names;
    }

    private async Task<bool> HasAnotherOpenCaseAsync(IEnumerable<string> own, Case current, CancellationToken cancellation)
    {
        foreach (var caseId in own)
        {
            if (caseId != current.CaseId && await cabinet.FindAsync(caseId, cancellation) is { Current.IsClosed: false } other && !IsLinked(other.Current, current))
                return true;
        }
        return false;
    }

    // Looked at anew: the other household may have named them later.
    private async Task<bool> SomebodyCountsTwiceAsync(IEnumerable<string> lived, Case current, CancellationToken cancellation)
    {
        if (!(await households.AmongAsync(lived, current, cancellation)).IsEmpty)
            return true;
        foreach (var member in current.NamedMembers)
        {
            if (!(await households.ElsewhereAsync(member.Person.IdHash, current, cancellation)).IsEmpty)
                return true;
        }
        return false;
    }

    private static bool IsLinked(Case one, Case other) =>
        one.Application.Together is { } together && together.ApplicationId == other.Application.Together?.ApplicationId;
}
