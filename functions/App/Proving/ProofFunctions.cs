using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Proving;

/// <summary>Sends a code to the telephone on record. Whether there is anybody of that name and number is told to nobody.</summary>
public sealed class SendProofCode(ProofDesk desk, ProofReading reading)
{
    [Function(nameof(SendProofCode))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ProofCodes)] HttpRequest request, CancellationToken cancellation)
    {
        var (claimed, problem) = await reading.OfAsync(request, cancellation);
        return claimed is null ? problem! : await desk.SendAsync(request, claimed, cancellation);
    }
}

/// <summary>
/// With the code, the cases that have that telephone on record come into this conversation, wherever they were before (换手机), and open to who sits here.
/// </summary>
public sealed class TakeProof(ProofDesk desk, ProofReading reading)
{
    [Function(nameof(TakeProof))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Proof)] HttpRequest request, [DurableClient] DurableTaskClient process, CancellationToken cancellation)
    {
        var (claimed, problem) = await reading.OfAsync(request, cancellation);
        return claimed is null ? problem! : await desk.CheckAsync(request, claimed, process, cancellation);
    }
}

/// <summary>Who somebody says to be.</summary>
/// <param name="Code">As typed; empty: none.</param>
internal sealed record ClaimedPerson(string Participant, PersonName Name, ResidentId Id, string Code)
{
    /// <summary>Never prints a person or a code.</summary>
    public override string ToString() => nameof(ClaimedPerson);
}

/// <summary>Reads who somebody says to be.</summary>
public sealed class ProofReading(TimeProvider clock)
{
    internal async Task<(ClaimedPerson? Claimed, IActionResult? Problem)> OfAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Caller() is not Caller.Resident resident)
            return (null, Problems.NotYours(request));
        var reading = await JsonRequest.ReadAsync<ProofRequest>(request, cancellation);
        if (reading.Value is not { } posted)
            return (null, reading.Problem);
        var errors = new FieldErrors(request.Language());
        var (name, id) = (PersonName.Read(posted.Name), ResidentId.Read(posted.IdNumber, clock.Today()));
        if (name is null)
            errors.Add("name", "field.name");
        if (id is IdReading.Invalid { Problem: var wrong })
            errors.Add("idNumber", SubmissionReading.SentenceOf(wrong));
        return errors.Any || id is not IdReading.Valid valid
            ? (null, Problems.Invalid(request, errors.Fields))
            : (new(resident.Participant, name!, valid.Id, (posted.Code ?? "").Trim()), null);
    }
}
