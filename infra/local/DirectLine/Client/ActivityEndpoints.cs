using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Connector;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>GET and POST conversations/{id}/activities. Direct Line API 3.0, Send and Receive.</summary>
internal static class ActivityEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/conversations/{conversationId}/activities", ReceiveAsync);
        group.MapPost("/conversations/{conversationId}/activities", SendAsync);
    }

    private static async Task<IResult> ReceiveAsync(HttpRequest request, string conversationId, string? watermark, Door door)
    {
        var (_, conversation, no) = await door.EnterAsync(request, conversationId);
        if (no is not null) return no;
        return Watermark.Read(watermark) is { } since
            ? Results.Bytes(conversation!.Since(since), "application/json; charset=utf-8")
            : Refusal.Bad("watermark");
    }

    private static async Task<IResult> SendAsync(HttpRequest request, string conversationId, Door door, BotLine bot)
    {
        var (caller, conversation, no) = await door.EnterAsync(request, conversationId);
        if (no is not null) return no;
        var (given, bad) = await Body.ReadActivityAsync(request);
        if (bad is not null) return bad;
        var (who, refused) = Admit(caller!, conversation!, given!, (given!["from"] as JsonObject)?.Text("id"));
        return refused ?? await SayAsync(conversation!, given, who!, bot);
    }

    /// <summary>Whose words these are, if they may be said here.</summary>
    public static (Member? Who, Refusal? No) Admit(Caller caller, Conversation conversation, JsonObject given, string? speaker)
    {
        if (given.Text("type") is null) return (null, Refusal.Missing("type"));
        return ActivityForm.PeopleMaySend(given) ? Speaker(caller, conversation, given, speaker) : (null, Refusal.Bad("type"));
    }

    /// <summary>Writes down what somebody admitted says, hands it to the bot, and answers with its id when the bot has taken it. What the bot answers to an invoke stays with the channel, but for its status.</summary>
    public static async Task<IResult> SayAsync(Conversation conversation, JsonObject given, Member who, BotLine bot)
    {
        var speech = conversation.Say(given, who);
        return await bot.DeliverAsync(conversation, speech) is { } status ? Refusal.OfBot(status) : Results.Json(new { id = speech.Id });
    }

    private static (Member? Who, Refusal? No) Speaker(Caller caller, Conversation conversation, JsonObject given, string? speaker)
    {
        // Whoever else the page names: the token says who speaks.
        if (caller.User is { } bound) return (conversation.Member is { } member && member.Id == bound ? member : new Member(bound, null), null);

        if (string.IsNullOrWhiteSpace(speaker)) return (null, Refusal.Missing("from.id"));
        if (speaker.Length > Limits.UserId) return (null, Refusal.LongUser("Activity.From.Id"));
        if (caller is Caller.Page && MayNotClaim(speaker, conversation)) return (null, Refusal.ForgedUser);
        return (new Member(speaker, (given["from"] as JsonObject)?.Text("name")), null);
    }

    // A token without a user may speak as anyone but a promised id, and as no one else once the conversation knows its person.
    private static bool MayNotClaim(string speaker, Conversation conversation) =>
        Member.IsPromised(speaker) || (conversation.Member is { } member && member.Id != speaker);
}
