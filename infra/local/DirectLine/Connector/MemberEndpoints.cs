using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Connector;

/// <summary>Who takes part in a conversation: its person, once known, and the bot. Two at most, so one page holds them.</summary>
internal static class MemberEndpoints
{
    public static void Map(IEndpointRouteBuilder conversations)
    {
        conversations.MapGet("/{conversationId}/members", (string conversationId, ConversationBook book) =>
            book.FindBegun(conversationId) is { } conversation ? Results.Json(Of(conversation)) : Refusal.NoConversation);
        conversations.MapGet("/{conversationId}/members/{memberId}", (string conversationId, string memberId, ConversationBook book) =>
            book.FindBegun(conversationId) is { } conversation ? One(conversation, memberId) : Refusal.NoConversation);
        conversations.MapGet("/{conversationId}/pagedmembers", (string conversationId, ConversationBook book) =>
            book.FindBegun(conversationId) is { } conversation ? Results.Json(new { members = Of(conversation) }) : Refusal.NoConversation);
        conversations.MapGet("/{conversationId}/activities/{activityId}/members", OfActivity);
    }

    private static IResult OfActivity(string conversationId, string activityId, ConversationBook book, HistoryStore store)
    {
        if (book.FindBegun(conversationId) is not { } conversation) return Refusal.NoConversation;
        return store.FindActivity(conversationId, activityId) is null ? Refusal.NoActivity : Results.Json(Of(conversation));
    }

    private static IResult One(Conversation conversation, string memberId) =>
        Of(conversation).FirstOrDefault(member => member.Id == memberId) is { } found ? Results.Json(found) : Refusal.NoMember;

    private static IReadOnlyList<Account> Of(Conversation conversation) => conversation.Member is { } person
        ? [new(person.Id, person.Name ?? "", "user"), Bot]
        : [Bot];

    private static readonly Account Bot = new(ActivityForm.BotId, ActivityForm.BotName, "bot");

    private sealed record Account(string Id, string Name, string Role);
}
