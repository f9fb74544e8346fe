using System.Diagnostics;
using System.Net.Http.Json;
using OneVisit.EndToEnd.Tests;

namespace OneVisit.Benchmarks;

/// <summary>
/// How long a resident waits for the bot: from before the POST of an activity to Direct Line until the first message of the answer has
/// come in on the web socket. One conversation, one sentence after the other; every round must have come to its verdict. Goal: p95 under 50 ms.
/// </summary>
internal static class ChatTurns
{
    private const int WarmUpRounds = 4;
    private const int Rounds = 24;

    /// <summary>A story, the questions up to the verdict, a look at one's cases (which asks the back office), and all over again.</summary>
    private static readonly string[] Round =
        [Resident.Story, "对", "农村", "都没有", "都没有", "4口人", "1200", "都没有", "都没有", "都对", "我的办件", "重新开始", "是"];

    public static async Task MeasureAsync()
    {
        await using var city = new City();
        await city.InitializeAsync();
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        using var stream = await ReplyStream.OpenAsync(city.PublicUrl, resident.Chat);
        using var trips = new RoundTrips(new Doors(city.Local).NameOf);

        await TalkAsync(resident.Chat, stream, WarmUpRounds);
        trips.Clear();
        var (answered, over) = await TalkAsync(resident.Chat, stream, Rounds);
        await resident.Chat.UntilAsync(() => resident.Chat.Heard.Count(said => Chat.Text(said).Contains("1,720", StringComparison.Ordinal)) == WarmUpRounds + Rounds);

        Console.WriteLine($"Answer visible: {answered}");
        Console.WriteLine($"POST answered:  {over}");
        Console.WriteLine($"Target p95 < 50 ms: {(answered.At(95) < 50 ? "met" : "missed")}");
        Console.WriteLine($"Requests per turn: {trips.Per(answered.Count)}");
    }

    private static async Task<(Spread Answered, Spread Over)> TalkAsync(Chat chat, ReplyStream stream, int rounds)
    {
        var (answered, over) = (new Spread(), new Spread());
        foreach (var sentence in Enumerable.Repeat(Round, rounds).SelectMany(round => round))
        {
            var tag = Guid.NewGuid().ToString("N");
            var answer = stream.AnswerToAsync(tag);
            using var body = JsonContent.Create(new { type = "message", text = sentence, locale = "zh-CN", from = new { id = chat.UserId }, channelData = new { clientActivityID = tag } });
            var start = Stopwatch.GetTimestamp();
            using var taken = await chat.PostAsync(body);
            over.Add(Stopwatch.GetElapsedTime(start));
            taken.EnsureSuccessStatusCode();
            answered.Add(Stopwatch.GetElapsedTime(start, await answer));
        }
        return (answered, over);
    }
}
