using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Storage;

namespace OneVisit.Functions.Retention;

/// <summary>
/// A resident asks that what is kept about them be erased (个人信息保护法 第四十七条). What was never sent goes at once; of each case they hear why the law keeps it and until when.
/// A hold is not told of: who ordered it may have reason to ask quietly.
/// </summary>
public sealed class EraseMine(CaseCabinet cabinet, CasePapers papers, CaseIndex index, CatalogueShelf shelf, TimeProvider clock)
{
    [Function(nameof(EraseMine))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.MyErasure)] HttpRequest request, CancellationToken cancellation)
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
        var kept = await KeptAsync(resident, request, cancellation);
        var drafts = asked.SubmissionId is { } submission ? await papers.EraseDraftAsync(resident.Participant, submission, cancellation) : 0;
        return Answers.Json(new ErasureAnswer(drafts, kept));
    }

    private async Task<IReadOnlyList<KeptCaseView>> KeptAsync(Caller.Resident resident, HttpRequest request, CancellationToken cancellation)
    {
        var (kept, plan, now, language) = (new List<KeptCaseView>(), shelf.InForce.Retention, clock.GetUtcNow(), request.Language());
        foreach (var caseId in await index.ListAsync(IndexKind.Participant, resident.Participant, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !resident.Holds(file.Current, clock.Today()) || !resident.Proven.Opens(file.Current))
                continue;
            var (until, why) = RetentionTold.Of(plan.KeepingOf(file.Current, now), language);
            kept.Add(new(caseId, file.Service.Name.In(language), until, why));
        }
        return kept;
    }
}
