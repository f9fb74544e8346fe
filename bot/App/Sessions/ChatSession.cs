using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Sessions;

/// <summary>Who sits in front of a browser.</summary>
internal sealed record ChatSession(string UserId);

/// <summary>Keeps a <see cref="ChatSession"/> in an encrypted cookie. A cookie that cannot be opened counts as none.</summary>
internal sealed class ChatSessionCookie(IDataProtectionProvider protection, SiteCookies cookies)
{
    /// <summary>A resident comes back within half a year and finds what they told.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public ChatSession? Read(HttpContext http, string name)
    {
        if (http.Request.Cookies[cookies.Name(name)] is not { Length: > 0 and < 4096 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<ChatSession>(Protector(name).Unprotect(cookie));
        }
        // While the keys cannot be read, nobody is taken for a stranger: what they told would be lost to them.
        catch (System.Security.Cryptography.CryptographicException broken) when (!Refusals.IsStoreAway(broken))
        {
            return null;
        }
    }

    public void Write(HttpContext http, string name, ChatSession session) =>
        http.Response.Cookies.Append(cookies.Name(name), Protector(name).Protect(JsonSerializer.Serialize(session)), cookies.Closed(Lifetime));

    public void Delete(HttpContext http, string name) => http.Response.Cookies.Delete(cookies.Name(name), cookies.Closed(TimeSpan.Zero));

    private IDataProtector Protector(string name) => protection.CreateProtector("OneVisit.ChatSession", name);
}
