using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// Makes what is derived agree with the journal: work on desks, the projection, messages. Only a case's own process calls it, so two
/// never run at once; called again it does the same again, and messages keep their ids.
/// </summary>
public sealed class CasePublisher(CaseProjections projections, WorkQueue work, NoticeQueue queue, StaffDirectory staff, Register register)
{
    public async Task PublishAsync(CaseFile file, CancellationToken cancellation)
    {
        using var span = Telemetry.AboutCase("publish", file.CaseId);
        var (before, etag) = await projections.ReadAsync(file.CaseId, cancellation);
        var published = before?.Version ?? 0;
        if (published >= file.Current.Version)
            return;
        await PutWorkAsync(file, published, cancellation);
        var language = Languages.Parse(file.Current.Application.Language);
        foreach (var due in new NoticesOf(file.Current, file.Entries, code => CaseWords.PaperName(file, code, language)).All().Where(due => due.Sequence > published))
            await SendAsync(file.Current, due, cancellation);
        await register.EnterAsync(file, published, cancellation);
        // Last: until it is written, everything above is done again.
        await projections.PutOverAsync(CaseProjection.Of(file.Current), etag, cancellation);
    }

    private async Task PutWorkAsync(CaseFile file, int published, CancellationToken cancellation)
    {
        foreach (var desk in new DesksOf(file.Entries, published).Left())
            await work.RemoveAsync(desk.Office, desk.DueOn, file.CaseId, desk.TaskId, cancellation);
        foreach (var task in file.Current.OpenTasks)
            await work.PutAsync(WorkItem.Of(file.Current, task), cancellation);
    }

    private async Task SendAsync(Case current, DueNotice due, CancellationToken cancellation)
    {
        foreach (var participant in await AddresseesAsync(current, due, cancellation))
        {
            var id = $"{current.CaseId}.{due.Sequence}.{due.Kind}.{participant.Replace(':', '-')}";
            await queue.SendAsync(new Notice(id, participant, due.Kind, current.CaseId, due.TaskId, due.At, due.Data, Activity.Current?.Id), cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> AddresseesAsync(Case current, DueNotice due, CancellationToken cancellation) => due.To switch
    {
        Addressee.Post post => [.. (await staff.HoldersAsync(post.Role, post.Office, BeijingTime.DayOf(due.At), cancellation)).Select(member => member.Participant)],
        _ => [current.Participant],
    };
}
