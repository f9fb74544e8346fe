using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Sessions;

/// <summary>Who sits in front of a browser, and their conversation.</summary>
internal sealed record ChatSession(string UserId, string? ConversationId);

/// <summary>Keeps a <see cref="ChatSession"/> in an encrypted cookie. A cookie that cannot be opened counts as none.</summary>
internal sealed class ChatSessionCookie(IDataProtectionProvider protection, SiteCookies cookies)
{
    /// <summary>A resident comes back within half a year and finds the conversation again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public ChatSession? Read(HttpContext http, string name, string path)
    {
        if (http.Request.Cookies[cookies.Name(name, path)] is not { Length: > 0 and < 4096 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<ChatSession>(Protector(name).Unprotect(cookie));
        }
        // While the keys cannot be read, nobody is taken for a stranger: their conversation would be lost to them.
        catch (System.Security.Cryptography.CryptographicException broken) when (!Refusals.IsStoreAway(broken))
        {
            return null;
        }
    }

    public void Write(HttpContext http, string name, string path, ChatSession session) =>
        http.Response.Cookies.Append(cookies.Name(name, path), Protector(name).Protect(JsonSerializer.Serialize(session)), cookies.Closed(Lifetime, path));

    public void Delete(HttpContext http, string name, string path) => http.Response.Cookies.Delete(cookies.Name(name, path), cookies.Closed(TimeSpan.Zero, path));

    private IDataProtector Protector(string name) => protection.CreateProtector("OneVisit.ChatSession", name);
}
