using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A bot on JavaScript's <c>botbuilder</c>, set up by the settings this channel gives to bots; the city's conversations are led to it.</summary>
internal sealed class ForeignBot(NodeProgram program) : IAsyncDisposable
{
    public static async Task<ForeignBot> BehindAsync(LocalCity city)
    {
        var bot = new ForeignBot(await NodeProgram.StartAsync("bot.cjs"));
        var opened = await bot.AskAsync("open", city.Options.SettingsForTheBot());
        city.Options.BotUrl = new Uri($"http://127.0.0.1:{opened.GetProperty("port").GetInt32()}/api/messages");
        return bot;
    }

    /// <summary>Speaks up without having been spoken to.</summary>
    public Task NotifyAsync(string text) => AskAsync("notify", text);

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private Task<System.Text.Json.JsonElement> AskAsync(string name, object argument) => program.AskAsync(name, argument);
}
