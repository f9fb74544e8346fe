using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;
using OneVisit.Storage;

namespace OneVisit.Bot.Operations;

/// <summary>
/// Once a day: what was remembered of conversations in which nobody spoke for long is forgotten, with where old cards lie and which messages were told. Where somebody is reached
/// stays: a case may still have to tell them something.
/// </summary>
internal sealed class ForgetSilentTalks(BotStateBlobs talks, CardBook cards, SeenNotices seen, SpentTickets spent, EndedSessions ended, CatalogueShelf shelf, ILogger<ForgetSilentTalks> log) : BackgroundService
{
    private const int MostOfAKind = 2_000;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // By the real clock, as the store dates what it keeps, whatever day a demo clock shows.
        for (var wait = First; ; wait = Pause)
        {
            await Task.Delay(wait, TimeProvider.System, stoppingToken);
            try
            {
                await ForgetAsync(BeijingTime.DayOf(TimeProvider.System.GetUtcNow()), stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogWarning(trouble, "What is over could not be forgotten; tomorrow again");
            }
        }
    }

    internal async Task ForgetAsync(DateOnly today, CancellationToken stop)
    {
        var plan = shelf.InForce.Retention;
        var (forgotten, marks) = (0, 0);
        if (plan.ErasedBefore(DataClass.Chat, today) is { } silent)
            forgotten = await talks.EraseConversationsAsync(BeijingTime.StartOf(silent), MostOfAKind, stop);
        if (plan.ErasedBefore(DataClass.NoticeLeftover, today) is { } old)
            marks = await seen.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, stop) + await cards.EraseAsync(BeijingTime.StartOf(old), MostOfAKind, stop);
        // Good for a minute, or for a working day; of no use to anybody a day later.
        while (await spent.EraseAsync(BeijingTime.StartOf(today.AddDays(-1)), MostOfAKind, stop) == MostOfAKind) { }
        while (await ended.EraseAsync(BeijingTime.StartOf(today.AddDays(-1)), MostOfAKind, stop) == MostOfAKind) { }
        log.LogInformation("{Talks} silent conversations and {Marks} marks of messages were forgotten", forgotten, marks);
    }
}
