using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OneVisit.Benchmarks;

/// <summary>
/// Turns of a bot that remembers in memory: POST /api/messages with the channel's signed token, state read and written, an echo sent back through the
/// connector, all over real HTTP. The channel (<see cref="SinkChannel"/>) and who sends share the process and the cores with the bot.
/// </summary>
internal static class BotTurns
{
    private const int WarmUp = 20_000;
    private const int Runs = 3;
    private const string AppId = "app";

    public static async Task MeasureAsync()
    {
        await using var channel = await SinkChannel.StartAsync();
        await using var bot = await StartBotAsync(channel);
        using var http = new HttpClient { BaseAddress = new Uri(bot.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", channel.TokenFor(AppId));
        await TurnsAsync(http, channel, WarmUp, 32);
        foreach (var (parallel, turns) in new[] { (1, 2_000), (32, 20_000) }) await ReportAsync(http, channel, parallel, turns);
        Console.WriteLine("Target at 32 in parallel: 1,000/s");
    }

    private static async Task ReportAsync(HttpClient http, SinkChannel channel, int parallel, int turns)
    {
        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var (heard, start) = (channel.Heard, Stopwatch.GetTimestamp());
            var each = await TurnsAsync(http, channel, turns, parallel);
            rates.Add(turns / Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (channel.Heard - heard != turns) throw new InvalidOperationException($"{channel.Heard - heard} echoes came of {turns} turns.");
            Console.WriteLine($"{parallel,2} in parallel: {rates[^1],6:0} turns/s  {each}");
        }
        Console.WriteLine($"{parallel,2} in parallel: {rates.Order().ElementAt(Runs / 2),6:0} turns/s, median of {Runs}");
    }

    /// <summary>Each sender has a conversation of its own and waits for its turn to end before the next.</summary>
    private static async Task<Spread> TurnsAsync(HttpClient http, SinkChannel channel, int turns, int parallel)
    {
        var spreads = await Task.WhenAll(Enumerable.Range(0, parallel).Select(async sender =>
        {
            var spread = new Spread();
            var body = channel.Message($"conversation-{sender}");
            for (var turn = 0; turn < turns / parallel; turn++)
            {
                var start = Stopwatch.GetTimestamp();
                using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using var answer = await http.PostAsync("api/messages", content);
                answer.EnsureSuccessStatusCode();
                spread.Add(Stopwatch.GetElapsedTime(start));
            }
            return spread;
        }));
        return Spread.Of(spreads);
    }

    private static async Task<WebApplication> StartBotAsync(SinkChannel channel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpClient();
        builder.Services.AddSingleton(services => new CloudAdapter(channel.SettingsFor(AppId), services.GetRequiredService<IHttpClientFactory>()));
        var app = builder.Build();
        var bot = new CountingBot(new ConversationState(new MemoryStorage()));
        app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, CloudAdapter adapter, CancellationToken stop) => adapter.ProcessAsync(request, response, bot, stop));
        await app.StartAsync();
        return app;
    }

    private sealed class CountingBot(ConversationState state) : ActivityHandler
    {
        private readonly IStatePropertyAccessor<Talk> talk = state.CreateProperty<Talk>("talk");

        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            var now = await talk.GetAsync(turnContext, () => new Talk(), cancellationToken);
            now.Turns++;
            now.Last = turnContext.Activity.Text;
            await turnContext.SendActivityAsync(MessageFactory.Text($"{now.Turns}: {now.Last}"), cancellationToken);
            await state.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
        }
    }

    private sealed class Talk
    {
        public int Turns { get; set; }

        public string? Last { get; set; }
    }
}
