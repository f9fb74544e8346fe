using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Notices on a queue of their own, taken by a reader of their own.</summary>
[Collection(CityCollection.Name)]
public sealed class SilenceTests(BotCity city)
{
    private static readonly string[] Cases = ["XT261124-SLNT01", "XT261124-SLNT02"];

    private readonly NoticeBench _bench = new(city);

    [Fact]
    public async Task A_back_office_that_is_silent_loses_no_notice_not_even_on_the_last_try()
    {
        var officer = city.Staff("zhai-officer");
        await officer.JoinAsync();
        await _bench.OpenAsync();
        var queue = _bench.Queue;
        foreach (var (minute, caseId) in Cases.Index()) await _bench.OpenTaskAsync(caseId, minute);
        for (var time = 1; time < NoticeQueue.MostTries; time++) await TakeInVainAsync(queue);
        using var reader = _bench.Reader();
        using (city.Office.GoDown())
        {
            await reader.StartAsync(CancellationToken.None);
            await NoticeBench.UntilAsync(() => !_bench.Log.Lines.IsEmpty);
        }
        var said = await city.Channel.UntilAsync(officer.Conversation, all => Cases.All(caseId => all.Any(spoken => IsCardOf(spoken, caseId))));
        await reader.StopAsync(CancellationToken.None);
        Assert.Equal(Cases, said.Where(spoken => spoken.IsCard).Select(spoken => Cases.First(caseId => IsCardOf(spoken, caseId))));
    }

    private static async Task TakeInVainAsync(NoticeQueue queue)
    {
        foreach (var received in await queue.ReceiveAsync()) await queue.PostponeAsync(received, TimeSpan.Zero);
    }

    private static bool IsCardOf(Spoken spoken, string caseId) => spoken.IsCard && spoken.Content.Contains(caseId, StringComparison.Ordinal);
}
