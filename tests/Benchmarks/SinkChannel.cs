using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OneVisit.Benchmarks;

/// <summary>A channel that keeps nothing: publishes its key, signs tokens, gives the bot one of its own, and counts what the bot says.</summary>
internal sealed class SinkChannel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SigningCredentials signing;
    private long heard;

    private SinkChannel(WebApplication app, RSA rsa)
    {
        (this.app, signing) = (app, new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "k" }, SecurityAlgorithms.RsaSha256));
        var key = rsa.ExportParameters(includePrivateParameters: false);
        object[] keys = [new { kty = "RSA", use = "sig", kid = "k", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent), endorsements = new[] { "directline" } }];
        app.MapGet("/openid", () => Results.Json(new { issuer = Root, jwks_uri = Root + "/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys }));
        app.MapPost("/oauth2/v2.0/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = TokenFor(Root) }));
        app.MapPost("/v3/conversations/{conversation}/activities/{activity}", HearAsync);
    }

    public long Heard => Interlocked.Read(ref heard);

    private string Root => app.Urls.Single();

    public static async Task<SinkChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var channel = new SinkChannel(builder.Build(), RSA.Create(2048));
        await channel.app.StartAsync();
        return channel;
    }

    public string TokenFor(string audience) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Root,
        Audience = audience,
        SigningCredentials = signing,
        Claims = new Dictionary<string, object> { ["serviceurl"] = Root + "/" },
    });

    /// <summary>How a bot on any Bot Framework package trusts this channel.</summary>
    public IConfiguration SettingsFor(string appId) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MicrosoftAppId"] = appId,
        ["MicrosoftAppPassword"] = "password",
        ["ToChannelFromBotLoginUrl"] = Root,
        ["ToChannelFromBotOAuthScope"] = Root,
        ["ToBotFromChannelTokenIssuer"] = Root,
        ["ToBotFromChannelOpenIdMetadataUrl"] = Root + "/openid",
    }).Build();

    /// <summary>What a page says, as Direct Line passes it on.</summary>
    public byte[] Message(string conversation) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        id = conversation + "|0000001",
        timestamp = "2026-11-24T08:00:00.000Z",
        channelId = "directline",
        serviceUrl = Root + "/",
        locale = "zh-CN",
        conversation = new { id = conversation },
        from = new { id = "dl_zhang", name = "张三", role = "user" },
        recipient = new { id = "bot", name = "OneVisit", role = "bot" },
        text = "丈夫病逝，上有老人下有两个上学的孩子",
        channelData = new { clientActivityID = "c1" },
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        return Results.Json(new { id = Interlocked.Increment(ref heard).ToString(System.Globalization.CultureInfo.InvariantCulture) });
    }
}
