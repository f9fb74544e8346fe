using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>What households were asked for although some registry keeps such records, as a case's journal tells it.</summary>
public sealed class AskedPaperEntries(ISharingPlatform platform, AskedPapers papers)
{
    /// <summary>Enters what was journalled after a version; without a platform nobody could have looked.</summary>
    public async Task EnterAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (!platform.IsConnected || !file.Entries.Any(entry => entry.Sequence > after && entry.Event is Submitted or MaterialRequested or RegistersAnswered))
            return;
        var asked = AskedPaper.In(file.Current, code => file.Service.Materials.FirstOrDefault(material => material.Code == code) is { Sharing: MaterialSharing.Yes or MaterialSharing.Partly });
        if (!asked.IsEmpty)
            await papers.PutAsync(asked, cancellation);
    }
}
