using System.Diagnostics;
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
using OneVisit.Functions.Statistics;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// Makes what is derived agree with the journal: work on desks, the projection, messages. Only a case's own process calls it, so two
/// never run at once; called again it does the same again, and messages keep their ids.
/// </summary>
public sealed class CasePublisher(CaseProjections projections, WorkQueue work, NoticeQueue queue, StaffDirectory staff, Register register, BenefitEntries benefits, NoticePoster notices, RegisterDesk filings, CaseIndex index, StatisticsDesk statistics)
{
    public async Task PublishAsync(CaseFile file, CancellationToken cancellation)
    {
        using var span = Telemetry.AboutCase("publish", file.CaseId);
        var (before, etag) = await projections.ReadAsync(file.CaseId, cancellation);
        var published = before?.Version ?? 0;
        if (published >= file.Current.Version)
            return;
        await PutWorkAsync(file, published, cancellation);
        await notices.FollowAsync(file, published, cancellation);
        foreach (var office in AgentsSince(file, published))
            await index.AddAsync(IndexKind.Agents, office, file.CaseId, cancellation);
        var (holders, sent) = (new HoldersOnce(staff), new HashSet<string>(StringComparer.Ordinal));
        var language = Languages.Parse(file.Current.Application.Language);
        foreach (var due in new NoticesOf(file.Current, file.Entries, code => CaseWords.PaperName(file, code, language), item => CaseWords.ReturnItem(file, item, language)).All().Where(due => due.Sequence > published))
            await SendAsync(holders, sent, file, due, cancellation);
        await register.EnterAsync(file, published, cancellation);
        await benefits.EnterAsync(file, published, cancellation);
        await register.NoteRelativesAsync(file, published, cancellation);
        await filings.EnterAsync(file, published, cancellation);
        await statistics.EnterAsync(file, cancellation);
        // Last: until it is written, everything above is done again.
        await projections.PutOverAsync(CaseProjection.Of(file.Current), etag, cancellation);
    }

    // Where agents look for their clients: added when a mandate or an errand comes to an office, never taken away; the journal says who they are.
    private static IEnumerable<string> AgentsSince(CaseFile file, int published) =>
        file.Entries.Skip(published).Any(entry => entry.Event is MandateGranted or TaskReassigned { Cause: MoveCauses.AgentDeclined })
            ? file.Current.Carriers.Where(carrier => carrier.Role.IsAgent()).Select(carrier => carrier.Office).Distinct()
            : [];

    private async Task PutWorkAsync(CaseFile file, int published, CancellationToken cancellation)
    {
        var left = new DesksOf(file.Entries, published).Left().ToArray();
        foreach (var desk in left)
            await work.RemoveAsync(desk.Office, desk.Role, desk.DueOn, file.CaseId, desk.TaskId, cancellation);
        // What lay there when it was last published and was not touched since lies there still.
        var there = published == 0 ? [] : WorkOf(Case.Of(file.Entries.Take(published))).Where(line => left.All(desk => desk.TaskId != line.TaskId));
        foreach (var line in WorkOf(file.Current).Except(there))
            await work.PutAsync(line, cancellation);
    }

    private static IEnumerable<WorkItem> WorkOf(Case current) => current.OpenTasks.Select(task => WorkItem.Of(current, task));

    private async Task SendAsync(HoldersOnce holders, HashSet<string> sent, CaseFile file, DueNotice due, CancellationToken cancellation)
    {
        IEnumerable<string> there = due.To is Addressee.Post { Person: null } post
            ? (await holders.HoldersAsync(post.Role, post.Office, BeijingTime.DayOf(due.At), cancellation)).Select(member => member.Participant)
            : [];
        foreach (var participant in NoticeReaders.Of(file, due, there))
        {
            var id = NoticeReaders.IdOf(file.Current, due, participant);
            // Who hears of the same thing as its desk and as its superior hears of it once.
            if (sent.Add(id))
                await queue.SendAsync(new Notice(id, participant, due.Kind, file.CaseId, due.TaskId, due.At, due.Data, Activity.Current?.Id), cancellation);
        }
    }
}
