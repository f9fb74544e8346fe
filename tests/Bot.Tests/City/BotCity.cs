using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Bot.Notices;
using OneVisit.Contracts;
using OneVisit.Bot.Sessions;
using OneVisit.Support;

namespace OneVisit.Bot.Tests.City;

[CollectionDefinition(Name)]
public sealed class CityCollection : ICollectionFixture<BotCity>
{
    public const string Name = "city";
}

/// <summary>The bot on a real Azurite, between a channel and a back office that are ours.</summary>
public sealed class BotCity : IAsyncLifetime
{
    /// <summary>The tenant of the city's staff.</summary>
    public const string Tenant = "7a5e2f4c-0d0b-4c55-8f0e-3a1b2c3d4e5f";

    private readonly AzuriteFixture _azurite = new();
    private WebApplication _app = null!;
    private int _conversations;

    public FakeChannel Channel { get; private set; } = null!;

    public FakeBackOffice Office { get; private set; } = null!;

    public Uri Url => new(_app.Urls.First() + "/");

    internal static NoticePace Pace { get; } = new(
        Idle: TimeSpan.FromMilliseconds(50), Trouble: TimeSpan.FromMilliseconds(50), Postponed: TimeSpan.FromMilliseconds(50),
        Hidden: TimeSpan.FromMinutes(2), Grace: TimeSpan.FromSeconds(20), Watch: TimeSpan.FromMilliseconds(50));

    public IServiceProvider Services => _app.Services;

    public string Connection => _azurite.ConnectionString;

    public string Prefix { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        (Channel, Office, Prefix) = (await FakeChannel.StartAsync(), await FakeBackOffice.StartAsync(), _azurite.UniquePrefix());
        _app = Build(Prefix, [], _ => { });
        await _app.Services.GetRequiredService<Storage.OneVisitStorage>().EnsureCreatedAsync();
        await _app.StartAsync();
    }

    /// <summary>Everything that was logged.</summary>
    internal HeardLogs Logs { get; } = new();

    internal IReadOnlyList<Door> Doors => Door.Of(_app);

    /// <summary>Another bot between the same channel and back office, told otherwise in some settings.</summary>
    /// <param name="prefix">Of what it remembers; <c>null</c>: it begins with nothing.</param>
    public async Task<OtherBot> AnotherAsync(IReadOnlyDictionary<string, string?> settings, string? prefix = null)
    {
        var app = Build(prefix ?? _azurite.UniquePrefix(), settings);
        await app.Services.GetRequiredService<Storage.OneVisitStorage>().EnsureCreatedAsync();
        await app.StartAsync();
        return new OtherBot(app);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
        await Office.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    /// <summary>A conversation nobody else has.</summary>
    public Talker Resident(string? locale = "zh-CN") => new(this, "dl_r-" + Guid.NewGuid().ToString("N"), NewConversation(), locale);

    /// <summary>A resident whom the bot has met.</summary>
    public async Task<Talker> MetAsync()
    {
        var resident = Resident();
        await resident.JoinAsync();
        return resident;
    }

    /// <summary>How the back office knows them.</summary>
    public string ParticipantOf(Talker talker) => Services.GetRequiredService<ChatUserId>().ParticipantOf("directline", talker.UserId)!;

    public Talker Staff(string staffId) => new(this, Services.GetRequiredService<ChatUserId>().OfStaff(staffId), NewConversation(), "zh-CN") { OpensPage = true };

    /// <summary>Somebody in Teams, as the channel tells of them.</summary>
    /// <param name="account"><c>null</c>: it names none.</param>
    internal TeamsTalker InTeams(Guid? account, string tenant = Tenant) => new(this, account, tenant, "a:" + NewConversation());

    /// <summary>A member of staff in Teams whose account the directory knows.</summary>
    internal TeamsTalker StaffInTeams(string staffId, Guid? account = null)
    {
        var known = account ?? Guid.NewGuid();
        Office.Accounts[known] = new StaffAccountView(staffId, "翟敏", HasPost: true);
        return new(this, known, Tenant, "a:" + NewConversation()) { Participant = Participants.StaffPrefix + staffId };
    }

    public string NewConversation() => $"c{Interlocked.Increment(ref _conversations)}-{Guid.NewGuid():N}";

    /// <summary>Another bot between the same channel and the same back office.</summary>
    /// <param name="settings">What it is told otherwise.</param>
    public async Task<WebApplication> OpenAnotherAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection> services)
    {
        var app = Build(_azurite.UniquePrefix(), settings, services);
        await app.Services.GetRequiredService<Storage.OneVisitStorage>().EnsureCreatedAsync();
        await app.StartAsync();
        return app;
    }

    private WebApplication Build(string prefix, IEnumerable<KeyValuePair<string, string?>>? settings = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Logs);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OneVisit:StorageConnection"] = Connection, ["OneVisit:StoragePrefix"] = prefix,
            ["OneVisit:FrontDoorKey"] = KeyOf(1), ["OneVisit:ChatKey"] = KeyOf(4), ["OneVisit:SealingKey"] = KeyOf(2), ["OneVisit:ParticipantKey"] = KeyOf(3),
            ["OneVisit:BackOfficeUrl"] = Office.Url.ToString(), ["OneVisit:PublicUrl"] = "http://localhost:3978",
            ["OneVisit:DirectLine:Url"] = Channel.Url.ToString(), ["OneVisit:DirectLine:Secret"] = FakeChannel.Secret,
            ["OneVisit:Entra:TenantId"] = Tenant,
        });
        builder.Configuration.AddInMemoryCollection(Channel.Identity.SettingsForTheBot(Channel.Url));
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton(Pace);
        builder.AddOneVisitBot();
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services => new OpenBesideTeams(new ConfigurationBotFrameworkAuthentication(services.GetRequiredService<IConfiguration>())));
        var app = builder.Build();
        app.MapOneVisitBot();
        app.MapPost("/test/sign-in/{id}", (HttpContext http, string id) => http.SignInAsync(StaffSignIn.Scheme, new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], StaffSignIn.Scheme))));
        app.MapGet("/test/breaks", void () => throw new InvalidOperationException("of 370982197001010016"));
        return app;
    }

    private static string KeyOf(byte seed) => Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);
}

/// <summary>A bot beside the one of the city.</summary>
public sealed class OtherBot(WebApplication app) : IAsyncDisposable
{
    public Uri Url => new(app.Urls.First() + "/");

    public IServiceProvider Services => app.Services;

    internal IReadOnlyList<Door> Doors => Door.Of(app);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
