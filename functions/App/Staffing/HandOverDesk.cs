using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Mandates;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>
/// Hands all open work of somebody to another, case by case. What is to be looked at is written down first, and taken off as it is done, so that whoever finds it broken
/// off goes on; a case that was handed over has nothing of theirs any more, so doing it twice does it once.
/// </summary>
public sealed class HandOverDesk(
    HandOverBook book, StaffDirectory staff, CaseIndex index, WorkQueue work, CaseCabinet cabinet, AgentDirectory agents, CaseBell bell, TimeProvider clock, ILogger<HandOverDesk> logger)
{
    // A case is some twenty requests; more at once only wait for each other.
    private const int AtOnce = 6;

    /// <summary>Begins a hand-over, or goes on with the one that was begun, to its end.</summary>
    public async Task<HandOverRecord> RunAsync(HandOverRecord wished, DurableTaskClient process, CancellationToken cancellation)
    {
        var record = await book.FindAsync(wished.Id, cancellation) is { FinishedAt: null } begun ? begun : wished;
        // First: from here on it is finished by whoever looks after hand-overs, should this break off.
        await book.PutAsync(record, cancellation);
        if (await staff.FindAsync(record.Person, cancellation) is not { } leaving)
            throw new InvalidOperationException($"{record.Person} is not in the directory.");
        var wish = new HandOverWish(record.Id, leaving, record.To is null ? null : await staff.FindAsync(record.To, cancellation), record.Reason);
        if (!record.IsListed)
        {
            await ListAsync(record.Id, leaving, cancellation);
            await book.PutAsync(record = record with { IsListed = true }, cancellation);
        }
        var run = new Run(staff, agents, clock);
        var waiting = (await book.LinesAsync(record.Id, cancellation)).Where(line => line.Outcome is null);
        var failed = 0;
        // Who has least to do is known only when the case before is given.
        await Parallel.ForEachAsync(waiting, Options(wish.To is null ? 1 : AtOnce, cancellation), async (line, stop) =>
        {
            try
            {
                await HandAsync(line.CaseId, wish, record.By, run, process, stop);
            }
            catch (Exception trouble) when (!stop.IsCancellationRequested)
            {
                // The others do not wait for this one; it is still among what is left.
                Interlocked.Increment(ref failed);
                logger.LogError(trouble, "{CaseId} could not be handed over", line.CaseId);
            }
        });
        if (failed > 0)
            return record;
        await book.PutAsync(record = record with { FinishedAt = clock.GetUtcNow() }, cancellation);
        logger.LogWarning("Open work of {Person} was handed over by {Participant}", record.Person, record.By.Participant);
        return record;
    }

    // Wherever they are or were agent, and whatever lies on their desks.
    private async Task ListAsync(string id, StaffMember leaving, CancellationToken cancellation)
    {
        var known = (await book.LinesAsync(id, cancellation)).Where(line => line.Outcome == HandOverOutcome.Moved).Select(line => line.CaseId).ToHashSet(StringComparer.Ordinal);
        var lines = new Dictionary<string, HandOverLine>(StringComparer.Ordinal);
        foreach (var (role, office) in leaving.Posts.Select(post => (post.Role, post.Office)).Distinct())
        {
            foreach (var caseId in role.IsAgent() ? await index.ListAsync(IndexKind.Agents, office, cancellation) : [])
                lines[caseId] = new(caseId);
            await foreach (var line in work.ListAsync(office, role, cancellation))
                lines[line.CaseId] = MatterNumber.IsMatter(line.CaseId) ? new(line.CaseId, await OfMatterAsync(role, office, leaving, cancellation)) : new(line.CaseId);
        }
        await Parallel.ForEachAsync(lines.Values.Where(line => !known.Contains(line.CaseId)), Options(AtOnce, cancellation), async (line, stop) => await book.PutAsync(id, line, stop));
    }

    // Steps of supervision lie on desks, never with one person: who else sits there goes on.
    private async Task<HandOverOutcome> OfMatterAsync(Role role, string office, StaffMember leaving, CancellationToken cancellation) =>
        (await staff.HoldersAsync(role, office, clock.Today(), cancellation)).Any(holder => holder.Id != leaving.Id && !holder.IsAwayOn(clock.Today())) ? HandOverOutcome.Stays : HandOverOutcome.Nobody;

    private async Task HandAsync(string caseId, HandOverWish wish, Actor by, Run run, DurableTaskClient process, CancellationToken cancellation)
    {
        var (before, came) = (0, new CaseHandOver(HandOverOutcome.Nothing, []));
        var acted = await cabinet.ActAsync(
            caseId,
            async (file, now) =>
            {
                before = file.Current.Version;
                came = CaseDecisions.HandOver(file.Current, wish, await run.StaffAsync(file.Current, wish.Leaving, cancellation), file.Procedure, by, now);
                return new Decision.Accepted(by, came.Events);
            },
            cancellation);
        if (acted is not Acted.Done { File: var file })
            return;
        if (file.Current.Version > before)
        {
            run.Given(came.To);
            await bell.ChangedAsync(process, caseId, file.Current.Version, cancellation);
        }
        // Broken off behind the journal, it was moved all the same.
        var journalled = file.Entries.Select(entry => entry.Event).OfType<WorkHandedOver>().LastOrDefault(handed => handed.HandOver == wish.Id);
        var outcome = came.Outcome == HandOverOutcome.Nothing && journalled is not null ? HandOverOutcome.Moved : came.Outcome;
        if (outcome == HandOverOutcome.Nothing)
            await book.RemoveAsync(wish.Id, caseId, cancellation);
        else
            await book.PutAsync(wish.Id, new(caseId, outcome, came.To?.Name ?? journalled?.To?.Name), cancellation);
    }

    private static ParallelOptions Options(int atOnce, CancellationToken cancellation) => new() { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation };

    /// <summary>The directory for the length of one hand-over: each desk is looked at once, and what was just given counts as work.</summary>
    private sealed class Run(StaffDirectory staff, AgentDirectory agents, TimeProvider clock)
    {
        private readonly ConcurrentDictionary<string, Task<AgentsToAsk>> ofVillage = new(StringComparer.Ordinal);
        private readonly ConcurrentDictionary<(Role, string), Task<IReadOnlyList<StaffMember>>> holders = new();
        private readonly ConcurrentDictionary<string, int> load = new(StringComparer.Ordinal);

        public void Given(StaffMember? to)
        {
            if (to is not null)
                load.AddOrUpdate(to.Participant, 1, (_, before) => before + 1);
        }

        public async Task<HandOverStaff> StaffAsync(Case current, StaffMember leaving, CancellationToken cancellation)
        {
            var there = await ofVillage.GetOrAdd(current.Applicant.VillageCode, village => agents.WhoCouldComeAsync(village, null, cancellation));
            foreach (var (participant, count) in there.Load ?? new Dictionary<string, int>())
                load.TryAdd(participant, count);
            var found = new Dictionary<(Role, string), IReadOnlyList<StaffMember>>();
            foreach (var desk in CaseDecisions.DesksOfHandOver(current, leaving))
                found[desk] = await holders.GetOrAdd(desk, known => staff.HoldersAsync(known.Item1, known.Item2, clock.Today(), cancellation));
            return new(there with { Load = load }, found);
        }
    }
}
