using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Bot.BackOffices;
using OneVisit.Contracts;
using OneVisit.Storage;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// Staff sign in with the city's tenant of Microsoft Entra ID: authorization code with PKCE. What comes of it is who of the directory it is; nothing of the tenant's is kept.
/// The program has no secret there: a token of its own identity stands for one.
/// </summary>
internal static class EntraSignIn
{
    public const string Scheme = "OneVisit.Entra";

    private const string Assertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static void AddEntraSignIn(this AuthenticationBuilder authentication, EntraSettings entra, string client, bool secure)
    {
        // It writes down what the tenant answers, which may name a person; what is worth knowing we write ourselves.
        authentication.Services.AddLogging(logging => logging.AddFilter(typeof(OpenIdConnectHandler).FullName, LogLevel.None));
        authentication.AddOpenIdConnect(Scheme, oidc =>
        {
            oidc.MetadataAddress = entra.Tenant.Metadata;
            oidc.RequireHttpsMetadata = entra.Tenant.Authority.Scheme == Uri.UriSchemeHttps;
            oidc.ClientId = client;
            oidc.SignInScheme = StaffSignIn.Scheme;
            oidc.ResponseType = "code";
            // Comes back as an ordinary visit, so that no cookie has to travel from another site.
            oidc.ResponseMode = "query";
            oidc.UsePkce = true;
            oidc.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
            // The object id is told with the profile only.
            oidc.Scope.Clear();
            oidc.Scope.Add("openid");
            oidc.Scope.Add("profile");
            oidc.CallbackPath = "/staff/signed-in";
            oidc.SignedOutCallbackPath = "/staff/signed-out";
            oidc.SignedOutRedirectUri = "/staff";
            oidc.RemoteSignOutPath = default;
            oidc.TokenHandler = new SignedTokens { MapInboundClaims = false };
            oidc.SaveTokens = false;
            oidc.DisableTelemetry = true;
            oidc.TimeProvider = TimeProvider.System;
            foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
                (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest, true);
            oidc.TokenValidationParameters = new()
            {
                ValidIssuer = entra.Tenant.Issuer, ValidAudience = client, ValidAlgorithms = [SecurityAlgorithms.RsaSha256], NameClaimType = EntraWord.AccountClaim,
            };
            oidc.Events.OnAuthorizationCodeReceived = code => ProveAsync(code, entra);
            oidc.Events.OnTokenValidated = token => LetInAsync(token, entra);
            oidc.Events.OnRemoteFailure = Failed;
        });
    }

    private static async Task ProveAsync(AuthorizationCodeReceivedContext code, EntraSettings entra)
    {
        var own = await code.HttpContext.RequestServices.GetRequiredService<IProgramIdentity>().TokenForAsync(entra.Exchange + "/.default", code.HttpContext.RequestAborted);
        if (own is null)
            code.Fail("This program has no token of its own.");
        else
            (code.TokenEndpointRequest!.ClientAssertionType, code.TokenEndpointRequest.ClientAssertion) = (Assertion, own);
    }

    private static async Task LetInAsync(TokenValidatedContext token, EntraSettings entra)
    {
        if (!Guid.TryParse(token.Principal?.FindFirst(EntraWord.TenantClaim)?.Value, out var tenant) || tenant != entra.Tenant.Id
            || !Guid.TryParse(token.Principal.FindFirst(EntraWord.AccountClaim)?.Value, out var account))
        {
            token.Fail("A token of another tenant, or of nobody.");
            return;
        }
        switch (await EntraSessions.AskAsync(token.HttpContext, account))
        {
            case Answer<StaffAccountView>.Got { Value: { HasPost: true } who }:
                token.Principal = EntraSessions.Of(who, account);
                break;
            case Answer<StaffAccountView>.Got:
                Refuse(token, EntraEndpoints.NoPost);
                break;
            case Answer<StaffAccountView>.Refused { Problem.Status: StatusCodes.Status404NotFound }:
                Refuse(token, EntraEndpoints.Unknown);
                break;
            default:
                Refuse(token, EntraEndpoints.Busy);
                break;
        }
    }

    private static void Refuse(TokenValidatedContext token, string why)
    {
        token.HandleResponse();
        token.Response.Redirect(EntraEndpoints.RefusedFor(why));
    }

    private static Task Failed(RemoteFailureContext failure)
    {
        failure.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EntraSignIn))
            .LogWarning("A sign-in of staff did not come off: {Reason}", failure.Failure?.GetType().Name);
        failure.HandleResponse();
        failure.Response.Redirect(EntraEndpoints.RefusedFor(EntraEndpoints.Failed));
        return Task.CompletedTask;
    }

    /// <summary>The library takes a token without a signature when it came from the token endpoint itself, over TLS. We take none.</summary>
    private sealed class SignedTokens : JsonWebTokenHandler
    {
        public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            var strict = validationParameters.Clone();
            strict.RequireSignedTokens = true;
            return base.ValidateTokenAsync(token, strict);
        }
    }
}
