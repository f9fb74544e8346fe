using Azure;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Storage;

namespace OneVisit.Local.Host.Runtime;

/// <summary>What the operator sees first: how much there is of everything, and what does not get on.</summary>
public sealed class Overview(LocalCity city, NoticeOversight notices)
{
    private const int FailedOften = 3;
    private const int MostStuck = 50;

    // Who looks at a city in trouble does not wait for the store's own patience.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <param name="still">Hours after which an instance that nothing moves counts as stuck.</param>
    public async Task<object> LookAsync(int still, CancellationToken ct)
    {
        var now = city.Clock.GetUtcNow();
        var inspector = city.BackOffice.Inspector;
        return new
        {
            now,
            counts = inspector.Counts().ToDictionary(count => count.Key.ToString(), count => count.Value),
            backlog = inspector.Backlog(),
            stuck = inspector.Stuck(now.AddHours(-still), FailedOften, MostStuck).Select(instance => Describe(instance)),
            notices = await NoticesAsync(ct),
        };
    }

    private static object Describe(StuckInstance instance) => new
    {
        id = instance.Id,
        name = instance.Name,
        status = instance.Status.ToString(),
        updated = instance.LastUpdatedAt,
        activity = instance.FailingActivity,
        failures = instance.Failures,
    };

    // Without its store the page still tells of the orchestrations, which have their own.
    private async Task<object?> NoticesAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var counts = await notices.CountAsync(patience.Token);
            return new
            {
                waiting = counts.Waiting,
                // Queues live by the real clock, whatever the demo's shows.
                oldestSeconds = counts.Oldest is { } oldest ? (int?)Math.Max(0, (TimeProvider.System.GetUtcNow() - oldest).TotalSeconds) : null,
                putAside = counts.PutAside,
                aside = (await notices.PutAsideAsync(patience.Token)).Select(Describe),
            };
        }
        catch (Exception down) when (!ct.IsCancellationRequested
            && down is (RequestFailedException or StorageUnavailableException or AggregateException or OperationCanceledException))
        {
            return null;
        }
    }

    // Not what it says: who looks after the queue needs to know which notice it is, not what happened to somebody.
    private static object Describe(PutAsideNotice aside) => new
    {
        messageId = aside.MessageId,
        noticeId = aside.Notice?.NoticeId,
        kind = aside.Notice?.Kind,
        caseId = aside.Notice?.CaseId,
        tries = aside.Tries,
        since = aside.Since,
    };
}
