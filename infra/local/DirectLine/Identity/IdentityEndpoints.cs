using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneVisit.Local.DirectLine.Identity;

/// <summary>The identity service of this machine: OpenID metadata and keys for the bot to check us, and OAuth 2.0 client credentials for the bot to become known.</summary>
internal static class IdentityEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/connector/.well-known/openidconfiguration", Metadata);
        endpoints.MapGet("/connector/.well-known/keys", Keys);
        endpoints.MapPost("/connector/oauth2/token", IssueAsync).DisableAntiforgery();
        endpoints.MapPost("/connector/oauth2/v2.0/token", IssueAsync).DisableAntiforgery();
    }

    private static IResult Metadata(DirectLineOptions options) => Results.Json(new
    {
        issuer = options.Root + "/connector",
        authorization_endpoint = options.Root + "/connector/oauth2/v2.0/authorize",
        jwks_uri = options.Root + "/connector/.well-known/keys",
        id_token_signing_alg_values_supported = new[] { "RS256" },
        token_endpoint_auth_methods_supported = new[] { "client_secret_post" },
    });

    // The endorsement says which channel this key may speak for; the bot compares it with the activity's channelId.
    private static IResult Keys(ChannelKey key) => Results.Json(new
    {
        keys = new[] { new { kty = "RSA", use = "sig", kid = key.Id, n = key.Modulus, e = key.Exponent, endorsements = new[] { "directline" } } },
    });

    private static async Task<IResult> IssueAsync(HttpRequest request, DirectLineOptions options, ServiceTokens tokens)
    {
        if (!request.HasFormContentType) return Refusal("invalid_request", StatusCodes.Status400BadRequest);
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials") return Refusal("unsupported_grant_type", StatusCodes.Status400BadRequest);
        if (!Same(form["client_id"], options.BotAppId) | !Same(form["client_secret"], options.BotAppPassword)) return Refusal("invalid_client", StatusCodes.Status401Unauthorized);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { token_type = "Bearer", expires_in = (int)ServiceTokens.Lifetime.TotalSeconds, access_token = tokens.ForBot() });
    }

    private static IResult Refusal(string error, int status) => Results.Json(new { error }, statusCode: status);

    private static bool Same(string? given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(expected));
}
