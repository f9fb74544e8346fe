using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>What a case's journal tells that others have to know, entered in the same step in which desks and messages follow the journal.</summary>
public sealed class FactEntries(ISharingPlatform platform, FactOutbox outbox)
{
    /// <summary>Enters what was journalled after a version; where no platform is connected, nothing is owed to anybody. No amount waits there: it stands sealed in the journal.</summary>
    public async Task EnterAsync(CaseFile file, int after, CancellationToken cancellation)
    {
        if (!platform.IsConnected)
            return;
        foreach (var fact in PushedFact.Of(file.Current, file.Entries, after))
            await outbox.EnterAsync(file.Current.Applicant.IdHash, fact with { Monthly = null }, cancellation);
    }
}
