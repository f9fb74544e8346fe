using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Mandates;

/// <summary>
/// A household takes a case that an agent applied for into its own conversation, with the code from the receipt. A wrong code and a number that is
/// not there are answered alike, and only so many may be tried within an hour.
/// </summary>
public sealed class TakeOverCase(
    CaseCabinet cabinet, LinkedCases linked, CaseIndex index, AgentApplying applying, OneTimeCodes tries, LookupHash lookup, CaseWords words, CaseBell bell, ProofWords proofs, TimeProvider clock)
{
    [Function(nameof(TakeOverCase))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ClaimCase)] HttpRequest request,
        [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var resident = request.Caller();
        var reading = await JsonRequest.ReadAsync<ClaimCase>(request, cancellation);
        if (reading.Value is not { } claim)
            return reading.Problem!;
        // What is no number of a case is not counted: whoever types anything would leave a row for each.
        if (!CaseNumber.IsOne(claim.CaseId))
            return Problems.NotFound(request);
        if (!await MayTryAsync(claim.CaseId!, cancellation))
            return Problems.Plain(request, StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyCodes);
        if (await cabinet.FindAsync(claim.CaseId!, cancellation) is not { } file || !IsRight(claim, file.Current))
            return Problems.NotFound(request);
        foreach (var other in await linked.BesideAsync(file.Current, cancellation))
            await TakeAsync(other.CaseId, resident.Participant, process, cancellation);
        if (await TakeAsync(file.CaseId, resident.Participant, process, cancellation) is not { } taken)
            return Problems.NotFound(request);
        proofs.Give(request, resident.Participant, Proven.OfApplication(taken.Current));
        return Answers.Json(words.View(taken, request.Caller(), request.Language()));
    }

    private async Task<CaseFile?> TakeAsync(string caseId, string participant, DurableTaskClient process, CancellationToken cancellation)
    {
        if (await cabinet.ActAsync(caseId, (file, _) => CaseDecisions.TakeOver(file.Current, participant, AgentApplying.IsUnclaimed(file.Current)), cancellation) is not Acted.Done done)
            return null;
        await index.AddAsync(IndexKind.Participant, participant, caseId, cancellation);
        await bell.ChangedAsync(process, caseId, done.File.Current.Version, cancellation);
        return done.File;
    }

    // Five an hour for a case: forty bits are not guessed like that.
    private async Task<bool> MayTryAsync(string caseId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await tries.ChangeAsync(
            lookup.Of("claim-tries", caseId), before => OneTimeCode.Next(before, "", "", now) is { } next ? (true, next) : (false, (OneTimeCode?)null), cancellation);
    }

    private bool IsRight(ClaimCase claim, Case current) => applying.ClaimCodes(current.Application.Together?.ApplicationId ?? current.CaseId)
        .Aggregate(false, (right, code) => right | CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((claim.Code ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(code)));
}
