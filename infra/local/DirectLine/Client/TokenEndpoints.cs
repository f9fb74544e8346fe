using OneVisit.Local.DirectLine.History;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>POST tokens/generate (secret) and tokens/refresh (token). Direct Line API 3.0, Authentication.</summary>
internal static class TokenEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/tokens/generate", GenerateAsync);
        group.MapPost("/tokens/refresh", RefreshAsync);
    }

    private static async Task<IResult> GenerateAsync(HttpRequest request, Door door, ConversationBook book, ClientTokens tokens)
    {
        var (caller, no) = await door.AskAsync(request);
        if (no is not null) return no;
        if (caller is not Caller.Server) return Refusal.SecretOnly;
        var (wish, bad) = await Wish.ReadAsync(request);
        if (bad is not null) return bad;
        if (wish!.User is { } person && !Member.IsPromised(person.Id)) return Refusal.Bad("user.id has to begin with dl_");
        var conversation = book.Mint(wish.User);
        return Answer(conversation.Id, tokens.Issue(conversation.Id, wish.User?.Id, wish.Origins));
    }

    private static async Task<IResult> RefreshAsync(HttpRequest request, Door door, ConversationBook book, ClientTokens tokens)
    {
        var (caller, no) = await door.AskAsync(request);
        if (no is not null) return no;
        if (caller is not Caller.Page { Token: var token }) return Refusal.BadToken;
        if (book.Find(token.Conversation) is null) return Refusal.NoConversation;
        return Answer(token.Conversation, tokens.Issue(token.Conversation, token.User, token.Origins));
    }

    private static IResult Answer(string conversationId, string token) =>
        Results.Json(new { conversationId, token, expires_in = (int)ClientTokens.Lifetime.TotalSeconds });
}
