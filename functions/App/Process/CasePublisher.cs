using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Benefits;
using OneVisit.Functions.Board;
using OneVisit.Domain.Services;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Statistics;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// Makes what is derived agree with the journal: work on desks, the projection, messages. Only a case's own process calls it, so two
/// never run at once; called again it does the same again, and messages keep their ids.
/// </summary>
public sealed class CasePublisher(CaseProjections projections, WorkQueue work, NoticeQueue queue, CaseNotices told, Register register, BenefitEntries benefits, NoticePoster notices, RegisterDesk filings, CaseIndex index, FactEntries facts, AskedPaperEntries asked, StatisticsDesk statistics)
{
    /// <param name="before">How far it was published when that was last known; <c>null</c>: it is looked up.</param>
    /// <returns>How far it is published now.</returns>
    public async Task<Published?> PublishAsync(CaseFile file, Published? before, CancellationToken cancellation)
    {
        using var span = Telemetry.AboutCase("publish", file.CaseId);
        // Woken without news: perhaps because the row is not what is thought of it here.
        var known = before is { } carried && carried.Version < file.Current.Version ? carried : await ReadAsync(file.CaseId, cancellation);
        var published = known?.Version ?? 0;
        if (published >= file.Current.Version)
            return known;
        await PutWorkAsync(file, published, cancellation);
        await notices.FollowAsync(file, published, cancellation);
        foreach (var office in AgentsSince(file, published))
            await index.AddAsync(IndexKind.Agents, office, file.CaseId, cancellation);
        var namedNow = file.Entries.Skip(published).Count(entry => entry.Event is MemberNamed);
        foreach (var named in file.Current.NamedMembers.TakeLast(namedNow))
            await index.AddMemberAsync(named.Person.IdHash, file.CaseId, cancellation);
        await queue.SendAsync([.. (await told.AfterAsync(file, published, cancellation)).Select(NoticeWords.Without)], cancellation);
        await register.EnterAsync(file, published, cancellation);
        await benefits.EnterAsync(file, published, cancellation);
        await register.NoteRelativesAsync(file, published, cancellation);
        await filings.EnterAsync(file, published, cancellation);
        await facts.EnterAsync(file, published, cancellation);
        await asked.EnterAsync(file, published, cancellation);
        await statistics.EnterAsync(file, published, cancellation);
        // Last: until it is written, everything above is done again.
        return await projections.PutOverAsync(CaseProjection.Of(file.Current), known?.ETag, cancellation) is { } etag ? new(file.Current.Version, etag) : null;
    }

    private async Task<Published?> ReadAsync(string caseId, CancellationToken cancellation) =>
        await projections.ReadAsync(caseId, cancellation) is ({ } row, { } etag) ? new(row.Version, etag) : null;

    // Where agents look for their clients: added when a mandate or an errand comes to an office, never taken away; the journal says who they are.
    private static IEnumerable<string> AgentsSince(CaseFile file, int published) =>
        file.Entries.Skip(published).Any(entry => entry.Event is MandateGranted or TaskReassigned { Cause: MoveCauses.AgentDeclined } or WorkHandedOver { Carrier: not null })
            ? file.Current.Carriers.Where(carrier => carrier.Role.IsAgent()).Select(carrier => carrier.Office).Distinct()
            : [];

    private async Task PutWorkAsync(CaseFile file, int published, CancellationToken cancellation)
    {
        var left = new DesksOf(file.Entries, published).Left().ToArray();
        // What lay there when it was last published and was not touched since lies there still.
        var there = published == 0 ? [] : WorkOf(Case.Of(file.Entries.Take(published))).Where(line => left.All(desk => desk.TaskId != line.TaskId));
        await work.ChangeAsync(left.Select(desk => LineOf(file, desk)), WorkOf(file.Current).Except(there), cancellation);
    }

    private static WorkItem LineOf(CaseFile file, Desk desk) => new(desk.Office, desk.Role, file.CaseId, desk.TaskId, "", desk.DueOn);

    private static IEnumerable<WorkItem> WorkOf(Case current) => current.OpenTasks.Select(task => WorkItem.Of(current, task));
}
