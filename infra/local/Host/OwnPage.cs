namespace OneVisit.Local.Host;

/// <summary>The header of our own pages. A page of another origin cannot send it, so it cannot press our buttons.</summary>
internal static class OwnPage
{
    public static bool Sent(HttpRequest request) => request.Headers.ContainsKey("X-OneVisit-Page");
}
