namespace OneVisit.Local.Host.Runtime;

/// <summary>Files of the operators' pages. Nothing is loaded from elsewhere, and no script or style stands inside a page.</summary>
internal static class RuntimePages
{
    private const string Folder = "Runtime";

    /// <summary>For every page that exists on this machine only.</summary>
    public const string OnlyOurOwn =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IResult Page(HttpContext http, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = OnlyOurOwn;
        return PageFile.Send(Folder, name);
    }

    /// <summary>What a page is made of; the page itself only comes with its policy.</summary>
    public static IResult File(string name) => Path.GetExtension(name) == ".html" ? Results.NotFound() : PageFile.Send(Folder, name);
}
