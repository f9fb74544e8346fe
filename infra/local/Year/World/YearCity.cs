using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Functions;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Local.FunctionsWorker;
using OneVisit.Storage;

namespace OneVisit.Local.Year.World;

/// <summary>The back office of the year: HTTP, processes and storage as they are, by a clock that the year moves, and with every request to the store counted.</summary>
public sealed class YearCity : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder;
    private readonly LocalFunctionsHost host;

    private YearCity(YearClock clock, StorageTally tally, LocalFunctionsHost host, Door door, string folder) =>
        (Clock, Tally, this.host, Door, this.folder) = (clock, tally, host, door, folder);

    public YearClock Clock { get; }

    public StorageTally Tally { get; }

    public Door Door { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>The catalogue in force.</summary>
    public CityCatalogue Catalogue => Services.GetRequiredService<CatalogueShelf>().InForce;

    /// <param name="prefix">Of its tables, containers and queues.</param>
    public static async Task<YearCity> OpenAsync(
        string storage, string prefix, IReadOnlyList<ServicePoint> points, Workforce people, DateOnly first, Dice dice, CancellationToken stop)
    {
        var (clock, tally) = (new YearClock(first), new StorageTally());
        var folder = Directory.CreateTempSubdirectory("onevisit-year-").FullName;
        var frontDoorKey = dice.Bytes("front door key");
        var host = LocalFunctionsHost.Create(BackOffice.Configure, [typeof(BackOffice).Assembly], new LocalFunctionsOptions
        {
            Clock = clock,
            DurableDatabasePath = Path.Combine(folder, "processes.db"),
            Settings = new Dictionary<string, string?>
            {
                ["OneVisit:StorageConnection"] = storage,
                ["OneVisit:StoragePrefix"] = prefix,
                // A year goes by in minutes.
                ["OneVisit:Limits:OfParticipant"] = "1000000",
                ["OneVisit:Limits:Applications"] = "100000",
                ["OneVisit:FrontDoorKey"] = Convert.ToBase64String(frontDoorKey),
                ["OneVisit:SealingKey"] = Convert.ToBase64String(dice.Bytes("sealing key")),
                ["OneVisit:ProofKey"] = Convert.ToBase64String(dice.Bytes("proof key")),
                ["OneVisit:LookupKey"] = Convert.ToBase64String(dice.Bytes("lookup key")),
            },
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("OneVisit", LogLevel.Error).AddSimpleConsole(),
            ConfigureServices = services => services
                .AddSingleton(provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = tally }))
                .AddSingleton<IDrawSeeds>(new YearDrawSeeds(dice))
                // A year goes by, and nobody in it is asked for a code again.
                .AddSingleton(new SessionClock(new StandingClock(clock.GetUtcNow()))),
        });
        var city = new YearCity(clock, tally, host, new Door(clock, frontDoorKey), folder);
        try
        {
            await city.StartAsync(points, people, first, stop);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves the clock and lets everything happen that is due by then.</summary>
    public async Task MoveToAsync(DateOnly day, int hour, int minute, CancellationToken stop)
    {
        Clock.MoveTo(day, hour, minute);
        await SettleAsync(stop);
    }

    /// <summary>Returns when no process has anything left to do now.</summary>
    public async Task SettleAsync(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        await host.Engine.WhenIdleAsync(patience.Token);
    }

    /// <summary>
    /// What the back office does by the clock, each once: in the year a day has one strike.
    /// </summary>
    /// <param name="looksAtAll">
    /// Go through all open cases for lost wake-ups and days that can be counted now, and check and anchor all journals: enough once a month where none are lost, and when holidays come out.
    /// </param>
    public async Task StrikeAsync(bool looksAtAll, CancellationToken stop)
    {
        foreach (var timer in Timers().Where(timer => looksAtAll || (timer.DeclaringType != typeof(ReconcileCases) && timer.DeclaringType != typeof(AnchorJournals))))
            await RunAsync(timer, stop);
        await SettleAsync(stop);
    }

    /// <summary>The holidays of the next year come out: the bureau puts a catalogue in force that has them, and whatever waited for them is counted anew.</summary>
    public async Task PublishHolidaysAsync(IReadOnlyList<ServicePoint> points, DateOnly today, CancellationToken stop)
    {
        await PutCatalogueInForceAsync(YearCatalogue.With(points, Services.GetRequiredService<CatalogueShelf>().BuiltIn, today.Year + 1), today, stop);
        await Services.GetRequiredService<CatalogueShelf>().RefreshAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StartAsync(IReadOnlyList<ServicePoint> points, Workforce people, DateOnly first, CancellationToken stop)
    {
        await Services.GetRequiredService<OneVisitStorage>().EnsureCreatedAsync(stop);
        await Services.GetRequiredService<StaffDirectory>().SeedAsync(people.All, stop);
        await PutCatalogueInForceAsync(YearCatalogue.With(points, Services.GetRequiredService<CatalogueShelf>().BuiltIn), first, stop);
        await Delegations.SeedAsync(Services.GetRequiredService<Points>(), Services.GetRequiredService<CatalogueShelf>().BuiltIn, stop);
        await host.StartAsync(stop);
        await Services.GetRequiredService<CatalogueShelf>().RefreshAsync(stop);
        Door.Open(host.BaseAddress);
    }

    private async Task PutCatalogueInForceAsync(CataloguePackage package, DateOnly first, CancellationToken stop)
    {
        var desk = Services.GetRequiredService<CatalogueDesk>();
        var published = await desk.PublishAsync(package, "year", null, stop);
        var active = published is CatalogueChange.Done ? await desk.ActivateAsync(package.Version, first, "year", null, null, stop) : published;
        if (active is CatalogueChange.Broken broken)
            throw new InvalidOperationException($"The year's catalogue has mistakes: {string.Join("; ", broken.Faults)}");
    }

    private static IEnumerable<MethodInfo> Timers() => typeof(BackOffice).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null))
        .OrderBy(method => method.DeclaringType!.Name, StringComparer.Ordinal);

    private async Task RunAsync(MethodInfo timer, CancellationToken stop)
    {
        await using var scope = Services.CreateAsyncScope();
        var function = ActivatorUtilities.CreateInstance(scope.ServiceProvider, timer.DeclaringType!);
        object?[] given = [.. timer.GetParameters().Select(parameter => Given(parameter.ParameterType, stop))];
        await (Task)timer.Invoke(function, given)!;
    }

    private object Given(Type type, CancellationToken stop) =>
        type == typeof(TimerInfo) ? new TimerInfo()
        : type == typeof(DurableTaskClient) ? host.Engine.Client
        : type == typeof(CancellationToken) ? stop
        : throw new NotSupportedException($"A timer function takes {type}, which the year does not have.");
}

/// <summary>Draws by the year's own dice, so that the same year draws the same cases.</summary>
internal sealed class YearDrawSeeds(Dice dice) : IDrawSeeds
{
    public string For(string drawId) => Convert.ToHexStringLower(dice.Bytes(string.Create(CultureInfo.InvariantCulture, $"draw {drawId}"))[..16]);
}

/// <summary>Shows one instant for ever.</summary>
internal sealed class StandingClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
