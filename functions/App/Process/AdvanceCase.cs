using System.Diagnostics.Metrics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Sharing;

namespace OneVisit.Functions.Process;

/// <summary>Where a case stands after a turn.</summary>
/// <param name="NextAlarm">The next instant at which the clock itself has something to do; <c>null</c> when only people do.</param>
/// <param name="Published">How far it was published; <c>null</c>: the next turn has to look, as after one of the release before.</param>
public sealed record CaseTurn(int Version, IReadOnlyList<string> OpenTasks, DateTimeOffset? NextAlarm, bool Finished, Published? Published = null);

/// <summary>
/// Journals whatever is due now (the next stage, a reminder, an escalation, the end of a public notice) and makes desks, projection and
/// notices agree with the journal. Asked again it finds nothing left to do.
/// </summary>
public sealed class AdvanceCase(CaseCabinet cabinet, CaseCourse course, DataCheck check, PaperIssuer papers, FilePackager packager, CasePublisher publisher, ILogger<AdvanceCase> logger)
{
    private static readonly Counter<long> Red = Telemetry.Meter.CreateCounter<long>("onevisit.cases.red", description: "Tasks past their limit, once for each level that is told of it, by that level");

    /// <param name="published">What the turn before returned.</param>
    public static Task<CaseTurn> In(TaskOrchestrationContext context, string caseId, Published? published = null) =>
        context.CallActivityAsync<CaseTurn>(nameof(AdvanceCase), new TurnOrder(caseId, published).ToText(), Retry.Patiently);

    [Function(nameof(AdvanceCase))]
    public async Task<CaseTurn> Run([ActivityTrigger] string order, CancellationToken cancellation)
    {
        var (caseId, before) = TurnOrder.Read(order);
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = caseId });
        var due = await EverythingDueAsync(caseId, cancellation);
        var file = await PaperworkAsync(due, cancellation);
        // Who acted while papers were printed rang for the turn before this one: what follows from it is this turn's, or nobody's.
        while (SomebodyActed(due, file))
        {
            due = await EverythingDueAsync(caseId, cancellation);
            file = await PaperworkAsync(due, cancellation);
        }
        var turn = Turn(file.Current, await publisher.PublishAsync(file, before, cancellation));
        TellOfLate(file, before);
        return turn;
    }

    // For alarms, not for statistics: a turn done twice tells twice, and one that does not know what was before it tells nothing.
    private void TellOfLate(CaseFile file, Published? before)
    {
        foreach (var late in file.Entries.Skip(before?.Version ?? file.Entries.Length).Select(entry => entry.Event).OfType<Escalated>())
        {
            Red.Add(1, KeyValuePair.Create<string, object?>("told", late.To?.Code()));
            logger.LogWarning("{Task} of {CaseId} is past its limit and told to {Role}", late.TaskId, file.CaseId, late.To?.Code());
        }
    }

    private async Task<CaseFile> PaperworkAsync(CaseFile file, CancellationToken cancellation)
    {
        var (issued, printed) = await papers.IssueAsync(await check.BeginAsync(file, cancellation), cancellation);
        return await packager.PackAsync(issued, printed, cancellation);
    }

    private static bool SomebodyActed(CaseFile before, CaseFile after) =>
        after.Entries.Skip(before.Entries.Length).Any(entry => entry.Event is not (PaperIssued or FilingPackaged or RegistersAnswered));

    private async Task<CaseFile> EverythingDueAsync(string caseId, CancellationToken cancellation) =>
        await cabinet.ActAsync(caseId, async (file, now) => new Decision.Accepted(Actor.System, await course.DueAsync(file, now, cancellation)), cancellation) switch
        {
            Acted.Done done => done.File,
            Acted.Refused refused => throw new InvalidOperationException($"The course of {caseId} was refused: {refused.Why.Reason}."),
            _ => throw new InvalidOperationException($"There is no journal of {caseId}."),
        };

    private static CaseTurn Turn(Case current, Published? published) => new(
        current.Version, [.. current.OpenTasks.Select(task => task.TaskId)], CaseDecisions.NextAlarm(current), current.IsClosed, published);
}
