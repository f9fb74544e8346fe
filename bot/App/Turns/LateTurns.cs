using Microsoft.Bot.Builder;
using OneVisit.Bot.Notices;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>Answers what people said while the store was down or, in Teams, nobody could say who they are, as soon as it is back.</summary>
internal sealed class LateTurns(LateActivities late, Proactive proactive, IServiceScopeFactory scopes, ILogger<LateTurns> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Task.WhenAll(late.Oldest().Select(activity => AnswerAsync(activity, stoppingToken)));
    }

    private async Task AnswerAsync(Microsoft.Bot.Schema.Activity activity, CancellationToken stop)
    {
        try
        {
            using var scope = scopes.CreateScope();
            var bot = (OneVisitBot)scope.ServiceProvider.GetRequiredService<IBot>();
            await proactive.RunAsync(activity, bot.AnswerLateAsync, stop);
            late.Done(activity);
        }
        catch (Exception silent) when (silent is StorageUnavailableException or BackOfficeSilentException or BackOfficeBrokeException)
        {
            // Still down: the next tick tries again.
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogError("A late turn broke: {Kind}", broken.GetType().FullName);
            late.Done(activity);
        }
    }
}
