using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Staffing;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// Everything that a notice to the caller says. It follows from the journal again, so nothing of it is kept for that, and what nobody wrote is not found. What comes too late for its
/// reader is sent to who is to hear it now: under an id of theirs, so that they hear it once, however often this is asked.
/// </summary>
public sealed class ReadNotice(
    CaseCabinet cases, MatterCabinet matters, CaseNotices ofCases, MatterNotices ofMatters, FileNotices ofFiles, TrainingNotices ofTrainings, NoticeQueue queue, TimeProvider clock, ILogger<ReadNotice> logger)
{
    [Function(nameof(ReadNotice))]
    public async Task<IActionResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.MyNotice)] HttpRequest request, string noticeId, CancellationToken cancellation)
    {
        switch (await FindAsync(noticeId, request.Caller().Participant, cancellation))
        {
            case Told.Here { Notice: var notice }:
                return Answers.Json(new NoticeTelling(notice.Kind, notice.CaseId, notice.TaskId, notice.Data));
            case Told.NotTheirs { Instead: var instead }:
                await queue.SendAsync([.. instead.Select(NoticeWords.Without)], cancellation);
                foreach (var sent in instead)
                    logger.LogInformation("A notice ({NoticeKind}) of {CaseId} came too late for its reader and goes to another", sent.Kind, sent.CaseId);
                return Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.NoticeGone);
            case Told.Erased:
                return Problems.Plain(request, StatusCodes.Status410Gone, ProblemCodes.Erased);
            default:
                return Problems.NotFound(request);
        }
    }

    private async Task<Told> FindAsync(string noticeId, string reader, CancellationToken cancellation) =>
        noticeId.StartsWith(FileNotices.Prefix, StringComparison.Ordinal) ? await ofFiles.FindAsync(noticeId, reader, cancellation)
        : noticeId.StartsWith(TrainingNotices.Prefix, StringComparison.Ordinal) ? await ofTrainings.FindAsync(noticeId, reader, cancellation)
        : await OfJournalAsync(noticeId, reader, cancellation);

    // {case or matter}.{entry}.{kind}.{participant}, and what else tells it from its neighbours.
    private async Task<Told> OfJournalAsync(string noticeId, string reader, CancellationToken cancellation)
    {
        if (noticeId.Split('.', 3) is not [var about, var number, _] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return new Told.Unknown();
        if (await cases.FindAsync(about, cancellation) is { } file)
            return IfStillActing(await ofCases.FindAsync(file, sequence, noticeId, reader, cancellation), file.Current);
        if (await matters.FindAsync(about, cancellation) is { } matter)
            return await ofMatters.FindAsync(matter, sequence, noticeId, reader, cancellation);
        return await cases.WasErasedAsync(about, cancellation) || await matters.WasErasedAsync(about, cancellation) ? new Told.Erased() : new Told.Unknown();
    }

    // Who acted for somebody hears nothing after the last day but that it is over, also before the clock has noted it. On one telephone for both it is the person who hears it.
    private Told IfStillActing(Told told, Case current) =>
        told is Told.Here { Notice: { Kind: not (NoticeKinds.RepresentationEnded or NoticeKinds.RepresentationOver) } notice } && notice.To == current.Participant && current.IsCutOffOn(clock.Today()) ? new Told.NotTheirs() : told;
}
