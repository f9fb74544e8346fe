using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Papers.Issued;
using OneVisit.Storage;

namespace OneVisit.Functions.Issuing;

/// <summary>The latest paper of a kind that the office issued in a case, for who may see the case. Of the offices, the household sees who opened it.</summary>
public sealed class FetchPaper(PaperIssuer issuer, DocumentStore store, PaperLooks looks)
{
    [Function(nameof(FetchPaper))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CasePaper)] HttpRequest request, string caseId, string kind, CancellationToken cancellation)
    {
        var file = request.Case();
        if (file.Current.LatestPaper(kind) is not { } paper)
            return issuer.IsDue(file, kind) ? Problems.Busy(request) : Problems.NotFound(request);
        if (await store.ReadIssuedAsync(caseId, kind, paper.Issued.DocumentId, cancellation) is not { } content)
            return Problems.NotFound(request);
        if (await looks.NoteAsync(request, SeenKind.Issued, kind, cancellation) is { } problem)
            return problem;
        request.HttpContext.Response.Headers.ContentDisposition = $"inline; filename=\"{kind}.pdf\"";
        return new FileContentResult(content.Content.ToArray(), content.ContentType);
    }
}

/// <summary>The city takes a paper back; whoever checks its code is told so.</summary>
public sealed class WithdrawIssuedPaper(CaseCabinet cabinet, CaseBell bell)
{
    [Function(nameof(WithdrawIssuedPaper))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PaperWithdrawal)] HttpRequest request,
        string caseId, string kind, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var staff = request.Staff();
        var reading = await JsonRequest.ReadAsync<WithdrawPaper>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        switch (await cabinet.ActAsync(request.Case(), (file, now) => CaseDecisions.WithdrawPaper(file.Current, kind, wish.Number ?? "", wish.Reason, staff.Member, now), cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
                return Answers.Json(CaseWords.PapersOf(done.File.Current, request.Language()));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }
}

/// <summary>Confirms a paper to whoever has its code, without a word about a person. A code that nobody issued is not found.</summary>
public sealed class VerifyPaper(CaseIndex index, CaseCabinet cabinet)
{
    [Function(nameof(VerifyPaper))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Verify)] HttpRequest request, string code, CancellationToken cancellation)
    {
        if (CheckCode.Read(code) is not { } read)
            return Problems.NotFound(request);
        foreach (var caseId in await index.ListAsync(IndexKind.CheckCode, read.Plain, cancellation))
        {
            if (await cabinet.FindAsync(caseId, cancellation) is { } file && file.Current.Issued.FirstOrDefault(paper => paper.Issued.CheckCode == read.Plain) is { } found)
                return Answers.Json(Proof(found, file, request.Language()));
        }
        return Problems.NotFound(request);
    }

    private static PaperProof Proof(IssuedPaper paper, CaseFile file, Domain.Language language) => new(
        paper.Kind, Sentences.Of(language, "paper." + paper.Kind), paper.Number, OfficeNames.For(paper.Issued.Office, file.Catalogue.Places, language), paper.Issued.Seal,
        BeijingTime.DayOf(paper.At), file.Service.Name.In(language), paper.State.Code(),
        paper.Issued.Fingerprint is { } fingerprint ? OfficePaper.Short(fingerprint) : null,
        Convert.ToHexStringLower(System.Buffers.Text.Base64Url.DecodeFromChars(paper.Issued.DocumentId)));
}
