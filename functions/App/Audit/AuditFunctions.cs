using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>Every hour, and done once a day: after two in the morning the journals are checked and anchored.</summary>
public sealed class AnchorJournals(AuditDesk desk, TimeProvider clock, ILogger<AnchorJournals> logger)
{
    private const int QuietFrom = 2;

    [Function(nameof(AnchorJournals))]
    public async Task Run([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() < BeijingTime.StartOf(clock.Today()).AddHours(QuietFrom))
            return;
        try
        {
            await desk.AnchorAsync(cancellation);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // A night in which nobody looked must not pass for one in which nothing was found.
            logger.LogError(trouble, "The journals could not be checked and anchored; it is tried again within the hour");
            throw;
        }
    }
}

/// <summary>What the last nights found, and what was accepted of it.</summary>
public sealed class ShowAudit(AnchorBook anchors, AcceptanceBook acceptances, TimeProvider clock)
{
    private const int Nights = 31;

    [Function(nameof(ShowAudit))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Audit)] HttpRequest request, CancellationToken cancellation)
    {
        var (nights, language) = (new List<AuditNight>(), request.Language());
        AcceptedFindingView[] accepted = [.. (await acceptances.ListAsync(cancellation)).Reverse().Select(finding => AuditWords.View(finding, language))];
        // No night can be told of, and why is what there is to tell.
        if (await anchors.TryListAsync(cancellation) is not { } all)
            return Answers.Json(new AuditView([new(clock.Today(), 0, 0, "", [AuditWords.View(new AuditFinding("", 0, AuditFault.Anchor), language)])]) { Accepted = accepted });
        foreach (var anchor in all.Reverse().Take(Nights))
        {
            var found = await anchors.FindingsAsync(anchor, cancellation);
            nights.Add(new(anchor.Day, anchor.Journals, anchor.Entries, anchor.Hash, [.. found.Select(finding => AuditWords.View(finding, language))]));
        }
        return Answers.Json(new AuditView(nights) { Accepted = accepted });
    }
}

/// <summary>Checks the journals now, a stretch; ask again with what it returns until that is nothing.</summary>
public sealed class CheckJournals(AuditDesk desk)
{
    private const int Most = 1000;

    [Function(nameof(CheckJournals))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Audit)] HttpRequest request, CancellationToken cancellation)
    {
        var (after, journals, findings) = await desk.LookAsync(request.Query["after"].ToString() is { Length: > 0 } cursor ? cursor : null, Most, cancellation);
        return Answers.Json(new AuditStretch(after, journals, [.. findings.Select(finding => AuditWords.View(finding, request.Language()))]));
    }
}

/// <summary>Checks one journal now: of a case, a review, a complaint; or the anchors.</summary>
public sealed class CheckJournal(AuditDesk desk)
{
    [Function(nameof(CheckJournal))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.AuditJournal)] HttpRequest request, string journal, CancellationToken cancellation)
    {
        return await desk.LookAsync(journal, cancellation) is { } looked
            ? Answers.Json(AuditWords.View(journal, looked, request.Language()))
            : Problems.NotFound(request);
    }
}
