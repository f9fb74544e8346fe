using System.Security.Cryptography;

namespace OneVisit.Bot.Pages;

/// <summary>Tells browsers what our answers may do: nothing beyond our own origin.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next();
    });

    /// <summary>For a page of words: our own script and style, forms only home, no connections. Its forms tell from where they come.</summary>
    public static void Quiet(HttpContext http)
    {
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /// <summary>For a page with Web Chat: scripts only from our files, styles only with the nonce, connections only home and to Direct Line.</summary>
    /// <returns>The nonce of this answer.</returns>
    public static string Strict(HttpContext http, BotSettings settings)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var line = settings.DirectLine.GetLeftPart(UriPartial.Authority);
        var own = $"{(http.Request.IsHttps ? "wss" : "ws")}://{http.Request.Host}";
        var stream = line.Replace("http", "ws", StringComparison.Ordinal);
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob: {line}; font-src 'self'; "
            + $"connect-src 'self' blob: data: {own} {line} {stream}; media-src 'self' blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return nonce;
    }
}
