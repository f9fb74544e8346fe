using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Mandates;

/// <summary>From the mandate that was posted to the one that is given: read, and signed where it has to be.</summary>
public sealed class MandateDesk(MandateReading reading, MandateSigning signing, PersonalData personal, TimeProvider clock)
{
    /// <summary>Of an application.</summary>
    /// <returns><c>null</c> and no problem: none is wished.</returns>
    internal async Task<(MandateWish? Wish, IActionResult? Problem)> OfAsync(HttpRequest request, Submission submission, CancellationToken cancellation)
    {
        if (!submission.Form.MandateToAgent)
            return (null, null);
        return submission.Form.Mandate is { } offer
            ? await OfAsync(request, offer, submission.Village.Code, "mandate.", wish => MandateSigning.Of(submission, wish), cancellation)
            : (MandateWish.Usual, null);
    }

    /// <summary>Of a case.</summary>
    internal Task<(MandateWish? Wish, IActionResult? Problem)> OfAsync(HttpRequest request, MandateOffer offer, Case current, CancellationToken cancellation) =>
        OfAsync(request, offer, current.Applicant.VillageCode, "", wish => MandateSigning.Of(current, personal, wish), cancellation);

    private async Task<(MandateWish? Wish, IActionResult? Problem)> OfAsync(
        HttpRequest request, MandateOffer offer, string villageCode, string prefix, Func<MandateWish, ToSign> toSign, CancellationToken cancellation)
    {
        var errors = new FieldErrors(request.Language());
        if (await reading.OfAsync(offer, villageCode, prefix, errors, cancellation) is not { } wish)
            return (null, Problems.Invalid(request, errors.Fields));
        if (offer.Consent is { } consent)
        {
            var (signature, problem) = await signing.CheckAsync(request, toSign(wish), consent, cancellation);
            return problem is null ? (wish with { Signature = signature, ToBeSigned = false }, null) : (null, problem);
        }

        if (CaseDecisions.AgainstWish(wish, clock.Today()) is null)
            return (wish, null);
        errors.Add(prefix + "consent", "field.mandate-not-signed");
        return (null, Problems.Invalid(request, errors.Fields));
    }
}
