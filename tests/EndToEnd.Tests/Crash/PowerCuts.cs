namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>Cuts the power of a city, again and again, and has it started again at once, as somebody does who watches it.</summary>
internal sealed class PowerCuts(CrashPlan plan, CrashCity city, Action<string> say)
{
    /// <summary>How many answers a case waits for while the host is up, roughly: cuts are spread over the work, not over time.</summary>
    private const int ActsOfACase = 4;

    private static readonly TimeSpan LongestPeace = TimeSpan.FromSeconds(6);

    private readonly Random _dice = plan.DiceOf("power");

    public async Task RunAsync(CancellationToken stop)
    {
        for (var cut = 1; cut <= plan.Kills; cut++)
        {
            var what = await CutAsync(stop);
            if (cut % 10 == 0 || cut == plan.Kills) say($"  {cut} of {plan.Kills} kills (last: {what}), {city.Acts} acts answered");
        }
    }

    private async Task<string> CutAsync(CancellationToken stop)
    {
        switch (_dice.Next(10))
        {
            case 0:
                await PeaceAsync(stop);
                city.CutAzurite();
                return "Azurite alone";
            case 1 or 2:
                await PeaceAsync(stop);
                await AgainAsync(azuriteToo: false);
                await Patiently.PassAsync(TimeSpan.FromMilliseconds(_dice.Next(1500)), stop);
                await AgainAsync(azuriteToo: _dice.Next(2) == 0);
                await city.OpenAsync();
                return "host, and while it was starting";
            case 3 or 4 or 5:
                await PeaceAsync(stop);
                await AgainAsync(azuriteToo: true);
                await city.OpenAsync();
                return "host and Azurite";
            default:
                await PeaceAsync(stop);
                await AgainAsync(azuriteToo: false);
                await city.OpenAsync();
                return "host";
        }
    }

    private async Task AgainAsync(bool azuriteToo)
    {
        await city.CutAsync(azuriteToo);
        city.Start();
    }

    // So many more answers, and a moment that hits whatever is under way then.
    private async Task PeaceAsync(CancellationToken stop)
    {
        var until = city.Acts + _dice.Next(1, Math.Max(2, 2 * ActsOfACase * plan.Cases / plan.Kills));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestPeace);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (city.Acts < until) await tick.WaitForNextTickAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Little to do: that is a moment too.
        }
        await Patiently.PassAsync(TimeSpan.FromMilliseconds(_dice.Next(60)), stop);
    }
}
