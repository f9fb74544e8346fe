namespace OneVisit.Bot.Sessions;

/// <summary>
/// What our cookies are called, and how they are closed. Where people reach the pages by https, the name itself has the browser refuse a cookie that was
/// set without it, by a neighbouring host, or for one path only.
/// </summary>
internal sealed class SiteCookies(BotSettings settings)
{
    /// <summary>Whether cookies travel by https only: as people reach the pages, whatever one request says of itself.</summary>
    public bool IsSecure => settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public string Name(string name) => IsSecure ? "__Host-" + name : name;

    /// <summary>Lax and not strict: Safari leaves strict ones out after a link from elsewhere, and a resident would begin as a stranger.</summary>
    public CookieOptions Closed(TimeSpan lifetime) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure, IsEssential = true, Path = "/", MaxAge = lifetime };
}
