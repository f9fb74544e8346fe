using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Sharing;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>Where a case stands after a turn.</summary>
/// <param name="NextAlarm">The next instant at which the clock itself has something to do; <c>null</c> when only people do.</param>
public sealed record CaseTurn(int Version, IReadOnlyList<string> OpenTasks, DateTimeOffset? NextAlarm, bool Finished);

/// <summary>
/// Journals whatever is due now (the next stage, a reminder, an escalation, the end of a public notice) and makes desks, projection and
/// notices agree with the journal. Asked again it finds nothing left to do. The stages are those of the case's own catalogue version; working
/// days are counted by the calendar in force, because next year's holidays are a fact and no rule that the case was promised.
/// </summary>
public sealed class AdvanceCase(CaseCabinet cabinet, CityCatalogue catalogue, DataCheck check, PaperIssuer papers, FilePackager packager, CasePublisher publisher, Points points, StaffDirectory staff, ILogger<AdvanceCase> logger)
{
    public static Task<CaseTurn> In(TaskOrchestrationContext context, string caseId) =>
        context.CallActivityAsync<CaseTurn>(nameof(AdvanceCase), caseId, Retry.Patiently);

    [Function(nameof(AdvanceCase))]
    public async Task<CaseTurn> Run([ActivityTrigger] string caseId, CancellationToken cancellation)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = caseId });
        var due = await EverythingDueAsync(caseId, cancellation);
        var file = await PaperworkAsync(due, cancellation);
        // Who acted while papers were printed rang for the turn before this one: what follows from it is this turn's, or nobody's.
        while (SomebodyActed(due, file))
        {
            due = await EverythingDueAsync(caseId, cancellation);
            file = await PaperworkAsync(due, cancellation);
        }
        await publisher.PublishAsync(file, cancellation);
        return Turn(file.Current);
    }

    private async Task<CaseFile> PaperworkAsync(CaseFile file, CancellationToken cancellation) =>
        await packager.PackAsync(await papers.IssueAsync(await check.BeginAsync(file, cancellation), cancellation), cancellation);

    private static bool SomebodyActed(CaseFile before, CaseFile after) =>
        after.Entries.Skip(before.Entries.Length).Any(entry => entry.Event is not (PaperIssued or FilingPackaged or RegistersAnswered));

    private async Task<CaseFile> EverythingDueAsync(string caseId, CancellationToken cancellation) =>
        await cabinet.ActAsync(caseId, (file, now) => DueAsync(file, now, cancellation), cancellation) switch
        {
            Acted.Done done => done.File,
            Acted.Refused refused => throw new InvalidOperationException($"The course of {caseId} was refused: {refused.Why.Reason}."),
            _ => throw new InvalidOperationException($"There is no journal of {caseId}."),
        };

    private async Task<Decision> DueAsync(CaseFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = BeijingTime.DayOf(now);
        var authority = await points.OfTurnAsync(file, cancellation);
        var bench = await BenchAsync(CaseDecisions.DesksToKnow(file.Current, file.Procedure, today, authority), today, cancellation);
        var vacant = await VacantAsync(file.Current, now, cancellation);
        return new Decision.Accepted(Actor.System, CaseDecisions.Advance(
            file.Current, file.Procedure, catalogue.Calendar, now, authority, (role, office) => !vacant.Contains((role, office)), file.Catalogue.CaseRulesOn(today), bench));
    }

    // The directory is asked only when somebody is to be told of what is late.
    private async Task<HashSet<(Role, string)>> VacantAsync(Case current, DateTimeOffset now, CancellationToken cancellation)
    {
        var vacant = new HashSet<(Role, string)>();
        foreach (var (role, office) in CaseDecisions.SuperiorsToTell(current, now))
        {
            if ((await staff.HoldersAsync(role, office, BeijingTime.DayOf(now), cancellation)).Count == 0)
                vacant.Add((role, office));
        }
        return vacant;
    }

    // Only cases with relatives in the offices ask who sits where.
    private async Task<Bench?> BenchAsync(ImmutableArray<(Role Role, string Office)> desks, DateOnly today, CancellationToken cancellation)
    {
        if (desks.IsEmpty)
            return null;
        var holders = new Dictionary<(Role, string), ImmutableArray<string>>();
        foreach (var (role, office) in desks)
            holders[(role, office)] = [.. (await staff.HoldersAsync(role, office, today, cancellation)).Select(member => member.Participant)];
        return new Bench(holders);
    }

    private static CaseTurn Turn(Case current) => new(
        current.Version, [.. current.OpenTasks.Select(task => task.TaskId)], CaseDecisions.NextAlarm(current), current.IsClosed);
}
