using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Advice;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Mandates;

/// <summary>Sends the code with which a mandate is signed to the applicant's telephone: the resident's own wish, or an agent's who applies with them.</summary>
public sealed class SendMandateCode(MandateToSign toSign, MandateSigning signing)
{
    [Function(nameof(SendMandateCode))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.MandateCodes)] HttpRequest request, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<MandateCodeRequest>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        var (sign, problem) = await toSign.OfAsync(request, posted, cancellation);
        return sign is null ? problem! : await signing.SendAsync(request, sign, cancellation);
    }
}

/// <summary>Whether the code that was typed is right. Once it is, what was shown is signed, and the same goes with the application or the mandate.</summary>
public sealed class CheckMandateCode(MandateToSign toSign, MandateSigning signing)
{
    [Function(nameof(CheckMandateCode))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.MandateCodeCheck)] HttpRequest request, CancellationToken cancellation)
    {
        var reading = await JsonRequest.ReadAsync<MandateCodeRequest>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        if (posted.Mandate?.Consent is not { } consent)
            return Problems.Malformed(request);
        var (sign, problem) = await toSign.OfAsync(request, posted, cancellation);
        if (sign is null)
            return problem!;
        var (signature, wrong) = await signing.CheckAsync(request, sign, consent, cancellation);
        return signature is null ? wrong! : Answers.Json(new MandateCodeConfirmed(signature.At));
    }
}

/// <summary>Finds out what is to be signed: for a case of the caller's, or for an application that is being prepared.</summary>
public sealed class MandateToSign(CaseCabinet cabinet, CatalogueShelf shelf, MandateReading mandates, PersonalData personal, TimeProvider clock)
{
    internal async Task<(ToSign? Sign, IActionResult? Problem)> OfAsync(HttpRequest request, MandateCodeRequest posted, CancellationToken cancellation)
    {
        if (posted.Mandate is null)
            return (null, Problems.Malformed(request));
        // What is signed names its last day, whether or not it was named.
        var offer = posted.Mandate with { ExpiresOn = posted.Mandate.ExpiresOn ?? clock.Today().AddMonths(CaseDecisions.MandateMonths) };
        return posted.CaseId is { } caseId
            ? await OfCaseAsync(request, caseId, offer, cancellation)
            : await OfDraftAsync(request, posted with { Mandate = offer }, cancellation);
    }

    private async Task<(ToSign?, IActionResult?)> OfCaseAsync(HttpRequest request, string caseId, MandateOffer offer, CancellationToken cancellation)
    {
        if (await cabinet.FindAsync(caseId, cancellation) is not { } file || !request.Caller().Owns(file.Current, clock.Today()))
            return (null, Problems.NotFound(request));
        var errors = new FieldErrors(request.Language());
        return await mandates.OfAsync(offer, file.Current.Applicant.VillageCode, "mandate.", errors, cancellation) is { } wish
            ? (MandateSigning.Of(file.Current, personal, wish), null)
            : (null, Problems.Invalid(request, errors.Fields));
    }

    private async Task<(ToSign?, IActionResult?)> OfDraftAsync(HttpRequest request, MandateCodeRequest posted, CancellationToken cancellation)
    {
        var errors = new FieldErrors(request.Language());
        var catalogue = await shelf.CurrentAsync(cancellation);
        if (!SubmissionReading.IsSubmissionId(posted.SubmissionId))
            errors.Add("submissionId", "field.submission-id");
        var services = ServicesReading.Of(posted.Services ?? [], catalogue, clock.Today(), errors, request.Language());
        // Who acts for the applicant signs, at their own telephone.
        var field = posted.Representative is null ? "applicant" : "representative";
        var name = PersonName.Read(posted.Representative is null ? posted.Applicant?.Name : posted.Representative.Name);
        var phone = PhoneNumber.Read(posted.Representative is null ? posted.Applicant?.Phone : posted.Representative.Phone);
        var village = posted.Applicant?.Village is { } code ? catalogue.Places.Today(code) : null;
        if (name is null)
            errors.Add(field + ".name", "field.name");
        if (phone is null)
            errors.Add(field + ".phone", "field.phone");
        if (village is null)
            errors.Add("applicant.village", "field.village");
        if (errors.Any)
            return (null, Problems.Invalid(request, errors.Fields));
        return await mandates.OfAsync(posted.Mandate, village!.Code, "mandate.", errors, cancellation) is { } wish
            ? (new(
                posted.SubmissionId!, MandateContent.HashOf(posted.SubmissionId!, services.Select(service => service.Code), village.Code, wish),
                name!.Reveal(), phone!.Reveal(), phone.Masked), null)
            : (null, Problems.Invalid(request, errors.Fields));
    }
}
