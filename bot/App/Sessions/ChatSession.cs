using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace OneVisit.Bot.Sessions;

/// <summary>Who sits in front of a browser, and their conversation.</summary>
internal sealed record ChatSession(string UserId, string? ConversationId);

/// <summary>Keeps a <see cref="ChatSession"/> in an encrypted cookie. A cookie that cannot be opened counts as none.</summary>
internal sealed class ChatSessionCookie(IDataProtectionProvider protection)
{
    /// <summary>A resident comes back within half a year and finds the conversation again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public ChatSession? Read(HttpContext http, string name)
    {
        if (http.Request.Cookies[name] is not { Length: > 0 and < 4096 } cookie) return null;
        try
        {
            return JsonSerializer.Deserialize<ChatSession>(Protector(name).Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext http, string name, string path, ChatSession session) =>
        http.Response.Cookies.Append(name, Protector(name).Protect(JsonSerializer.Serialize(session)), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = path, MaxAge = Lifetime,
        });

    public static void Delete(HttpContext http, string name, string path) => http.Response.Cookies.Delete(name, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = path,
    });

    private IDataProtector Protector(string name) => protection.CreateProtector("OneVisit.ChatSession", name);
}
