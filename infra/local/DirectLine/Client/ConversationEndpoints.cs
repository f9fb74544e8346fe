using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OneVisit.Local.DirectLine.Connector;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;
using OneVisit.Local.DirectLine.Tokens;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>POST conversations (begin: 201; begun already: 200) and GET conversations/{id} (come back). Direct Line API 3.0, Start and Reconnect.</summary>
internal static class ConversationEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/conversations", StartAsync);
        group.MapGet("/conversations/{conversationId}", ReconnectAsync);
    }

    private static async Task<IResult> StartAsync(HttpRequest request, Door door, ConversationBook book, ClientTokens tokens, BotLine bot, DirectLineOptions options)
    {
        var (caller, no) = await door.AskAsync(request);
        if (no is not null) return no;
        var (wish, bad) = await Wish.ReadAsync(request);
        if (bad is not null) return bad;
        if (Person(caller!, wish!, out var forged) is var person && forged) return Refusal.ForgedUser;

        var conversation = caller is Caller.Page { Token: var token } ? book.Find(token.Conversation) : book.Mint(person);
        if (conversation is null) return Refusal.NoConversation;
        if (person is not null) conversation.Meet(person);
        var began = conversation.Start();
        if (began) _ = GreetAsync(conversation, wish!.Locale, bot);
        var user = caller!.User ?? person?.Id;
        return Answer(conversation, tokens, options, user, Origins(caller, wish!), "-", began ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReconnectAsync(HttpRequest request, string conversationId, string? watermark, Door door, ClientTokens tokens, DirectLineOptions options)
    {
        var (caller, conversation, no) = await door.EnterAsync(request, conversationId);
        if (no is not null) return no;
        // Enhanced authentication: who comes back says by their token who they are; the secret says it of nobody.
        if (caller!.User is not { } user) return Refusal.NoUser;
        if (Watermark.Read(watermark) is null) return Refusal.Bad("watermark");
        // Who does not say what it has seen has seen all there is: the stream brings what comes from now on.
        var from = string.IsNullOrEmpty(watermark) ? conversation!.Watermark.ToString(CultureInfo.InvariantCulture) : watermark;
        return Answer(conversation!, tokens, options, user, caller.Origins, from, StatusCodes.Status200OK);
    }

    // A token without a user names nobody whose id is promised.
    private static Member? Person(Caller caller, Wish wish, out bool forged)
    {
        var unbound = caller is Caller.Page { Token.User: null };
        forged = wish.User is { } user && ((caller.User is { } bound && bound != user.Id) || (unbound && Member.IsPromised(user.Id)));
        return caller is Caller.Server || unbound ? wish.User : null;
    }

    private static IReadOnlyList<string> Origins(Caller caller, Wish wish) => caller is Caller.Server ? wish.Origins : caller.Origins;

    // Nobody waits for this: the stream brings what the bot says to it.
    private static Task GreetAsync(Conversation conversation, string? locale, BotLine bot) => conversation.Member is { } person
        ? bot.DeliverAsync(conversation, conversation.Tell(conversation.Announce(null, locale), conversation.Announce(person, locale)))
        : bot.DeliverAsync(conversation, conversation.Tell(conversation.Announce(null, locale)));

    private static IResult Answer(Conversation conversation, ClientTokens tokens, DirectLineOptions options, string? user, IReadOnlyList<string> origins, string watermark, int status)
    {
        var stream = "ws" + options.Root["http".Length..] + $"/v3/directline/conversations/{conversation.Id}/stream";
        return Results.Json(
            new
            {
                conversationId = conversation.Id,
                token = tokens.Issue(conversation.Id, user, origins),
                expires_in = (int)ClientTokens.Lifetime.TotalSeconds,
                streamUrl = $"{stream}?watermark={watermark}&t={tokens.Ticket(conversation.Id, origins)}",
            },
            statusCode: status);
    }
}
