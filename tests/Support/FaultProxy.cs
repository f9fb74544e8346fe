using System.Net;
using OneVisit.Local.Azurite;

namespace OneVisit.Support;

/// <summary>
/// Stands between a program and its Azurite and spoils what it is told to: refuses with a status, or hands on late.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly string[] NotForwarded = ["Host", "Connection", "Transfer-Encoding", "Content-Length"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly List<(HttpListener Door, int To)> _doors = [];
    private readonly List<Task> _listening = [];

    private FaultProxy(string connectionString) => ConnectionString = connectionString;

    /// <summary>Leads through here.</summary>
    public string ConnectionString { get; private set; }

    /// <summary>What becomes of a request; <see cref="Fault.None"/> for all until told otherwise. Called for several at once.</summary>
    public Func<HttpListenerRequest, Fault> Script { get; set; } = _ => Fault.None;

    public static FaultProxy Before(string connectionString)
    {
        var proxy = new FaultProxy(connectionString);
        foreach (var part in connectionString.Split(';').Where(part => part.Contains("Endpoint=", StringComparison.Ordinal)))
            proxy.Open(new Uri(part.Split('=', 2)[1]).Port);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (door, _) in _doors) door.Close();
        await Task.WhenAll(_listening);
        _http.Dispose();
    }

    private void Open(int to)
    {
        var port = Ports.Free();
        var door = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        door.Start();
        ConnectionString = ConnectionString.Replace($":{to}/", $":{port}/", StringComparison.Ordinal);
        _doors.Add((door, to));
        _listening.Add(ListenAsync(door, to));
    }

    private async Task ListenAsync(HttpListener door, int to)
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await door.GetContextAsync(), to);
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, int to)
    {
        try
        {
            var fault = Script(context.Request);
            if (fault.Status is { } status)
            {
                context.Response.StatusCode = status;
                context.Response.Close();
                return;
            }
            await LingerAsync(fault.Wait);
            if (fault.Until is { } until) await until;
            using var answer = await ForwardAsync(context.Request, to);
            await ReturnAsync(answer, context.Response);
        }
        catch (Exception broken) when (broken is HttpListenerException or HttpRequestException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }

    private static async Task LingerAsync(TimeSpan wait)
    {
        if (wait == TimeSpan.Zero) return;
        using var tick = new PeriodicTimer(wait);
        await tick.WaitForNextTickAsync();
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpListenerRequest request, int to)
    {
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.HttpMethod), $"http://127.0.0.1:{to}{request.RawUrl}");
        if (request.HasEntityBody)
        {
            using var body = new MemoryStream();
            await request.InputStream.CopyToAsync(body);
            forwarded.Content = new ByteArrayContent(body.ToArray());
        }
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(name => !NotForwarded.Contains(name, StringComparer.OrdinalIgnoreCase)))
            if (!forwarded.Headers.TryAddWithoutValidation(name, request.Headers[name])) forwarded.Content?.Headers.TryAddWithoutValidation(name, request.Headers[name]);
        return await _http.SendAsync(forwarded);
    }

    private static async Task ReturnAsync(HttpResponseMessage answer, HttpListenerResponse response)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!NotForwarded.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = string.Join(", ", values);
        var body = await answer.Content.ReadAsByteArrayAsync();
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
        response.Close();
    }
}

/// <param name="Status">Answered instead; <c>null</c>: nothing is wrong.</param>
/// <param name="Wait">Before it is handed on.</param>
/// <param name="Until">It is handed on when this has ended.</param>
public readonly record struct Fault(int? Status, TimeSpan Wait = default, Task? Until = null)
{
    public static Fault None => default;

    public static Fault Refused(int status) => new(status);

    public static Fault Slow(TimeSpan wait) => new(null, wait);

    public static Fault HeldUntil(Task released) => new(null, Until: released);
}
