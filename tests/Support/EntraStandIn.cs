using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace OneVisit.Support;

/// <summary>Plays the city's tenant of Microsoft Entra ID over real HTTP: its documents, its sign-in page, which asks nothing, and its tokens. Whoever is <see cref="Account"/> sits in front of it.</summary>
public sealed class EntraStandIn : IAsyncDisposable
{
    /// <summary>Registration with which staff sign in.</summary>
    public const string ClientId = "11111111-0000-4000-8000-000000000001";

    /// <summary>Registration of the back office.</summary>
    public const string BackOfficeId = "11111111-0000-4000-8000-000000000002";

    /// <summary>The bot's identity.</summary>
    public const string FrontDoorId = "11111111-0000-4000-8000-000000000003";

    /// <summary>A token of the bot's identity, which stands for a secret.</summary>
    public const string Assertion = "the-bots-own-token";

    private readonly ConcurrentDictionary<string, Visit> visits = new();
    private readonly WebApplication app;
    private int keysAsked;

    private EntraStandIn(WebApplication app) => this.app = app;

    public Guid Tenant { get; } = Guid.Parse("22222222-0000-4000-8000-000000000001");

    public Uri Authority => new(app.Urls.First() + "/");

    public string Issuer => $"{Authority}{Tenant}/v2.0";

    public TokenPress Press { get; } = new();

    public Guid Account { get; set; }

    /// <summary>How often somebody has asked for the keys.</summary>
    public int KeysAsked => Volatile.Read(ref keysAsked);

    /// <summary>What is otherwise about the next identity token.</summary>
    public Action<TokenWish> Alter { get; set; } = _ => { };

    /// <summary>Where people were sent who signed out here.</summary>
    public ConcurrentQueue<string> SignedOut { get; } = new();

    public IEnumerable<KeyValuePair<string, string?>> Settings => [new("OneVisit:Entra:TenantId", Tenant.ToString("D")), new("OneVisit:Entra:Authority", Authority.AbsoluteUri)];

    public static async Task<EntraStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var entra = new EntraStandIn(builder.Build());
        entra.Map();
        await entra.app.StartAsync();
        return entra;
    }

    /// <summary>A token for the back office, as the tenant would give it.</summary>
    public string TokenFor(DateTimeOffset now, Action<TokenWish>? alter = null)
    {
        var wish = new TokenWish(Issuer, BackOfficeId, now) { ["tid"] = Tenant.ToString("D") };
        alter?.Invoke(wish);
        return Press.Sign(wish);
    }

    /// <summary>The front door's own.</summary>
    public string FrontDoorToken(DateTimeOffset now, Action<TokenWish>? alter = null) => TokenFor(now, wish =>
    {
        (wish["azp"], wish["roles"], wish["oid"]) = (FrontDoorId, new[] { "FrontDoor" }, Guid.NewGuid().ToString("D"));
        alter?.Invoke(wish);
    });

    /// <summary>A member of staff's, got on their own machine.</summary>
    public string StaffToken(DateTimeOffset now, Guid account, Action<TokenWish>? alter = null) => TokenFor(now, wish =>
    {
        (wish["azp"], wish["scp"], wish["oid"]) = ("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "user_impersonation", account.ToString("D"));
        alter?.Invoke(wish);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        var tenant = app.MapGroup($"/{Tenant}");
        tenant.MapGet("/v2.0/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer, ["jwks_uri"] = $"{Authority}{Tenant}/discovery/v2.0/keys",
            ["authorization_endpoint"] = $"{Authority}{Tenant}/oauth2/v2.0/authorize", ["token_endpoint"] = $"{Authority}{Tenant}/oauth2/v2.0/token",
            ["end_session_endpoint"] = $"{Authority}{Tenant}/oauth2/v2.0/logout", ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        tenant.MapGet("/discovery/v2.0/keys", () =>
        {
            Interlocked.Increment(ref keysAsked);
            return Results.Text(Press.Published, "application/json");
        });
        tenant.MapGet("/oauth2/v2.0/authorize", (HttpRequest request) =>
        {
            string Asked(string name) => request.Query[name].ToString();
            if (Asked("client_id") != ClientId || Asked("response_type") != "code" || Asked("code_challenge_method") != "S256") return Results.BadRequest();
            var code = Guid.NewGuid().ToString("N");
            visits[code] = new(Asked("redirect_uri"), Asked("code_challenge"), Asked("nonce"));
            return Results.Redirect($"{Asked("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Asked("state"))}");
        });
        tenant.MapPost("/oauth2/v2.0/token", async (HttpRequest request) => Redeem(await request.ReadFormAsync()));
        tenant.MapGet("/oauth2/v2.0/logout", (HttpRequest request) =>
        {
            SignedOut.Enqueue(request.Query["post_logout_redirect_uri"].ToString());
            return Results.Redirect($"{request.Query["post_logout_redirect_uri"]}?state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
    }

    // A code is good once, for who has what its challenge was made of, and for the program itself.
    private IResult Redeem(IFormCollection form)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!visits.TryRemove(form["code"].ToString(), out var visit) || visit.Challenge != challenge || visit.Back != form["redirect_uri"] || form["client_assertion"] != Assertion)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        var wish = new TokenWish(Issuer, ClientId, TimeProvider.System.GetUtcNow()) { ["tid"] = Tenant.ToString("D"), ["oid"] = Account.ToString("D"), ["sub"] = "pairwise", ["nonce"] = visit.Nonce };
        Alter(wish);
        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "of-no-use", id_token = Press.Sign(wish) });
    }

    private sealed record Visit(string Back, string Challenge, string Nonce);
}
