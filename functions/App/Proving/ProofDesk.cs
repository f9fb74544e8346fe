using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Process;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Proving;

/// <summary>Lets somebody prove who they are with a code that goes to the telephone on record, and gives them their cases.</summary>
public sealed class ProofDesk(
    HeldCasesOf held, ProofCodes codes, ICodeGateway gateway, ProofWords proofs, CaseCabinet cabinet, CaseIndex index, CaseBell bell, ILogger<ProofDesk> logger)
{
    // Longer than looking somebody up takes: how long an answer takes tells nobody whether there was anybody.
    private static readonly TimeSpan AnswersAfter = TimeSpan.FromSeconds(1.5);

    internal async Task<IActionResult> SendAsync(HttpRequest request, ClaimedPerson claimed, CancellationToken cancellation)
    {
        if (gateway is NoGateway)
            return Problems.Of(request.Language(), StatusCodes.Status503ServiceUnavailable, ProblemCodes.NoCodes, Sentences.Of(request.Language(), "problem.no-codes.proof"));
        var pause = gateway is CodeSandbox ? Task.CompletedTask : Task.Delay(AnswersAfter, TimeProvider.System, cancellation);
        if (!await codes.MaySendAsync(claimed, cancellation))
            return TooMany(request);
        var sending = new List<Task<string?>>();
        DateTimeOffset? expiresAt = null;
        foreach (var there in await held.FindAsync(claimed, cancellation))
        {
            if (!await codes.MayRingAsync(claimed, there, cancellation) || await codes.MakeAsync(claimed, there.Phone, cancellation) is not var (code, ends))
                continue;
            expiresAt = ends;
            if (there.Phone is { } phone)
                sending.Add(SendAsync(phone, code, request.Language()));
        }
        if (expiresAt is not { } until)
            return TooMany(request);
        await pause;
        // Only a sandbox is waited for. Whether a telephone could be reached would tell that there is one.
        var shown = gateway is CodeSandbox ? (await Task.WhenAll(sending)).FirstOrDefault() : null;
        return Answers.Json(new ProofCodeSent(until, shown), StatusCodes.Status202Accepted);
    }

    internal async Task<IActionResult> CheckAsync(HttpRequest request, ClaimedPerson claimed, DurableTaskClient process, CancellationToken cancellation)
    {
        var (worst, tries) = (CodeCheck.NotSent, 0);
        var pause = gateway is CodeSandbox ? Task.CompletedTask : Task.Delay(AnswersAfter, TimeProvider.System, cancellation);
        foreach (var there in await held.FindAsync(claimed, cancellation))
        {
            var (check, left) = await codes.TryAsync(claimed, there.Phone, cancellation);
            if (check == CodeCheck.Right)
                return await TakeAsync(request, claimed.Participant, there, process, cancellation);
            (worst, tries) = (check, left);
        }
        // How long it takes would tell whether there is anybody.
        await pause;
        return Wrong(request, worst, tries);
    }

    private async Task<IActionResult> TakeAsync(HttpRequest request, string participant, HeldCases there, DurableTaskClient process, CancellationToken cancellation)
    {
        var moved = 0;
        foreach (var (file, acts) in there.Cases.Where(held => !held.File.Current.LiesWith(participant, held.AsRepresentative)))
        {
            // Found first, moved then: should it break off in between, the next look finds it all the same.
            await index.AddAsync(IndexKind.Participant, participant, file.CaseId, cancellation);
            if (await cabinet.ActAsync(file, (current, now) => CaseDecisions.MoveTo(current.Current, participant, now, acts), cancellation) is not Acted.Done done)
                continue;
            await bell.ChangedAsync(process, file.CaseId, done.File.Current.Version, cancellation);
            logger.LogInformation("{CaseId} went on in another conversation", file.CaseId);
            moved++;
        }
        proofs.Give(request, participant, there.Subject!);
        return Answers.Json(new ProofTaken(there.Cases.Count, moved));
    }

    private async Task<string?> SendAsync(string phone, string code, Language language)
    {
        try
        {
            return await gateway.SendAsync(phone, code, language, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            logger.LogWarning("A code could not be sent: {Trouble}", trouble.GetType().Name);
            return null;
        }
    }

    private static IActionResult TooMany(HttpRequest request) =>
        Problems.Of(request.Language(), StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyCodes, Sentences.Of(request.Language(), "problem.too-many-codes.proof"));

    private static IActionResult Wrong(HttpRequest request, CodeCheck check, int triesLeft)
    {
        var language = request.Language();
        var sentence = check switch
        {
            CodeCheck.Wrong => Sentences.Of(language, "problem.code-wrong.tries", triesLeft),
            CodeCheck.Expired => Sentences.Of(language, "problem.code-wrong.expired"),
            CodeCheck.NotSent => Sentences.Of(language, "problem.code-wrong.not-sent"),
            _ => Sentences.Of(language, "problem.code-wrong.spent"),
        };
        return Problems.Of(language, StatusCodes.Status422UnprocessableEntity, ProblemCodes.CodeWrong, sentence, new Dictionary<string, string[]> { ["code"] = [sentence] });
    }
}
