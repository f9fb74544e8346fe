using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Papers;
using OneVisit.Papers.Forms;

namespace OneVisit.Functions.Forms;

/// <summary>A form of the caller's own case as text, to be read before it is signed.</summary>
public sealed class ReadForm(FormDesk desk, PersonalData personal, TimeProvider clock)
{
    [Function(nameof(ReadForm))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.CaseFormText)] HttpRequest request, string caseId, string material)
    {
        var (caller, file) = (request.Caller(), request.Case());
        if (!SigningHands.MaySign(caller, material, file.Current, clock.Today()))
            return Problems.NotFound(request);
        return desk.Fill(file, material, caller, request.Language()) is { } form
            ? Answers.Json(FormViews.Of(form, personal.SpeakerOf(file.Current).In(request.Language()), file.Current.SignedForm(material, form.ContentHash)?.AddedAt) with
            {
                MayType = SigningHands.MayType(caller),
                SignsFor = file.Current.IsWithRepresentative ? personal.NameOf(file.Current).In(request.Language()) : null,
            })
            : Problems.NotFound(request);
    }
}

/// <summary>
/// The owner of a case signs a form on a screen: the signed paper is kept and journalled as brought by the resident in person.
/// The same content signed twice is one paper.
/// </summary>
public sealed class TakeSignature(CaseCabinet cabinet, CasePapers papers, FormDesk desk, PersonalData personal, CaseBell bell, TimeProvider clock)
{
    [Function(nameof(TakeSignature))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.CaseFormSignature)] HttpRequest request,
        string caseId, string material, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (caller, file) = (request.Caller(), request.Case());
        if (!SigningHands.MaySign(caller, material, file.Current, clock.Today()) || desk.Fill(file, material, caller, request.Language()) is not { } form)
            return Problems.NotFound(request);
        var reading = await JsonRequest.ReadAsync<SignForm>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        if (posted.ContentHash != form.ContentHash)
            return Problems.Plain(request, StatusCodes.Status409Conflict, ProblemCodes.FormChanged);
        if (file.Current.SignedForm(material, form.ContentHash) is { } before)
            return Answers.Json(View(before));
        var errors = new FieldErrors(request.Language());
        if (SignatureReadings.Of(posted, personal.SpeakerOf(file.Current).In(request.Language()), SigningHands.MayType(caller), clock.GetUtcNow(), errors) is not { } signature)
            return Problems.Invalid(request, errors.Fields);
        return await KeepAsync(request, process, file, material, signature, form.ContentHash, cancellation);
    }

    private async Task<IActionResult> KeepAsync(
        HttpRequest request, DurableTaskClient process, CaseFile file, string material, ScreenSignature signature, string contentHash, CancellationToken cancellation)
    {
        // The pen is the household's, on whosever telephone.
        var participant = file.Current.Participant;
        var kind = signature.Drawn is null ? SignatureKinds.Typed : SignatureKinds.Drawn;
        // The domain is asked before bytes are kept, and again when they are: what it refuses leaves nothing behind.
        if (file.Judge(CaseDecisions.SignForm(file.Current, new("", material, "", 0, contentHash), participant, clock.GetUtcNow())) is Decision.Refused no)
            return RefusalWords.Answer(request, no, file);
        var signed = PaperPress.Print(desk.Sign(file, material, request.Caller(), request.Language(), signature)!.Paper);
        var stored = await papers.KeepAsync(file.CaseId, material, DocumentType.Pdf, signed.Content, cancellation);
        var document = CasePapers.Added(stored) with { SignedContent = contentHash, SignedBy = kind, TakenBy = SigningHands.TakenBy(request.Caller()) };
        switch (await cabinet.ActAsync(file, (current, now) => CaseDecisions.SignForm(current.Current, document, participant, now), cancellation))
        {
            case Acted.Done done:
                await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
                return Answers.Json(View(done.File.Current.SignedForm(material, contentHash)!), StatusCodes.Status201Created);
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File);
            default:
                return Problems.NotFound(request);
        }
    }

    private static DocumentView View(CaseDocument document) => new(document.DocumentId, document.Material, document.ContentType, document.Bytes, document.AddedAt);
}
