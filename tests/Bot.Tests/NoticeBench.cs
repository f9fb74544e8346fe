using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>A queue of one's own on the city's store, and readers of it.</summary>
internal sealed class NoticeBench(BotCity city)
{
    private readonly OneVisitStorage storage = new(new StorageOptions { ConnectionString = city.Connection, Prefix = city.Prefix + Guid.NewGuid().ToString("N")[..6] });

    public Journal Log { get; } = new();

    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public NoticeQueue Queue => new(storage);

    public Task OpenAsync() => storage.EnsureCreatedAsync();

    public NoticeConsumer Reader(NoticePace? pace = null)
    {
        var own = pace ?? BotCity.Pace;
        var teller = new NoticeTeller(Queue, new SeenNotices(storage), city.Services.GetRequiredService<NoticeDelivery>(), own, TimeProvider.System, Log.Of<NoticeTeller>());
        return new NoticeConsumer(Queue, teller, own, Lifetime, Log.Of<NoticeConsumer>());
    }

    public PoisonWatch Watch() => new(Queue, BotCity.Pace, Log.Of<PoisonWatch>());

    /// <summary>Tells the resident of a case; later ones by the minute.</summary>
    public Task SendAsync(Talker resident, string caseId, int minute = 0)
    {
        var notice = Sample.Accepted(city.ParticipantOf(resident), caseId);
        return SendAsync(notice with { At = notice.At.AddMinutes(minute) });
    }

    /// <summary>One that the back office wrote.</summary>
    public Task SendAsync(Notice notice) => Queue.SendAsync(city.Office.Wrote(notice));

    /// <summary>Opens a task of the case and tells the officer of it; later ones by the minute.</summary>
    public Task OpenTaskAsync(string caseId, int minute = 0)
    {
        city.Office.Tasks[caseId + "/verify-r1"] = Sample.Task(caseId);
        var opened = Sample.Notice("staff:zhai-officer", NoticeKinds.TaskOpened, caseId, "verify-r1");
        return Queue.SendAsync(opened with { At = opened.At.AddMinutes(minute) });
    }

    public static Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> so)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await so()) await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>What was logged.</summary>
    internal sealed class Journal
    {
        public ConcurrentQueue<(LogLevel Level, string Line)> Lines { get; } = new();

        public ILogger<T> Of<T>() => new Writer<T>(Lines);

        private sealed class Writer<T>(ConcurrentQueue<(LogLevel Level, string Line)> lines) : ILogger<T>
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((logLevel, formatter(state, exception)));
        }
    }
}
