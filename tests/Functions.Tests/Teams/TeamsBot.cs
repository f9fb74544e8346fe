using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Bot;
using OneVisit.Bot.Tests.City;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;

namespace OneVisit.Functions.Tests.Teams;

/// <summary>The bot before a back office that really runs, spoken to by Teams' channel.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    public const string Tenant = "7a5e2f4c-0d0b-4c55-8f0e-3a1b2c3d4e5f";

    private readonly WebApplication app;
    private readonly Office office;

    private TeamsBot(WebApplication app, FakeChannel channel, Office office) => (this.app, Channel, this.office) = (app, channel, office);

    public FakeChannel Channel { get; }

    public Uri Url => new(app.Urls.First() + "/");

    public static async Task<TeamsBot> OpenAsync(Office office)
    {
        var channel = await FakeChannel.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OneVisit:StorageConnection"] = office.Setting("OneVisit__StorageConnection"), ["OneVisit:StoragePrefix"] = office.Prefix, ["OneVisit:FrontDoorKey"] = office.Setting("OneVisit__FrontDoorKey"),
            ["OneVisit:ChatKey"] = Key(), ["OneVisit:SealingKey"] = Key(), ["OneVisit:ParticipantKey"] = Key(), ["OneVisit:BackOfficeUrl"] = office.Host.BaseAddress.AbsoluteUri, ["OneVisit:PublicUrl"] = "http://localhost:3978",
            ["OneVisit:DirectLine:Url"] = channel.Url.AbsoluteUri, ["OneVisit:DirectLine:Secret"] = FakeChannel.Secret, ["OneVisit:Entra:TenantId"] = Tenant,
            ["OneVisit:Limits:OfPerson"] = "1000000", ["OneVisit:Limits:OfAddress"] = "1000000", ["OneVisit:Limits:TurnsOfChat"] = "1000000", ["OneVisit:Limits:TurnsOfAddress"] = "1000000",
        });
        builder.Configuration.AddInMemoryCollection(channel.Identity.SettingsForTheBot(channel.Url));
        builder.Services.AddSingleton<TimeProvider>(office.Clock);
        builder.AddOneVisitBot();
        var app = builder.Build();
        app.MapOneVisitBot();
        await app.Services.GetRequiredService<OneVisitStorage>().EnsureCreatedAsync();
        await app.StartAsync();
        return new(app, channel, office);
    }

    /// <summary>A member of staff at their own conversation; from then on the directory knows their account.</summary>
    public async Task<TeamsPerson> OfAsync(string participant)
    {
        var account = Guid.NewGuid();
        await office.Services.GetRequiredService<StaffDirectory>().ChangeAsync(participant["staff:".Length..], known => known! with { Account = account });
        return new(this, account, "a:" + Guid.NewGuid().ToString("N"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

/// <summary>A member of staff in Teams.</summary>
internal sealed class TeamsPerson(TeamsBot bot, Guid account, string conversation)
{
    private static readonly HttpClient Http = new();
    private readonly string userId = "29:" + Guid.NewGuid().ToString("N");
    private int ids;

    /// <summary>All that was said to them.</summary>
    public string Heard => string.Join('\n', bot.Channel.In(conversation).Select(spoken => spoken.Text));

    /// <summary>Presses a universal action, or has the client look again.</summary>
    public async Task<Pressed> PressAsync(string verb, JsonObject data)
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["id"] = $"{conversation}-{++ids}", ["channelId"] = "msteams", ["serviceUrl"] = bot.Channel.Url.ToString(), ["locale"] = "zh-CN",
            ["from"] = new JsonObject { ["id"] = userId, ["name"] = "Somebody", ["aadObjectId"] = account.ToString("D") }, ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = TeamsBot.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsBot.Tenant } },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Url, "api/messages")) { Content = JsonContent.Create(activity) };
        request.Headers.Authorization = new("Bearer", bot.Channel.Identity.TokenOf("msteams", bot.Channel.Url.ToString()));
        using var answer = await Http.SendAsync(request);
        var body = answer.Content.Headers.ContentLength is 0 ? null : await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return new((int?)body?["statusCode"] ?? (int)answer.StatusCode, body?["value"]);
    }
}

/// <summary>What a press was answered with: a card where the status is 200.</summary>
internal sealed record Pressed(int Status, JsonNode? Value)
{
    public string Text => Value?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "";

    /// <summary>What can be pressed on the card besides looking again.</summary>
    public string[] Verbs => [.. Actions(Value).Select(action => (string)action["verb"]!).Where(verb => verb != "refresh")];

    private static IEnumerable<JsonObject> Actions(JsonNode? node) => node switch
    {
        JsonArray nodes => nodes.SelectMany(Actions),
        JsonObject action when (string?)action["type"] == "Action.Execute" => [action],
        JsonObject parts => parts.SelectMany(part => Actions(part.Value)),
        _ => [],
    };
}
