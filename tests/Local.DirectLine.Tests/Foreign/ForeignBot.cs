using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A bot on JavaScript's <c>botbuilder</c>, set up by the settings this channel gives to bots; the city's conversations are led to it.</summary>
internal sealed class ForeignBot(NodeProgram program) : IAsyncDisposable
{
    public static async Task<ForeignBot> BehindAsync(LocalCity city)
    {
        var program = await NodeProgram.StartAsync("bot.cjs");
        var opened = await program.AskAsync("open", city.Options.SettingsForTheBot());
        city.Options.BotUrl = new Uri($"http://127.0.0.1:{opened.GetProperty("port").GetInt32()}/api/messages");
        return new ForeignBot(program);
    }

    /// <summary>Speaks up without having been spoken to.</summary>
    public Task NotifyAsync(string text) => program.AskAsync("notify", text);

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
