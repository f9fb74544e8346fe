using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker.Binding;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Timers;

/// <summary>Runs timer functions by the application's clock. One never runs twice at the same time; a clock that jumps over several runs gets one, past due.</summary>
internal sealed partial class TimerFunctions : BackgroundService
{
    private readonly List<TimerLoop> loops = [];
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime lifetime;

    /// <exception cref="InvalidOperationException">A schedule that cannot be read; the message names the function.</exception>
    public TimerFunctions(
        IReadOnlyList<LocalFunction> functions, FunctionPipeline pipeline, LocalFunctionsOptions options, IConfiguration settings, IHostApplicationLifetime lifetime,
        ILogger<TimerFunctions> logger)
    {
        (clock, this.lifetime) = (options.Clock, lifetime);
        var statuses = new TimerStatusFile(options.TimerStatusPath);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings["WEBSITE_TIME_ZONE"] ?? "UTC");
        foreach (var function in functions)
        {
            if (function.Trigger is not FunctionTrigger.Timer { Attribute: var attribute })
                continue;
            var schedule = Schedule(function.Name, attribute.Schedule, zone, settings);
            loops.Add(new TimerLoop(function, attribute, schedule, statuses, pipeline, options.Clock, logger));
        }
    }

    /// <summary>The clock may have jumped: look again at once.</summary>
    public void Wake() => loops.ForEach(loop => loop.Wake());

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        loops.ForEach(loop => loop.Begin(clock.GetUtcNow()));
        return base.StartAsync(cancellationToken);
    }

    // Told when the host begins to stop, not when it comes to the timers: they have the whole time of grace, whatever HTTP functions do with theirs.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await Task.WhenAll(loops.Select(loop => Task.Run(() => loop.RunAsync(stopping.Token), stopping.Token)));
    }

    private static TimerSchedule Schedule(string function, string expression, TimeZoneInfo zone, IConfiguration settings)
    {
        var resolved = SettingName().Replace(expression, match => settings[match.Groups[1].Value]
            ?? throw FunctionDiscovery.Refused(function, $"its schedule names the setting '{match.Groups[1].Value}', which is missing."));
        try
        {
            return new(resolved, zone);
        }
        catch (FormatException trouble)
        {
            throw FunctionDiscovery.Refused(function, trouble.Message);
        }
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();
}
