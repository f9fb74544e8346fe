using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>
/// A value in full for who may act on the case today and states a reason. It is journalled before it is answered, the household sees who looked, and whoever looks
/// unusually often is noticed.
/// </summary>
public sealed class ShowRevealed(CaseCabinet cabinet, PersonalData personal, OneTimeCodes counts, LookupHash lookup, CaseBell bell, TimeProvider clock, ILogger<ShowRevealed> logger)
{
    /// <summary>Within an hour, of one person.</summary>
    public const int Most = 30;

    private const int Unusual = 10;

    private static readonly Counter<long> Often = Telemetry.Meter.CreateCounter<long>("onevisit.reveals.unusual", "{person}", "Members of staff who asked for values in full more often than is usual");

    private static readonly FrozenDictionary<string, RevealedKind> Kinds = new Dictionary<string, RevealedKind>
    {
        [RevealedValues.Name] = RevealedKind.Name, [RevealedValues.IdNumber] = RevealedKind.IdNumber, [RevealedValues.Phone] = RevealedKind.Phone,
        [RevealedValues.RepresentativeName] = RevealedKind.RepresentativeName, [RevealedValues.RepresentativeIdNumber] = RevealedKind.RepresentativeIdNumber,
        [RevealedValues.RepresentativePhone] = RevealedKind.RepresentativePhone,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, RevealCause> Causes = new Dictionary<string, RevealCause>
    {
        [RevealReasons.Contact] = RevealCause.Contact, [RevealReasons.Identity] = RevealCause.Identity, [RevealReasons.Register] = RevealCause.Register, [RevealReasons.Paper] = RevealCause.Paper,
        [RevealReasons.Other] = RevealCause.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [Function(nameof(ShowRevealed))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Revealed)] HttpRequest request, string caseId, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Staff staff)
            return Problems.NotYours(request);
        var reading = await JsonRequest.ReadAsync<RevealValue>(request, cancellation);
        if (reading.Value is not { } wish)
            return reading.Problem!;
        var file = request.Case();
        if (CaseDecisions.RevealPost(file.Current, staff.Member, clock.GetUtcNow()) is null)
            return Problems.NotYours(request);
        var (words, errors) = (PlainText.Of(wish.Words), new FieldErrors(request.Language()));
        if (!SubmissionReading.IsSubmissionId(wish.RevealId))
            errors.Add("revealId", "field.submission-id");
        if (wish.What is null || !Kinds.ContainsKey(wish.What))
            errors.Add("what", "field.revealed-what");
        if (wish.Reason is null || !Causes.ContainsKey(wish.Reason))
            errors.Add("reason", "field.revealed-reason");
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            errors.Add("words", "field.words", Limits.ReasonShortest, Limits.ReasonLongest);
        // What there is none of cannot be shown.
        if (!errors.Any && personal.ValueOf(file.Current, Kinds[wish.What!]) is null)
            errors.Add("what", "field.revealed-what");
        if (errors.Any)
            return Problems.Invalid(request, errors.Fields);
        if (personal.ValueOf(file.Current, Kinds[wish.What!]) is Opened.Erased)
            return Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.Erased);
        if (!await CountAsync(staff.Participant, cancellation))
            return Problems.Plain(request, StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyLooks);
        return await ShowAsync(request, file, staff, wish, words, process, cancellation);
    }

    private async Task<IActionResult> ShowAsync(HttpRequest request, CaseFile file, Caller.Staff staff, RevealValue wish, string words, DurableTaskClient process, CancellationToken cancellation)
    {
        var kind = Kinds[wish.What!];
        var key = await personal.KeyOfAsync(file, cancellation);
        var look = new Revealed(wish.RevealId!, kind, Causes[wish.Reason!], personal.SealLook(key, words));
        switch (await cabinet.ActAsync(file.CaseId, (current, now) => CaseDecisions.Reveal(current.Current, AsKnown(current.Current, look, words), staff.Member, now), cancellation))
        {
            case Acted.Done done when personal.ValueOf(done.File.Current, kind) is Opened.Clear value:
                await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
                logger.LogInformation("{CaseId}: {Participant} was shown the {What} for {Reason}", file.CaseId, staff.Participant, wish.What, wish.Reason);
                return Answers.Json(new RevealedView(wish.What!, value.Text));
            case Acted.Refused refused:
                return RefusalWords.Answer(request, refused.Why, refused.File);
            case Acted.Done:
                return Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.Erased);
            default:
                return Problems.NotFound(request);
        }
    }

    // The same words sealed twice do not look the same.
    private Revealed AsKnown(Case current, Revealed look, string words) =>
        current.Looks.LastOrDefault(known => known.Of == look with { WordsSealed = known.Of.WordsSealed } && personal.WordsOf(current, known.Of).TextOrNull == words)?.Of ?? look;

    /// <returns><c>false</c>: too many within the hour.</returns>
    private async Task<bool> CountAsync(string participant, CancellationToken cancellation)
    {
        var sent = await counts.ChangeAsync(
            lookup.Of("reveals", participant), before => OneTimeCode.Next(before, "", "", clock.GetUtcNow(), Most) is { } next ? (next.Sent, next) : (Most + 1, (OneTimeCode?)null), cancellation);
        if (sent is not (Unusual or > Most))
            return true;
        Often.Add(1);
        logger.LogWarning("{Participant} asked for values in full {Count} times within an hour, which is unusual", participant, sent);
        return sent <= Most;
    }
}
