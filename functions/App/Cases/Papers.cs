using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>A paper for a case: from its owner, or from the staff on whose desk it lies. The body is the file itself.</summary>
public sealed class AddDocument(CaseUploads uploads, UploadDesk desk, TimeProvider clock)
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
        if (CaseUploads.Decide(caller, file, Provisional(paper), clock.GetUtcNow()) is Decision.Refused no)
            return RefusalWords.Answer(request, no, file);
        switch (await desk.AdmitAsync(request, paper, new QuarantinePlace.Case(caseId), cancellation))
        {
            case Admission.Refused turned:
                return turned.Answer;
            case Admission.Waits waits:
                return PaperAnswers.Waiting(waits.Paper, paper, clock.GetUtcNow());
        }
        var (acted, stored) = await uploads.PutAsync(caller, caseId, paper, process, cancellation);
        return acted switch
        {
            Acted.Done done => Answers.Json(View(stored, done.File), StatusCodes.Status201Created),
            Acted.Refused refused => RefusalWords.Answer(request, refused.Why, refused.File),
            _ => Problems.NotFound(request),
        };
    }

    // Under its own id: what is there already is there, wherever the case stands.
    private static DocumentAdded Provisional(Paper paper) => new(DocumentStore.IdOf(paper.Content), paper.Material, "", paper.Content.Length);

    private static DocumentView View(StoredDocument stored, CaseFile file)
    {
        var known = file.Current.Documents.First(document => document.DocumentId == stored.DocumentId && document.Material == stored.Material);
        return new(known.DocumentId, known.Material, known.ContentType, known.Bytes, known.AddedAt);
    }
}

/// <summary>A paper sent before the application is: kept for the same submission, the resident's or the agent's who applies with them.</summary>
public sealed class AddDraftDocument(CasePapers papers, UploadDesk desk, TimeProvider clock)
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
        if (!await papers.TakesDraftAsync(caller.Participant, submissionId, paper, cancellation))
            return Problems.TooManyFiles(request, "problem.too-many-files.draft", UploadAllowance.Draft);
        switch (await desk.AdmitAsync(request, paper, papers.PlaceOfDraft(caller.Participant, submissionId), cancellation))
        {
            case Admission.Refused turned:
                return turned.Answer;
            case Admission.Waits waits:
                return PaperAnswers.Waiting(waits.Paper, paper, clock.GetUtcNow());
        }
        var stored = await papers.KeepDraftAsync(caller.Participant, submissionId, paper.Material, paper.Type, paper.Content, cancellation);
        return Answers.Json(
            new DocumentView(stored.DocumentId, stored.Material, stored.ContentType, stored.Bytes, clock.GetUtcNow()), StatusCodes.Status201Created);
    }
}

/// <summary>What is answered to who posted a paper.</summary>
internal static class PaperAnswers
{
    /// <summary>It is here, and is in nobody's case before it was looked at.</summary>
    public static IActionResult Waiting(QuarantinedPaper waiting, Paper paper, DateTimeOffset now) => Answers.Json(
        new DocumentView(waiting.DocumentId, paper.Material, waiting.ContentType, paper.Content.Length, now, Checking: true), StatusCodes.Status202Accepted);
}

/// <summary>One paper of a case, for who may see the case. Of the offices, the household sees who opened it.</summary>
public sealed class FetchDocument(DocumentStore store, PaperLooks looks)
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
        if (await looks.NoteAsync(request, SeenKind.Scan, known.Material, cancellation) is { } problem)
            return problem;
        // What somebody sent is a file; only what we drew ourselves, and they signed, is shown as it is.
        request.HttpContext.Response.Headers.ContentDisposition = known.SignedContent is null ? "attachment" : "inline";
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return new FileContentResult(content.Content.ToArray(), known.ContentType);
    }
}
