using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// A resident asks that what is kept about them be erased (个人信息保护法 第四十七条). What was never sent goes at once, and so does a case of their own whose time is over; of each other they hear why the law
/// keeps it and until when, and what is kept beside. A hold is not told of: who ordered it may have reason to ask quietly.
/// </summary>
public sealed class EraseMine(ErasingDesk desk, LostCases lost, CasePapers papers, CaseIndex index, CatalogueShelf shelf, TimeProvider clock)
{
    private static readonly DataClass[] Always = [DataClass.OneTimeCode, DataClass.NoticeLeftover], WithCases = [DataClass.LookUp, DataClass.Register];

    [Function(nameof(EraseMine))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.MyErasure)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Resident resident)
            return Problems.NotYours(request);
        var reading = await JsonRequest.ReadAsync<AskErasure>(request, cancellation);
        if (reading.Value is not { } asked)
            return reading.Problem!;
        if (asked.SubmissionId is not null && !SubmissionReading.IsSubmissionId(asked.SubmissionId))
        {
            var errors = new FieldErrors(request.Language());
            errors.Add("submissionId", "field.submission-id");
            return Problems.Invalid(request, errors.Fields);
        }
        var (kept, erased) = await CasesAsync(resident, request, process, cancellation);
        var drafts = asked.SubmissionId is { } submission ? await papers.EraseDraftAsync(resident.Participant, submission, cancellation) : 0;
        return Answers.Json(new ErasureAnswer(drafts, kept, erased, Beside(kept.Count + erased.Count > 0, request.Language())));
    }

    private async Task<(List<KeptCaseView> Kept, List<ErasedCaseView> Erased)> CasesAsync(
        Caller.Resident resident, HttpRequest request, DurableTaskClient process, CancellationToken cancellation)
    {
        var (kept, erased, plan, now, language) = (new List<KeptCaseView>(), new List<ErasedCaseView>(), shelf.InForce.Retention, clock.GetUtcNow(), request.Language());
        foreach (var caseId in await index.ListAsync(IndexKind.Participant, resident.Participant, cancellation))
        {
            if (await lost.FindAsync(caseId, cancellation) is not { } file || !resident.Holds(file.Current, clock.Today()))
                continue;
            // Where its key is lost nobody can prove anything to it any more, and nothing of it can be shown; what is over goes all the same.
            var isLost = file.Current.Key is { IsDestroyed: true };
            if (!isLost && !resident.Proven.Opens(file.Current))
                continue;
            var (keeping, name) = (plan.KeepingOf(file.Current, now), file.Service.Name.In(language));
            // On the word of who acts for somebody nothing of that person's is erased.
            if (!file.Current.IsWithRepresentative && keeping is Keeping.Over over && await desk.EraseNowAsync(file, over, process, cancellation))
            {
                erased.Add(new(caseId, name));
                continue;
            }
            if (isLost)
                continue;
            var (until, why) = RetentionTold.Of(keeping, language);
            kept.Add(new(caseId, name, until, why));
        }
        return (kept, erased);
    }

    private IReadOnlyList<KeptBesideView> Beside(bool hadCases, Language language) =>
    [
        .. Always.Concat(hadCases ? WithCases : []).Select(one => shelf.InForce.Retention.Of(one, clock.Today())).OfType<RetentionRule>()
            .Select(rule => RetentionTold.View(rule, language)).Select(rule => new KeptBesideView(rule.Name, rule.Keep, rule.Law)),
    ];
}
