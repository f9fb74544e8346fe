using System.Diagnostics.Metrics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain;
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
    QuarantineStore quarantine, IVirusScan scan, CaseUploads uploads, CaseCabinet cabinet, DocumentStore store, CallerDirectory directory, Senders senders, NoticeQueue notices,
    TimeProvider clock, ILogger<QuarantineRounds> logger)
{
    private static readonly Gauge<int> Waiting = Telemetry.Meter.CreateGauge<int>("onevisit.uploads.waiting", "{file}", "Files that wait for the virus scanner.");

    public async Task RunAsync(DurableTaskClient process, CancellationToken cancellation)
    {
        var (waiting, works) = (0, true);
        await foreach (var paper in quarantine.ListAsync(cancellation))
        {
            // Counted to the end, also when nobody answers.
            var left = !works ? Left.ScannerAway : await LookAsync(paper, process, cancellation);
            works &= left != Left.ScannerAway;
            waiting += left == Left.Settled ? 0 : 1;
        }
        Waiting.Record(waiting);
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
            await TellAsync(paper, answer is ScanAnswer.Found found ? Refuse(found) : await ReleaseAsync(paper, content, process, cancellation), cancellation);
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

    private async Task<string> ReleaseAsync(QuarantinedPaper waiting, BinaryData content, DurableTaskClient process, CancellationToken cancellation)
    {
        if (DocumentReading.Of(content.ToArray()) is not DocumentReading.Accepted read)
            return FileOutcomes.NotTaken;
        if (waiting.Place is QuarantinePlace.Draft draft)
        {
            await store.PutDraftAsync(draft.SubmissionId, waiting.Material, read.Type, content, cancellation);
            return FileOutcomes.Kept;
        }
        var caseId = ((QuarantinePlace.Case)waiting.Place).CaseId;
        if (await directory.FindSenderAsync(senders.Open(waiting.Note), cancellation) is not { } sender)
            return FileOutcomes.NotTaken;
        var (acted, _) = await uploads.PutAsync(sender, caseId, new Paper(waiting.Material, read.Type, read.Content), process, cancellation);
        return acted is Acted.Done ? FileOutcomes.Kept : FileOutcomes.NotTaken;
    }

    private string Refuse(ScanAnswer.Found found)
    {
        logger.LogWarning("A file with {Virus} was refused", found.Name);
        return FileOutcomes.Infected;
    }

    private async Task TellAsync(QuarantinedPaper paper, string outcome, CancellationToken cancellation)
    {
        var (caseId, place) = paper.Place is QuarantinePlace.Case one ? (one.CaseId, one.CaseId) : ("", ((QuarantinePlace.Draft)paper.Place).SubmissionId);
        var data = new Dictionary<string, string> { ["outcome"] = outcome };
        if (caseId.Length > 0 && await cabinet.FindAsync(caseId, cancellation) is { } file)
            (data["zh"], data["en"]) = (CaseWords.PaperName(file, paper.Material, Language.Chinese), CaseWords.PaperName(file, paper.Material, Language.English));
        await notices.SendAsync(
            new Notice($"file-checked.{place}.{paper.Material}.{paper.DocumentId}", senders.Open(paper.Note), NoticeKinds.FileChecked, caseId, null, clock.GetUtcNow(), data), cancellation);
    }

    /// <summary>How a file is after a look.</summary>
    private enum Left
    {
        Settled,
        Waiting,
        ScannerAway,
    }
}
