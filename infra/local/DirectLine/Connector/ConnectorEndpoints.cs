using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;
using OneVisit.Local.DirectLine.Identity;

namespace OneVisit.Local.DirectLine.Connector;

/// <summary>
/// The bot's side (Bot Connector REST API v3), for the bot's token only. A change goes out again under the same id with the time of the first: Web Chat
/// then replaces it in its place.
/// </summary>
internal static class ConnectorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var service = endpoints.MapGroup("/connector/v3").AddEndpointFilter(BotOnlyAsync).AddEndpointFilter<RouteGroupBuilder, Trouble>();
        var conversations = service.MapGroup("/conversations");
        conversations.MapPost("/", () => new Refusal(StatusCodes.Status501NotImplemented, "NotSupported", "Conversations are started by people here"));
        conversations.MapPost("/{conversationId}/activities", SendAsync);
        conversations.MapPost("/{conversationId}/activities/{activityId}", SendAsync);
        conversations.MapPut("/{conversationId}/activities/{activityId}", UpdateAsync);
        conversations.MapDelete("/{conversationId}/activities/{activityId}", Delete);
        MemberEndpoints.Map(conversations);
        BotFileEndpoints.Map(service);
        service.Map("/{**any}", () => Refusal.NoOperation);
    }

    private static async ValueTask<object?> BotOnlyAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        // By this the caller's report and our log are brought together.
        call.HttpContext.Response.Headers["X-Correlating-OperationId"] = call.HttpContext.TraceIdentifier;
        var tokens = call.HttpContext.RequestServices.GetRequiredService<ServiceTokens>();
        var known = call.HttpContext.Request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] && await tokens.IsFromBotAsync(token);
        return known ? await next(call) : new Refusal(StatusCodes.Status401Unauthorized, "Unauthorized", "The bot's token is missing or not good");
    }

    private static async Task<IResult> SendAsync(HttpRequest request, string conversationId, ConversationBook book)
    {
        if (book.FindBegun(conversationId) is not { } conversation) return Refusal.NoConversation;
        var (given, bad) = await Body.ReadActivityAsync(request);
        if (bad is not null) return bad;
        if (given!.Text("type") is null) return Refusal.Missing("type");
        return Results.Json(new { id = conversation.Hear(given!).Text("id") });
    }

    private static async Task<IResult> UpdateAsync(HttpRequest request, string conversationId, string activityId, ConversationBook book, HistoryStore store, DirectLineOptions options)
    {
        if (!options.ChangesTaken) return Refusal.NotHere;
        if (book.FindBegun(conversationId) is not { } conversation) return Refusal.NoConversation;
        if (store.FindActivity(conversationId, activityId) is not { FromBot: true } earlier) return Refusal.NoActivity;
        var (given, bad) = await Body.ReadActivityAsync(request);
        if (bad is not null) return bad;
        conversation.Replace(earlier, given!);
        return Results.Json(new { id = activityId });
    }

    private static IResult Delete(string conversationId, string activityId, ConversationBook book, HistoryStore store, DirectLineOptions options)
    {
        if (!options.ChangesTaken) return Refusal.NotHere;
        if (book.FindBegun(conversationId) is not { } conversation) return Refusal.NoConversation;
        if (store.FindActivity(conversationId, activityId) is not { FromBot: true } earlier) return Refusal.NoActivity;
        conversation.Withdraw(earlier);
        return Results.Ok();
    }
}
