using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OneVisit.Bot;
using OneVisit.Catalogue;
using OneVisit.Functions.Oversight;
using OneVisit.Local.Azurite;
using OneVisit.Local.DirectLine;
using OneVisit.Local.FunctionsWorker;
using OneVisit.Local.FunctionsWorker.Hosting;
using OneVisit.Local.Host.Demo;
using OneVisit.Local.Host.Runtime;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>A whole city on this machine: Azurite as a child process, back office, bot, Direct Line and demo pages in this one.</summary>
public sealed class LocalCity : IAsyncDisposable
{
    private const string Unlimited = "1000000";

    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _start = Stopwatch.StartNew();
    private readonly CityOptions _options;
    private readonly Stack<Func<ValueTask>> _close = new();
    private readonly Action<string> _say;

    private LocalCity(CityOptions options, Action<string> say) => (_options, _say) = (options, line => Try(say, line));

    public DemoClock Clock { get; private set; } = null!;

    public AzuriteProcess Azurite { get; private set; } = null!;

    public LocalFunctionsHost BackOffice { get; private set; } = null!;

    public LocalKeys Keys { get; private set; } = null!;

    /// <summary>Where the sandbox of the sharing platform answers, with a final slash; <c>null</c>: it was not asked for.</summary>
    public Uri? PlatformUrl { get; private set; }

    /// <summary>Services of the bot.</summary>
    public IServiceProvider Bot { get; private set; } = null!;

    /// <summary>Where pages, bot and Direct Line answer, with a final slash.</summary>
    public Uri PublicUrl => new($"http://localhost:{_options.Port}/");

    /// <summary>Where papers that people sent are shown, with a final slash: by another name, since browsers give a name's cookies to all of its ports.</summary>
    public Uri PapersUrl => new($"http://127.0.0.1:{_options.PapersPort}/");

    /// <summary>Where the back office answers, with a final slash, without <c>api</c>.</summary>
    public Uri BackOfficeUrl => new($"http://localhost:{_options.BackOfficePort}/");

    /// <summary>Starts all of it, or nothing.</summary>
    /// <exception cref="LocalSetupException">Something is missing or taken; the message says what to do.</exception>
    public static async Task<LocalCity> StartAsync(CityOptions options, Action<string> say, CancellationToken ct = default)
    {
        var city = new LocalCity(
            options with
            {
                Port = Ports.Chosen(options.Port), BackOfficePort = Ports.Chosen(options.BackOfficePort),
                PapersPort = Ports.Chosen(options.PapersPort ?? (options.Port == CityOptions.UsualPort ? CityOptions.UsualPort + 1 : 0)),
            }, say);
        try
        {
            await city.OpenAsync(ct);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>What to open in a browser.</summary>
    public string Welcome() => string.Create(CultureInfo.InvariantCulture, $"""

        OneVisit 一次办好 is open ({_start.Elapsed.TotalSeconds:0.0} s).
          Resident    {PublicUrl}
          Staff       {PublicUrl}staff
          Demo clock  {PublicUrl}demo/clock
          Runtime     {PublicUrl}runtime
          All doors   {PublicUrl}demo
          API         {BackOfficeUrl}api/openapi.json{(PlatformUrl is null ? "" : $"{Environment.NewLine}  Platform    {PlatformUrl}openapi.json")}
        It remembers in {_options.Data}. Ctrl-C closes it.
        """);

    /// <summary>
    /// Runs until <paramref name="stop"/>; an Azurite that dies is started again on its data, a disk that is full is told of, and beside it the directory of the
    /// whole city is handed in.
    /// </summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        KeepAzuriteAsync(stop), new DiskWatch(_options.Data, _say).RunAsync(stop), _options.WholeDirectory ? TheDirectory().HandInAsync(stop) : Task.CompletedTask);

    /// <summary>Returns when the orchestrations have done what there is to do, or after <paramref name="patience"/>: a page shows what there is by then.</summary>
    public async Task SettleAsync(TimeSpan patience, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(patience);
        try
        {
            await BackOffice.Engine.WhenIdleAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The city is still busy.
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_close.TryPop(out var close)) await close();
    }

    // What is said may go to a file on the very disk that is full.
    private static void Try(Action<string> say, string line)
    {
        try
        {
            say(line);
        }
        catch (Exception full) when (DiskWatch.IsFull(full))
        {
            // Said to nobody.
        }
    }

    private WholeDirectory TheDirectory() =>
        new(BackOfficeUrl, Convert.FromBase64String(Keys.FrontDoor), BackOffice.Services.GetRequiredService<CatalogueShelf>().InForce, Clock, _say);

    private async Task KeepAzuriteAsync(CancellationToken stop)
    {
        using var pause = new PeriodicTimer(BetweenStarts);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Azurite.WaitForExitAsync(stop);
                _say("Azurite ended; starting it again on its data…");
                await Azurite.RestartAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (LocalSetupException trouble)
            {
                // A disk without room, for one, may have some later.
                _say(trouble.Message);
                await pause.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        var data = DataFolder.Open(_options.Data, _options.Reset);
        _close.Push(data.DisposeAsync);
        Ports.Require(_options.Port, "the bot and its pages");
        Ports.Require(_options.BackOfficePort, "the back office");
        Ports.Require(PapersUrl.Port, "papers that people sent");
        await NpmPackages.EnsureInstalledAsync(_say, ct);

        Keys = LocalKeys.LoadOrCreate(_options.Data);
        Clock = new DemoClock(Path.Combine(_options.Data, "clock"));
        await RotateKeysCommand.OpenAsync(_options.Data, Keys, Clock, ct);
        await RotateKeysCommand.OpenProofsAsync(_options.Data, Keys, Clock, ct);
        await RotateKeysCommand.OpenLookupsAsync(_options.Data, Keys, Clock, ct);

        Azurite = await StartAzuriteAsync(ct);
        if (_options.Platform)
            await StartPlatformAsync(ct);
        await OpenBackOfficeAsync(ct);
        await SeedAsync(ct);
        await OpenBotAsync(ct);
    }

    private async Task<AzuriteProcess> StartAzuriteAsync(CancellationToken ct)
    {
        var azurite = await AzuriteProcess.StartAsync(
            new AzuriteOptions(Path.Combine(_options.Data, "azurite"), _options.BlobPort, _options.QueuePort, _options.TablePort), ct);
        _close.Push(azurite.DisposeAsync);
        return azurite;
    }

    private async Task StartPlatformAsync(CancellationToken ct)
    {
        _say("Starting the sandbox of the sharing platform (200,000 people)…");
        var platform = await PlatformProcess.StartAsync(Ports.Chosen(_options.PlatformPort), Keys.Sharing, BackOfficeUrl, ct);
        _close.Push(platform.DisposeAsync);
        PlatformUrl = platform.Url;
    }

    private async Task OpenBackOfficeAsync(CancellationToken ct)
    {
        BackOffice = LocalFunctionsHost.Create(Functions.BackOffice.Configure, [typeof(Functions.BackOffice).Assembly], new LocalFunctionsOptions
        {
            Url = $"http://localhost:{_options.BackOfficePort}",
            DurableDatabasePath = Path.Combine(_options.Data, "durable.db"),
            TimerStatusPath = Path.Combine(_options.Data, "timers.json"),
            Clock = Clock,
            Settings = Settings(),
            DurableTaskKey = Keys.DurableTask,
            TaskHub = "OneVisit",
            ConfigureLogging = Quiet,
        });
        _close.Push(BackOffice.DisposeAsync);
        Clock.Moved += BackOffice.ClockMoved;
        await BackOffice.StartAsync(ct);
        _close.Push(() => new ValueTask(BackOffice.StopAsync(CancellationToken.None)));
    }

    private async Task SeedAsync(CancellationToken ct)
    {
        await new OneVisitStorage(new StorageOptions { ConnectionString = Azurite.ConnectionString }).EnsureCreatedAsync(ct);
        // Whoever is there already stays as they are: a directory that was put in force, and an absence, are not undone by a start.
        foreach (var member in DemoStaff.All)
            await BackOffice.Services.GetRequiredService<StaffDirectory>().ChangeAsync(member.Id, known => known is null ? member : null, ct);
        await Year.World.Delegations.SeedAsync(BackOffice.Services.GetRequiredService<Points>(), BackOffice.Services.GetRequiredService<CatalogueShelf>().InForce, ct);
    }

    private async Task OpenBotAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(BotApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls($"http://localhost:{_options.Port}", $"http://127.0.0.1:{_options.PapersPort}");
        var line = DirectLine();
        builder.Configuration.AddInMemoryCollection(Settings().Concat(line.SettingsForTheBot()).Concat(DemoEndpoints.StaffSignInSettings));
        Quiet(builder.Logging);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddDirectLine(line);
        builder.AddOneVisitBot();
        builder.Services.AddDemo(this).AddRuntimePages();

        var app = builder.Build();
        _close.Push(app.DisposeAsync);
        Bot = app.Services;
        app.UseOwnNamesOnly();
        app.MapOneVisitBot();
        app.UseWebSockets();
        // The channel and the operators' pages are no pages of the bot's: nobody's requests to them are counted.
        var beside = app.MapGroup("").DisableRateLimiting();
        beside.MapDirectLine();
        beside.MapDemo();
        beside.MapRuntimePages();
        await app.StartAsync(ct);
        _close.Push(() => new ValueTask(app.StopAsync(CancellationToken.None)));
    }

    private DirectLineOptions DirectLine() => new()
    {
        Secret = Keys.DirectLineSecret,
        BotAppId = LocalKeys.BotAppId,
        BotAppPassword = Keys.BotPassword,
        DatabasePath = Path.Combine(_options.Data, "directline.db"),
        EncryptionKey = Convert.FromBase64String(Keys.DirectLineStore),
        BotUrl = new Uri($"http://127.0.0.1:{_options.Port}/api/messages"),
        PublicUrl = PublicUrl,
    };

    private Dictionary<string, string?> Settings() => new()
    {
        ["OneVisit:StorageConnection"] = Azurite.ConnectionString,
        ["OneVisit:FrontDoorKey"] = Keys.FrontDoor,
        ["OneVisit:ChatKey"] = Keys.Chat,
        ["OneVisit:SealingKeyFile"] = Path.Combine(_options.Data, RotateKeysCommand.FileName),
        ["OneVisit:ProofKeyFile"] = Path.Combine(_options.Data, RotateKeysCommand.ProofsFileName),
        ["OneVisit:LookupKeyFile"] = Path.Combine(_options.Data, RotateKeysCommand.LookupsFileName),
        ["OneVisit:ParticipantKey"] = Keys.Participant,
        ["OneVisit:CodeGateway"] = "sandbox",
        ["OneVisit:BackOfficeUrl"] = $"http://127.0.0.1:{_options.BackOfficePort}/",
        ["OneVisit:SharingUrl"] = PlatformUrl?.AbsoluteUri,
        ["OneVisit:SharingKey"] = Keys.Sharing,
        ["OneVisit:PublicUrl"] = PublicUrl.AbsoluteUri,
        ["OneVisit:PapersUrl"] = PapersUrl.AbsoluteUri,
        ["OneVisit:DirectLine:Url"] = PublicUrl.AbsoluteUri,
        ["OneVisit:DirectLine:Secret"] = Keys.DirectLineSecret,
        ["OneVisit:WebChatFolder"] = NpmPackages.WebChatFolder,
        ["OneVisit:ChartsFolder"] = NpmPackages.ChartsFolder,
        // On this machine scripts speak, too, and faster than people.
        ["OneVisit:Limits:OfPerson"] = Unlimited,
        ["OneVisit:Limits:OfParticipant"] = Unlimited,
        ["OneVisit:Limits:Applications"] = Unlimited,
        ["OneVisit:Limits:TurnsOfChat"] = Unlimited,
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"),
    };

    private void Quiet(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console => console.SingleLine = true);
        // Made by the container, so that it is closed with it.
        logging.Services.AddSingleton<ILoggerProvider>(_ => new LogFile(Path.Combine(_options.Data, "logs")));
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(level => level >= (_options.Verbose ? LogLevel.Information : LogLevel.Warning));
    }
}
