using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace OneVisit.Local.Year.World;

/// <summary>Carries requests to the store as the real transport does, and counts them by what they ask for.</summary>
/// <param name="counts">Whether a request that is made now is counted; <c>null</c>: all are.</param>
public sealed class StorageTally(Func<Request, bool>? counts = null) : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new(new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }));
    private readonly ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);
    private int total;
    private int unansweredPosts;

    public int Total => Volatile.Read(ref total);

    /// <summary>How often something was posted and no answer came in time: whoever posts it again cannot know that it is there already.</summary>
    public int UnansweredPosts => Volatile.Read(ref unansweredPosts);

    /// <summary>For example <c>GET Journal</c>, most first.</summary>
    public IReadOnlyList<(string Kind, int Count)> ByKind => [.. kinds.Select(kind => (kind.Key, kind.Value)).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)];

    /// <summary>Forgets what was counted so far.</summary>
    public void Clear()
    {
        kinds.Clear();
        Interlocked.Exchange(ref total, 0);
    }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Count(message.Request);
        inner.Process(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Count(message.Request);
        try
        {
            await inner.ProcessAsync(message);
        }
        catch when (message.Request.Method == RequestMethod.Post)
        {
            Interlocked.Increment(ref unansweredPosts);
            throw;
        }
    }

    private void Count(Request request)
    {
        if (counts?.Invoke(request) == false)
            return;
        Interlocked.Increment(ref total);
        kinds.AddOrUpdate($"{request.Method} {TargetOf(request.Uri.ToUri())}", 1, (_, before) => before + 1);
    }

    // /devstoreaccount1/Table(PartitionKey='…'), /devstoreaccount1/$batch, /devstoreaccount1/queue/messages
    private static string TargetOf(Uri uri) => uri.Segments is [_, _, var target, ..] ? target.Split('(')[0].Trim('/') : "account";
}
