using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>Who calls: a trusted server with the secret, or a page with a token for one conversation.</summary>
internal abstract record Caller
{
    public sealed record Server : Caller;
    public sealed record Page(ClientToken Token) : Caller;

    private Caller()
    {
    }

    /// <summary>The person bound to the call, whom nobody else may speak for.</summary>
    public string? User => (this as Page)?.Token.User;

    public IReadOnlyList<string> Origins => (this as Page)?.Token.Origins ?? [];
}

/// <summary>Lets callers in, to their own conversation only.</summary>
internal sealed class Door(DirectLineOptions options, ClientTokens tokens, ConversationBook book)
{
    public async Task<(Caller? Caller, Refusal? No)> AskAsync(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", { Length: > 0 } given]) return (null, Refusal.NoToken);
        if (IsSecret(given)) return (new Caller.Server(), null);
        return await tokens.ReadAsync(given) switch
        {
            TokenReading.Good { Token: var token } when !Welcome(request, token.Origins) => (null, Refusal.ForeignOrigin),
            TokenReading.Good { Token: var token } => (new Caller.Page(token), null),
            TokenReading.Expired => (null, Refusal.TokenExpired),
            _ => (null, Refusal.BadToken),
        };
    }

    /// <summary>A begun conversation and its caller. A foreign token learns nothing of whether the conversation exists.</summary>
    public async Task<(Caller? Caller, Conversation? Conversation, Refusal? No)> EnterAsync(HttpRequest request, string conversationId)
    {
        var (caller, no) = await AskAsync(request);
        if (no is not null) return (null, null, no);
        if (caller is Caller.Page page && page.Token.Conversation != conversationId) return (null, null, Refusal.NotYours);
        return book.FindBegun(conversationId) is { } conversation ? (caller, conversation, null) : (null, null, Refusal.NoConversation);
    }

    public static bool Welcome(HttpRequest request, IReadOnlyList<string> origins) =>
        origins.Count == 0 || request.Headers.Origin is not [{ } origin] || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    private bool IsSecret(string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret)));
}
