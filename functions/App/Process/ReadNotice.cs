using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;

namespace OneVisit.Functions.Process;

/// <summary>
/// Everything that a notice to the caller says. It follows from the journal again, so nothing of it is kept for that, and what nobody wrote is not found.
/// </summary>
public sealed class ReadNotice(CaseCabinet cases, MatterCabinet matters, CaseNotices notices, TimeProvider clock)
{
    [Function(nameof(ReadNotice))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MyNotice)] HttpRequest request, string noticeId, CancellationToken cancellation) =>
        await FindAsync(noticeId, request.Caller().Participant, cancellation) switch
        {
            Told.Here { Notice: var notice } => Answers.Json(new NoticeTelling(notice.Kind, notice.CaseId, notice.TaskId, notice.Data)),
            Told.NotTheirs => Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.NoticeGone),
            _ => Problems.NotFound(request),
        };

    // {case or matter}.{entry}.{kind}.{participant}, and what else tells it from its neighbours.
    private async Task<Told> FindAsync(string noticeId, string reader, CancellationToken cancellation)
    {
        if (noticeId.Split('.', 3) is not [var about, var number, _] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return new Told.Unknown();
        if (await cases.FindAsync(about, cancellation) is { } file)
            return IfStillTheirs(await notices.FindAsync(file, sequence, noticeId, reader, cancellation), file.Current);
        return await matters.FindAsync(about, cancellation) is { About.Current: var current } matter ? IfStillTheirs(HouseholdNotices.Find(matter, sequence, noticeId, reader), current) : new Told.Unknown();
    }

    // Who acted for somebody hears nothing after the last day but that it is over, also before the clock has noted it.
    private Told IfStillTheirs(Told told, Case current) =>
        told is Told.Here { Notice: { Kind: not NoticeKinds.RepresentationEnded } notice } && notice.To == current.Participant && current.IsCutOffOn(clock.Today()) ? new Told.NotTheirs() : told;
}
