using System.Net;
using System.Security.Cryptography;

namespace OneVisit.Bot.Pages;

/// <summary>Tells browsers what our answers may do: nothing beyond our own origin.</summary>
internal static class SecurityHeaders
{
    /// <summary>Of an answer that has no policy of its own: it loads, runs and sends nothing.</summary>
    private const string Closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Devices =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    // A year, as browsers ask for before they know a host by heart. Not for hosts below ours, which may be others'.
    private const string HttpsOnly = "max-age=31536000";

    /// <summary>Set when the answer begins, so that errors and what is not there have them, too; what a page chose for itself stays.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            Complete(http);
            return Task.CompletedTask;
        });
        return next(http);
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

    private static void Complete(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.TryAdd("Content-Security-Policy", Closed);
        headers.TryAdd("Referrer-Policy", "no-referrer");
        // Nearly all of it is about a person; files that are not say so themselves.
        headers.TryAdd("Cache-Control", "no-store");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = Devices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Permitted-Cross-Domain-Policies"] = "none";
        if (http.Request.IsHttps && !IsThisMachine(http.Request.Host.Host)) headers.StrictTransportSecurity = HttpsOnly;
    }

    // What is tried out on a machine does not bind its other programs.
    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
