using Azure.Core;
using Azure.Core.Pipeline;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>Carries requests to the store as the real transport does, and lets something happen once, right after one of them was answered.</summary>
internal sealed class Meanwhile : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new(new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) }));
    private Happening? next;

    /// <param name="to">A part of the address, without escapes.</param>
    /// <param name="when">Requests before are of something else; <c>null</c>: none are.</param>
    public void After(RequestMethod method, string to, Func<Task> happens, Func<bool>? when = null) => next = new(method, to, happens, when);

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => inner.Process(message);

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await inner.ProcessAsync(message);
        if (next is { } waiting && message.Request.Method == waiting.Method && Uri.UnescapeDataString(message.Request.Uri.ToString()).Contains(waiting.To, StringComparison.Ordinal)
            && waiting.When?.Invoke() != false && Interlocked.CompareExchange(ref next, null, waiting) == waiting)
            await waiting.Happens();
    }

    private sealed record Happening(RequestMethod Method, string To, Func<Task> Happens, Func<bool>? When);
}
