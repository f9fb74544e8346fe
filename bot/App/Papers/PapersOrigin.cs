namespace OneVisit.Bot.Papers;

/// <summary>Where papers that people sent are shown: an origin of its own, so that nothing in them is ever beside the pages and their sessions. Setting <c>OneVisit:PapersUrl</c>.</summary>
internal sealed class PapersOrigin
{
    /// <summary>Below which everything lies that is served there.</summary>
    public const string Path = "/p";

    private readonly string host = "";

    /// <exception cref="InvalidOperationException">The setting cannot be one: the message names it and says why.</exception>
    public PapersOrigin(BotSettings settings)
    {
        if (settings.PapersUrl is not { } told) return;
        if (!Uri.TryCreate(told, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || url.UserInfo.Length + url.Fragment.Length > 0)
            throw Wrong("is not the address of an origin, such as https://papers.city.example/");
        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback) throw Wrong("is not https");
        if (url.GetLeftPart(UriPartial.Authority) == settings.PublicUrl.GetLeftPart(UriPartial.Authority)) throw Wrong("is the origin of the pages (OneVisit:PublicUrl)");
        (Url, host) = (url, url.HostNameType == UriHostNameType.Dns ? url.IdnHost : url.Host);
    }

    /// <summary>With a final slash; <c>null</c>: none is set, and such papers are shown where the pages are.</summary>
    public Uri? Url { get; }

    /// <summary>Whether a request is one to this origin. What a proxy says of the host is not asked: only the request itself.</summary>
    public bool IsAt(HttpRequest request) =>
        Url is not null && string.Equals(request.Host.Host, host, StringComparison.OrdinalIgnoreCase) && (request.Host.Port is { } port ? port == Url.Port : Url.IsDefaultPort);

    private static InvalidOperationException Wrong(string why) => new($"Setting OneVisit:PapersUrl {why}.");
}
