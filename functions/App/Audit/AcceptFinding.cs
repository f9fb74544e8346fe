using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Retention;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>
/// A reviewer of the city looked into a finding, and it stays as it is: it is written down for good, with a reason and a name, and cries no more as long as the journal is left alone. Whoever accepts
/// says how the journal stood when they looked; if it stands otherwise now, they are asked to look again.
/// </summary>
public sealed class AcceptFinding(AuditDesk desk, AcceptanceBook book, TimeProvider clock, ILogger<AcceptFinding> logger)
{
    [Function(nameof(AcceptFinding))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.AuditAccepted)] HttpRequest request, string journal, CancellationToken cancellation)
    {
        var by = HoldStaff.Of(request, nameof(AcceptFinding), clock);
        var reading = await JsonRequest.ReadAsync<AcceptAuditFinding>(request, cancellation);
        if (reading.Value is not { } posted)
            return reading.Problem!;
        if (HoldReading.Words(posted.Reason) is not { } reason)
            return Problems.ReasonWanted(request);
        var looked = await desk.LookAsync(journal, cancellation);
        if (looked is not { Finding: { IsAccepted: false } finding, Stands: { } stands })
            return await IsAcceptedAsync(journal, posted.Stands, cancellation) ? Conflict(request, ProblemCodes.AlreadyDone, "problem.already-done.plain") : looked is null ? Problems.NotFound(request) : Otherwise(request);
        if (stands != posted.Stands)
            return Otherwise(request);
        // It stays for good, where nothing is sealed and nothing erased: no numbers of people.
        var accepted = new AcceptedFinding(finding.Journal, finding.Sequence, finding.Fault, stands, WrittenNumbers.Masked(reason), by.Participant, by.Name, clock.GetUtcNow()) { Than = looked.Than };
        await book.AppendAsync(accepted, cancellation);
        logger.LogWarning("{Participant} accepted journal {Journal} as it stands, from entry {Sequence} on: {Fault}", by.Participant, finding.Journal, finding.Sequence, finding.Fault.Code());
        return Answers.Json(AuditWords.View(accepted, request.Language()));
    }

    // Pressed twice, or somebody else was first.
    private async Task<bool> IsAcceptedAsync(string journal, string? stands, CancellationToken cancellation) =>
        (await book.ListAsync(cancellation)).Any(accepted => accepted.Journal == (journal == JournalCheck.Anchors ? "" : journal) && accepted.Stands == stands);

    private static IActionResult Otherwise(HttpRequest request) => Conflict(request, ProblemCodes.SomebodyWasFirst, "audit.stands-otherwise");

    private static IActionResult Conflict(HttpRequest request, string code, string sentence) =>
        Problems.Of(request.Language(), StatusCodes.Status409Conflict, code, Sentences.Of(request.Language(), sentence));
}
