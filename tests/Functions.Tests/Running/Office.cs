using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Functions.Oversight;
using OneVisit.Local.FunctionsWorker;
using OneVisit.Local.Year.World;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Running;

/// <summary>A back office that really runs: HTTP, process and storage, with a clock that the test moves.</summary>
internal sealed class Office : IAsyncDisposable
{
    // A Tuesday morning in Beijing.
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    /// <summary>The day of that morning.</summary>
    public static readonly DateOnly Today = new(2026, 11, 24);

    private readonly byte[] frontDoorKey;
    private readonly Dictionary<string, string?> settings;
    /// <summary>Where the process keeps its file.</summary>
    public string Folder { get; }

    // What each person proves by applying is shown with what they ask next, as the bot does.
    private readonly ProofKeeper proofs = new();

    private LocalFunctionsHost host;
    private HttpClient http;

    private readonly Action<IServiceCollection>? services;

    private Office(Dictionary<string, string?> settings, byte[] frontDoorKey, string folder, MovableClock clock, Action<IServiceCollection>? services)
    {
        this.services = services;
        this.settings = settings;
        this.frontDoorKey = frontDoorKey;
        Folder = folder;
        Clock = clock;
        host = Build();
        http = new();
    }

    public MovableClock Clock { get; }

    public RememberedLogs Logs { get; } = new();

    public LocalFunctionsHost Host => host;

    public IServiceProvider Services => host.Services;

    /// <summary>Of its tables and containers.</summary>
    public string Prefix => settings["OneVisit__StoragePrefix"]!;

    public string Setting(string name) => settings[name]!;

    /// <param name="storage">How the storage is reached, if not directly.</param>
    /// <param name="opening">What its clock shows, if not <see cref="Morning"/>.</param>
    /// <param name="services">What takes the place of services of the product.</param>
    /// <param name="entra">Whose tokens count, in place of the shared key.</param>
    public static async Task<Office> OpenAsync(AzuriteFixture azurite, string? storage = null, DateTimeOffset? opening = null, Action<IServiceCollection>? services = null, EntraStandIn? entra = null)
    {
        var frontDoorKey = RandomNumberGenerator.GetBytes(32);
        var settings = new Dictionary<string, string?>
        {
            ["OneVisit__StorageConnection"] = storage ?? azurite.ConnectionString,
            ["OneVisit__StoragePrefix"] = azurite.UniquePrefix(),
            ["OneVisit__FrontDoorKey"] = Convert.ToBase64String(frontDoorKey),
            ["OneVisit__SealingKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["OneVisit__CodeGateway"] = "sandbox",
            // Tests ask faster than people.
            ["OneVisit__Limits__OfParticipant"] = "1000000",
            ["OneVisit__Limits__Applications"] = "100000",
            ["OneVisit__ProofKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["OneVisit__LookupKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        if (entra is not null)
        {
            settings.Remove("OneVisit__FrontDoorKey");
            foreach (var (name, value) in entra.Settings)
                settings[name.Replace(":", "__", StringComparison.Ordinal)] = value;
            (settings["OneVisit__Entra__BackOfficeId"], settings["OneVisit__Entra__FrontDoorId"]) = (EntraStandIn.BackOfficeId, EntraStandIn.FrontDoorId);
        }
        var office = new Office(settings, frontDoorKey, Directory.CreateTempSubdirectory("onevisit-office-").FullName, new MovableClock(opening ?? Morning), services);
        await office.Services.GetRequiredService<OneVisitStorage>().EnsureCreatedAsync();
        await office.Services.GetRequiredService<StaffDirectory>().SeedAsync(Town.Staff);
        await office.Services.GetRequiredService<Points>().SeedAsync(Town.Point, Town.Authority(office.Services.GetRequiredService<CatalogueShelf>().InForce), "测试城市的委托书", CancellationToken.None);
        await office.StartAsync();
        return office;
    }

    /// <summary>Stops this host and starts another on the same data, as after a restart of the machine.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        host = Build();
        await StartAsync();
    }

    /// <summary>Moves the clock and lets everything that is due happen.</summary>
    public async Task MoveToAsync(DateTimeOffset instant)
    {
        Clock.MoveTo(instant);
        host.ClockMoved();
        await SettleAsync();
    }

    /// <summary>Waits until the process has nothing left to do now.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await host.Engine.WhenIdleAsync(patience.Token);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, string? participant, object? body = null, string language = "zh-CN", DateTimeOffset? actedAt = null)
    {
        using var request = new HttpRequestMessage(method, Routes.Prefix + route);
        if (actedAt is { } then)
            request.Headers.Add(Headers.ActedAt, then.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (participant is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(participant));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body, body.GetType(), options: Wire.Json),
        };
        return await http.SendAsync(request);
    }

    /// <summary>Whoever asks next has proven nothing.</summary>
    public void ForgetProofs() => proofs.Forget();

    public async Task<T> GetAsync<T>(string route, string? participant, string language = "zh-CN")
    {
        using var answer = await SendAsync(HttpMethod.Get, route, participant, language: language);
        return await ReadAsync<T>(answer);
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return System.Text.Json.JsonSerializer.Deserialize<T>(text, Wire.Json)!;
    }

    public static async Task<Problem> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<Problem>(Wire.Json))!;
    }

    public string Token(string participant, TimeSpan? lifetime = null, byte[]? key = null, string? audience = null)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = FrontDoorToken.Issuer,
            Audience = audience ?? FrontDoorToken.Audience,
            NotBefore = now,
            Expires = now + (lifetime ?? TimeSpan.FromMinutes(FrontDoorToken.LifetimeMinutes)),
            Claims = new Dictionary<string, object> { [FrontDoorToken.SubjectClaim] = participant },
            SigningCredentials = new(new SymmetricSecurityKey(key ?? frontDoorKey), SecurityAlgorithms.HmacSha256),
        });
    }

    public async Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request) => await http.SendAsync(request);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        proofs.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private LocalFunctionsHost Build() => LocalFunctionsHost.Create(BackOffice.Configure, [typeof(BackOffice).Assembly], new LocalFunctionsOptions
    {
        Clock = Clock,
        Settings = settings,
        DurableDatabasePath = Path.Combine(Folder, "process.db"),
        ConfigureServices = services,
        ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Logs),
    });

    private async Task StartAsync()
    {
        await host.StartAsync();
        // A restart of the office takes nothing from what people have proven.
        http = new HttpClient(proofs, disposeHandler: false) { BaseAddress = host.BaseAddress };
    }

    private async Task CloseAsync()
    {
        http.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
