using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>Somebody's platform over real HTTP: answers with what the test gave it, in order, the last one for ever.</summary>
internal sealed class StubPlatform : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubPlatform(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First() + "/");

    public ConcurrentQueue<(string Path, string Key, string Body)> Heard { get; } = new();

    public static async Task<StubPlatform> OpenAsync(params (int Status, string Body)[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubPlatform(builder.Build());
        stub.app.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            stub.Heard.Enqueue((context.Request.Path + context.Request.QueryString, context.Request.Headers["X-Sharing-Key"].ToString(), body));
            var (status, text) = answers[Math.Min(stub.Heard.Count, answers.Length) - 1];
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(text);
        });
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
