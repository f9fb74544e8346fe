using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Uploads;

/// <summary>
/// Shows what waits to the scanner: what is clean goes where it was sent, what is not is deleted, and who sent it hears of it. It leaves quarantine last: broken off, all
/// of it is done again under the same names.
/// </summary>
public sealed class QuarantineRounds(
    QuarantineStore quarantine, IVirusScan scan, CaseUploads uploads, CaseCabinet cabinet, DocumentStore store, CallerDirectory directory, Senders senders, NoticeQueue queue, FileNotices notices,
    TimeProvider clock, ILogger<QuarantineRounds> logger)
{
    private static readonly Gauge<int> Waiting = Telemetry.Meter.CreateGauge<int>("onevisit.uploads.waiting", "{file}", "Files that wait for the virus scanner.");

    public async Task RunAsync(DurableTaskClient process, CancellationToken cancellation)
    {
        var (waiting, works) = (0, true);
        await foreach (var paper in quarantine.ListAsync(cancellation))
        {
            var kept = await KeepOpenAsync(paper, cancellation);
            // Counted to the end, also when nobody answers.
            var left = !works ? Left.ScannerAway : await LookAsync(kept, process, cancellation);
            works &= left != Left.ScannerAway;
            waiting += left == Left.Settled ? 0 : 1;
        }
        Waiting.Record(waiting);
    }

    // Also while the scanner is away: the key it was sealed with may go before the scanner comes.
    private async Task<QuarantinedPaper> KeepOpenAsync(QuarantinedPaper paper, CancellationToken cancellation)
    {
        try
        {
            return senders.Anew(paper.Note) is { } anew ? await quarantine.NoteAsync(paper, anew, cancellation) : paper;
        }
        catch (CryptographicException unknown)
        {
            logger.LogError(unknown, "Who sent a file that waits in quarantine cannot be read: the key it was sealed with is gone");
            return paper;
        }
    }

    private async Task<Left> LookAsync(QuarantinedPaper paper, DurableTaskClient process, CancellationToken cancellation)
    {
        try
        {
            if (await quarantine.ReadAsync(paper, cancellation) is not { } content)
                return Left.Settled;
            var answer = await scan.ScanAsync(content, cancellation);
            if (answer is ScanAnswer.NotScanned not)
            {
                logger.LogError("A file waits in quarantine: the virus scanner did not look at it ({Why})", not.Why);
                return not.Reachable ? Left.Waiting : Left.ScannerAway;
            }
            var (sender, file) = await SenderAsync(paper, cancellation);
            await TellAsync(paper, sender, file, answer is ScanAnswer.Found found ? Refuse(found) : await ReleaseAsync(paper, sender, file, content, process, cancellation), cancellation);
            await quarantine.RemoveAsync(paper, cancellation);
            return Left.Settled;
        }
        catch (Exception trouble) when (trouble is not StorageUnavailableException && !cancellation.IsCancellationRequested)
        {
            // It holds up none of the others, and is tried again.
            logger.LogError(trouble, "A file that waits in quarantine could not be settled");
            return Left.Waiting;
        }
    }

    // On another telephone since, it is the same household.
    private async Task<(string Sender, CaseFile? File)> SenderAsync(QuarantinedPaper paper, CancellationToken cancellation)
    {
        var sender = senders.Open(paper.Note);
        if (paper.Place is not QuarantinePlace.Case one || await cabinet.FindAsync(one.CaseId, cancellation) is not { } file)
            return (sender, null);
        return (file.Entries.Any(entry => entry.Event is TakenOver { From: { } from } && from == sender) ? file.Current.Participant : sender, file);
    }

    private async Task<string> ReleaseAsync(QuarantinedPaper waiting, string sender, CaseFile? file, BinaryData content, DurableTaskClient process, CancellationToken cancellation)
    {
        if (DocumentReading.Of(content.ToArray()) is not DocumentReading.Accepted read)
            return FileOutcomes.NotTaken;
        if (waiting.Place is QuarantinePlace.Draft draft)
        {
            await store.PutDraftAsync(draft.SubmissionId, waiting.Material, read.Type, content, cancellation);
            return FileOutcomes.Kept;
        }
        // The domain is asked before bytes are kept: a case that was erased, or takes no papers any more, gets none.
        if (file is null || await directory.FindSenderAsync(sender, cancellation) is not { } caller
            || CaseUploads.Decide(caller, file, new(waiting.DocumentId, waiting.Material, waiting.ContentType, read.Content.Length), clock.GetUtcNow()) is Decision.Refused)
            return FileOutcomes.NotTaken;
        var (acted, _) = await uploads.PutAsync(caller, file.CaseId, new Paper(waiting.Material, read.Type, read.Content), process, cancellation);
        return acted is Acted.Done ? FileOutcomes.Kept : FileOutcomes.NotTaken;
    }

    private string Refuse(ScanAnswer.Found found)
    {
        logger.LogWarning("A file with {Virus} was refused", found.Name);
        return FileOutcomes.Infected;
    }

    private async Task TellAsync(QuarantinedPaper paper, string sender, CaseFile? file, string outcome, CancellationToken cancellation)
    {
        // Its case was erased meanwhile: nobody is told of it any more.
        if (paper.Place is QuarantinePlace.Case && file is null)
            return;
        var place = paper.Place is QuarantinePlace.Case one ? one.CaseId : ((QuarantinePlace.Draft)paper.Place).SubmissionId;
        await queue.SendAsync(NoticeWords.Without(notices.Of(sender, place, file, paper.Material, paper.DocumentId, outcome)), cancellation);
    }

    /// <summary>How a file is after a look.</summary>
    private enum Left
    {
        Settled,
        Waiting,
        ScannerAway,
    }
}
