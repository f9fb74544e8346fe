using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>A paper for a case: from its owner, or from the staff on whose desk it lies. The body is the file itself.</summary>
public sealed class AddDocument(CaseCabinet cabinet, CasePapers papers, LinkedCases linked, CaseBell bell, TimeProvider clock)
{
    [Function(nameof(AddDocument))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.CaseDocuments)] HttpRequest request,
        string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var caller = request.Caller();
        var file = request.Case();
        var (paper, problem) = await PaperReading.ReadAsync(request, cancellation);
        if (paper is null)
            return problem!;
        // The domain is asked before bytes are kept, and again when they are: what it refuses leaves nothing behind.
        if (Decide(caller, file, Provisional(paper), clock.GetUtcNow()) is Decision.Refused no)
            return RefusalWords.Answer(request, no, file.Service);
        var stored = await papers.KeepAsync(caseId, paper.Material, paper.Type, paper.Content, cancellation);
        switch (await cabinet.ActAsync(caseId, (current, now) => Decide(caller, current, CasePapers.Added(stored), now), cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                await ShareAsync(done.File, stored, process, cancellation);
                return Answers.Json(View(stored, done.File), StatusCodes.Status201Created);
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File.Service);
            default:
                return Problems.NotFound(request);
        }
    }

    private async Task ShareAsync(CaseFile file, StoredDocument stored, DurableTaskClient process, CancellationToken cancellation)
    {
        var by = file.Entries.Last(entry => entry.Event is DocumentAdded added && added.DocumentId == stored.DocumentId && added.Material == stored.Material).Actor;
        var beside = await linked.BesideAsync(file.Current, cancellation);
        await papers.ShareAsync(file, CasePapers.Added(stored), by, beside, cancellation);
        foreach (var other in beside)
            await bell.ChangedAsync(process, other.CaseId, other.Current.Version, cancellation);
    }

    private static Decision Decide(Caller caller, CaseFile file, DocumentAdded document, DateTimeOffset now) => caller is Caller.Staff staff
        ? CaseDecisions.AddDocument(file.Current, document, staff.Member, now)
        : CaseDecisions.AddDocument(file.Current, document, caller.Participant);

    private static DocumentAdded Provisional(Paper paper) => new("", paper.Material, "", paper.Content.Length);

    private static DocumentView View(StoredDocument stored, CaseFile file)
    {
        var known = file.Current.Documents.First(document => document.DocumentId == stored.DocumentId && document.Material == stored.Material);
        return new(known.DocumentId, known.Material, known.ContentType, known.Bytes, known.AddedAt);
    }
}

/// <summary>A paper sent before the application is: kept for the same submission, the resident's or the agent's who applies with them.</summary>
public sealed class AddDraftDocument(CasePapers papers, TimeProvider clock)
{
    [Function(nameof(AddDraftDocument))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.DraftDocuments)] HttpRequest request,
        string submissionId, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (!SubmissionReading.IsSubmissionId(submissionId))
            return Problems.NotFound(request);
        var (paper, problem) = await PaperReading.ReadAsync(request, cancellation);
        if (paper is null)
            return problem!;
        var stored = await papers.KeepDraftAsync(caller.Participant, submissionId, paper.Material, paper.Type, paper.Content, cancellation);
        return Answers.Json(
            new DocumentView(stored.DocumentId, stored.Material, stored.ContentType, stored.Bytes, clock.GetUtcNow()), StatusCodes.Status201Created);
    }
}

/// <summary>One paper of a case, for who may see the case.</summary>
public sealed class FetchDocument(DocumentStore store)
{
    [Function(nameof(FetchDocument))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CaseDocument)] HttpRequest request,
        string caseId, string documentId, CancellationToken cancellation)
    {
        if (request.Case().Current.Documents.FirstOrDefault(document => document.DocumentId == documentId) is not { } known)
            return Problems.NotFound(request);
        var content = await store.ReadAsync(caseId, known.Material, known.DocumentId, cancellation);
        if (content is null)
            return Problems.NotFound(request);
        request.HttpContext.Response.Headers.ContentDisposition = "inline";
        return new FileContentResult(content.Content.ToArray(), known.ContentType);
    }
}
