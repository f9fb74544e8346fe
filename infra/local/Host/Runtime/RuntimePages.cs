namespace OneVisit.Local.Host.Runtime;

/// <summary>Files of the operators' pages. Nothing is loaded from elsewhere, and no script or style stands inside a page.</summary>
internal static class RuntimePages
{
    private const string OnlyOurOwn =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IResult Page(HttpContext http, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = OnlyOurOwn;
        return Stream(name, "text/html; charset=utf-8");
    }

    public static IResult File(string name) => Path.GetExtension(name) switch
    {
        ".js" => Stream(name, "text/javascript; charset=utf-8"),
        ".css" => Stream(name, "text/css; charset=utf-8"),
        ".json" => Stream(name, "application/json; charset=utf-8"),
        _ => Results.NotFound(),
    };

    private static IResult Stream(string name, string contentType) =>
        typeof(RuntimePages).Assembly.GetManifestResourceStream($"OneVisit.Local.Host.Runtime.Pages.{name}") is { } page
            ? Results.Stream(page, contentType)
            : Results.NotFound();
}
