using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Notices on a queue of their own, taken by a reader of their own.</summary>
[Collection(CityCollection.Name)]
public sealed class SilenceTests(BotCity city)
{
    private static readonly string[] Cases = ["XT261124-SLNT01", "XT261124-SLNT02"];

    private readonly OneVisitStorage _storage = new(new StorageOptions { ConnectionString = city.Connection, Prefix = city.Prefix + "silent" });

    private readonly FirstTrouble _trouble = new();

    [Fact]
    public async Task A_back_office_that_is_silent_loses_no_notice_not_even_on_the_last_try()
    {
        var officer = city.Staff("zhai-officer");
        await officer.JoinAsync();
        await _storage.EnsureCreatedAsync();
        var queue = new NoticeQueue(_storage);
        foreach (var (minute, caseId) in Cases.Index()) await OpenAsync(queue, caseId, minute);
        for (var time = 1; time < NoticeQueue.MostTries; time++) await TakeInVainAsync(queue);
        using var reader = Reader(queue);
        using (city.Office.GoDown())
        {
            await reader.StartAsync(CancellationToken.None);
            await _trouble.Noted.WaitAsync(TimeSpan.FromSeconds(40));
        }
        var said = await city.Channel.UntilAsync(officer.Conversation, all => Cases.All(caseId => all.Any(spoken => IsCardOf(spoken, caseId))));
        await reader.StopAsync(CancellationToken.None);
        Assert.Equal(Cases, said.Where(spoken => spoken.IsCard).Select(spoken => Cases.First(caseId => IsCardOf(spoken, caseId))));
    }

    private async Task OpenAsync(NoticeQueue queue, string caseId, int minute)
    {
        city.Office.Tasks[caseId + "/verify-r1"] = Sample.Task(caseId);
        var opened = Sample.Notice("staff:zhai-officer", NoticeKinds.TaskOpened, caseId, "verify-r1");
        await queue.SendAsync(opened with { At = opened.At.AddMinutes(minute) });
    }

    private static async Task TakeInVainAsync(NoticeQueue queue)
    {
        foreach (var received in await queue.ReceiveAsync()) await queue.PostponeAsync(received, TimeSpan.Zero);
    }

    private NoticeConsumer Reader(NoticeQueue queue) => new(
        queue, new SeenNotices(_storage), city.Services.GetRequiredService<NoticeDelivery>(), city.Services.GetRequiredService<NoticePace>(), _trouble);

    private static bool IsCardOf(Spoken spoken, string caseId) => spoken.IsCard && spoken.Content.Contains(caseId, StringComparison.Ordinal);

    private sealed class FirstTrouble : ILogger<NoticeConsumer>
    {
        private readonly TaskCompletionSource _noted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Noted => _noted.Task;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) _noted.TrySetResult();
        }
    }
}
