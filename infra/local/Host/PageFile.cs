namespace OneVisit.Local.Host;

/// <summary>A file of our own pages, from the folder <c>Pages</c> beside the code that serves it.</summary>
internal static class PageFile
{
    /// <summary>Nothing is found of a kind that no page is made of.</summary>
    public static IResult Send(string folder, string name) =>
        ContentType(name) is { } type && typeof(PageFile).Assembly.GetManifestResourceStream($"OneVisit.Local.Host.{folder}.Pages.{name}") is { } file
            ? Results.Stream(file, type)
            : Results.NotFound();

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        _ => null,
    };
}
