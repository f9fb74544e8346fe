using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Support;

namespace OneVisit.Local.DirectLine.Tests.City;

/// <summary>A real server on a free port of 127.0.0.1: Direct Line, and a bot behind it that demands the channel's token.</summary>
internal sealed class LocalCity : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-tests";
    private readonly WebApplication app;
    private readonly DirectoryInfo? ownFolder;

    private LocalCity(WebApplication app, DirectoryInfo? ownFolder, EchoBot bot, MovableClock clock, LogLines logs)
    {
        (this.app, this.ownFolder, Bot, Clock, Logs) = (app, ownFolder, bot, clock, logs);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public EchoBot Bot { get; }

    public MovableClock Clock { get; }

    public LogLines Logs { get; }

    public HttpClient Http { get; }

    public DirectLineOptions Options => app.Services.GetRequiredService<DirectLineOptions>();

    public CloudAdapter Adapter => app.Services.GetRequiredService<CloudAdapter>();

    /// <param name="map">More that this server answers, such as pages.</param>
    public static async Task<LocalCity> StartAsync(string? database = null, Action<DirectLineOptions>? configure = null, Action<WebApplication>? map = null)
    {
        var folder = database is null ? Directory.CreateTempSubdirectory("onevisit-directline-") : null;
        var (bot, clock, logs) = (new EchoBot(), new MovableClock(TimeProvider.System.GetUtcNow()), new LogLines());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        WebApplication? running = null;
        builder.Services.AddDirectLine(options =>
        {
            options.PublicUrl = new Uri(running!.Urls.Single());
            options.BotUrl = new Uri(options.PublicUrl, "/api/messages");
            (options.Secret, options.BotAppId, options.BotAppPassword) = (Secret, "app-of-the-tests", "password-of-the-tests");
            (options.DatabasePath, options.EncryptionKey) = (database ?? Path.Combine(folder!.FullName, "history.db"), new byte[32]);
            (options.Clock, options.BotTimeout) = (clock, TimeSpan.FromMinutes(1)); // A busy machine is no reason to fail.
            configure?.Invoke(options);
        });
        builder.Services.AddSingleton(services => new CloudAdapter(
            new ConfigurationBuilder().AddInMemoryCollection(services.GetRequiredService<DirectLineOptions>().SettingsForTheBot()).Build()));
        running = builder.Build();
        running.MapDirectLine();
        running.MapPost("/api/messages", (HttpRequest request, HttpResponse response, CloudAdapter adapter) => adapter.ProcessAsync(request, response, bot, request.HttpContext.RequestAborted));
        map?.Invoke(running);
        await running.StartAsync();
        return new LocalCity(running, folder, bot, clock, logs);
    }

    /// <summary>A page with a token bound to this person, in a conversation of its own that has begun.</summary>
    public async Task<Page> OpenPageAsync(string user = "dl_zhang")
    {
        var token = await GenerateAsync($$"""{ "user": { "id": "{{user}}", "name": "张三" } }""");
        return await Page.StartAsync(this, token.Text("token"));
    }

    public async Task<Reply> GenerateAsync(string body = "") => await SendAsync(HttpMethod.Post, "v3/directline/tokens/generate", Secret, body);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? bearer, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (body is not null) request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await Reply.OfAsync(await Http.SendAsync(request));
    }

    /// <summary>How many rows of a table lie in its file, read past the channel.</summary>
    public int Kept(string table)
    {
        using var history = new SqliteConnection($"Data Source={Options.DatabasePath};Mode=ReadOnly;Pooling=False");
        history.Open();
        using var count = new SqliteCommand("SELECT count(*) FROM " + table, history);
        return Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        ownFolder?.Delete(recursive: true);
    }
}

/// <summary>Every line anything in the process logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
