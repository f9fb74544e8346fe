using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>What is to be signed with a code.</summary>
/// <param name="Subject">What it belongs to, see <see cref="MandateContent"/>.</param>
/// <param name="Name">Of who signs, in full.</param>
internal sealed record ToSign(string Subject, string Content, string Name, string Phone, string PhoneMasked)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ToSign);
}

/// <summary>Sends the codes with which mandates are signed, and checks them. A code is kept as a keyed hash and stands for one content.</summary>
public sealed class MandateSigning(OneTimeCodes codes, ICodeGateway gateway, LookupHash lookup, TimeProvider clock)
{
    private const int MostOfOneCaller = 30;

    internal static ToSign Of(Submission submission, MandateWish wish) => new(
        submission.Form.SubmissionId,
        MandateContent.HashOf(submission.Form.SubmissionId, submission.Services.Select(service => service.Code), submission.Village.Code, wish),
        submission.Signer.Reveal(), submission.SignersPhone.Reveal(), submission.SignersPhone.Masked);

    /// <summary>Of a case: signed for the mandate that would come next, so that no earlier signature serves twice.</summary>
    internal static ToSign Of(Case current, PersonalData personal, MandateWish wish)
    {
        var subject = $"{current.Application.Together?.ApplicationId ?? current.CaseId}-{current.EarlierMandates.Length}-{current.Mandate?.GrantedAt.ToUnixTimeSeconds() ?? 0}-{current.Mandate?.RevokedAt?.ToUnixTimeSeconds() ?? 0}";
        return new(
            subject, MandateContent.HashOf(subject, current.Application.Together?.Services ?? [current.Application.Service], current.Applicant.VillageCode, wish),
            personal.SpeakerOf(current).In(Language.Chinese), personal.SpeakersPhoneOf(current)?.TextOrNull ?? "",
            current.IsWithRepresentative ? current.Representation.Who.PhoneMasked : current.Applicant.PhoneMasked);
    }

    internal async Task<IActionResult> SendAsync(HttpRequest request, ToSign sign, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var (now, participant) = (clock.GetUtcNow(), request.Caller().Participant);
        if (!await MaySendAsync(participant, now, cancellation))
            return Problems.Plain(request, StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyCodes);
        var sent = await codes.ChangeAsync(KeyOf(participant, sign), before => OneTimeCode.Next(before, HashOf(sign, code), sign.Content, now) is { } next ? (next, next) : ((OneTimeCode?)null, null), cancellation);
        if (sent is null)
            return Problems.Plain(request, StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyCodes);
        try
        {
            var shown = await gateway.SendAsync(sign.Phone, code, request.Language(), cancellation);
            return Answers.Json(new MandateCodeSent(sent.ExpiresAt, sign.PhoneMasked, sent.TriesLeft, shown), StatusCodes.Status202Accepted);
        }
        catch (HttpRequestException)
        {
            return Problems.Plain(request, StatusCodes.Status503ServiceUnavailable, ProblemCodes.NoCodes);
        }
    }

    /// <returns>The signature, or the problem to answer with.</returns>
    internal async Task<(MandateSignature? Signature, IActionResult? Problem)> CheckAsync(HttpRequest request, ToSign sign, MandateConsent consent, CancellationToken cancellation)
    {
        if (PersonName.Read(consent.TypedName)?.Reveal() != sign.Name)
            return (null, Fault(request, "typedName", "field.signature-name"));
        var (now, participant) = (clock.GetUtcNow(), request.Caller().Participant);
        var typed = HashOf(sign, (consent.Code ?? "").Trim());
        var (check, code) = await codes.ChangeAsync(KeyOf(participant, sign), before =>
        {
            if (before is null)
                return ((CodeCheck.NotSent, before), null);
            var (found, after) = before.Try(typed, sign.Content, now);
            return ((found, after), after);
        }, cancellation);
        return check == CodeCheck.Right
            ? (new MandateSignature(SignatureKinds.Code, sign.Content, code!.ConfirmedAt ?? now, request.Caller() is Caller.Staff ? participant : null), null)
            : (null, Wrong(request, check, code));
    }

    // Whoever asks, for whatever telephones: nobody rings a whole village.
    private Task<bool> MaySendAsync(string participant, DateTimeOffset now, CancellationToken cancellation) => codes.ChangeAsync(
        lookup.Of("mandate-code-caller", participant), before => OneTimeCode.Next(before, "", "", now, MostOfOneCaller) is { } next ? (true, next) : (false, (OneTimeCode?)null), cancellation);

    private static IActionResult Wrong(HttpRequest request, CodeCheck check, OneTimeCode? code)
    {
        var language = request.Language();
        var sentence = check switch
        {
            CodeCheck.Wrong => Sentences.Of(language, "problem.code-wrong.tries", code!.TriesLeft),
            CodeCheck.Expired => Sentences.Of(language, "problem.code-wrong.expired"),
            CodeCheck.OtherContent => Sentences.Of(language, "problem.code-wrong.changed"),
            CodeCheck.NotSent => Sentences.Of(language, "problem.code-wrong.not-sent"),
            _ => Sentences.Of(language, "problem.code-wrong.spent"),
        };
        return Problems.Of(language, StatusCodes.Status422UnprocessableEntity, ProblemCodes.CodeWrong, sentence, new Dictionary<string, string[]> { ["mandate.consent.code"] = [sentence] });
    }

    private static IActionResult Fault(HttpRequest request, string field, string sentence)
    {
        var errors = new FieldErrors(request.Language());
        errors.Add("mandate.consent." + field, sentence);
        return Problems.Invalid(request, errors.Fields);
    }

    private string KeyOf(string participant, ToSign sign) => lookup.Of("mandate-code-key", $"{participant}\n{sign.Subject}");

    // Good for who was named, at the telephone it went to: a code for another stands for nobody.
    private string HashOf(ToSign sign, string code) => lookup.Of("mandate-code", $"{sign.Subject}\n{sign.Name}\n{sign.Phone}\n{code}");
}
