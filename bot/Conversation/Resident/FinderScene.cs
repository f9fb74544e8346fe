using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>The service finder: by what happened, then all of it at once or one service by name.</summary>
internal sealed class FinderScene() : Scene(Stage.Finding)
{
    private const string EventPrefix = "event:";
    private const string ServicePrefix = "service:";
    private const string AllOfEvent = "all";

    public override ImmutableArray<Choice> Choices(Turn turn) => turn.State.LifeEvent is { } lifeEvent
        ? [Choice(turn, Phrase.ChoiceSeeAll, AllOfEvent), .. Of(turn, lifeEvent).Select(service => ServiceChoice(turn, service)), Choice(turn, Phrase.ChoiceOtherEvents, "events")]
        : [.. turn.World.LifeEvents.Select(each => Choice(turn, each.Name.In(turn.State.Language), EventPrefix + each.Id))];

    public override void Ask(Turn turn)
    {
        if (turn.State.LifeEvent is { } lifeEvent)
            turn.Say($"{turn.Book[Phrase.FinderServices, turn.World.LifeEvents.First(each => each.Id == lifeEvent).Name.In(turn.State.Language)]}\n\n{string.Join('\n', Of(turn, lifeEvent).Select(service => $"- **{service.Name.In(turn.State.Language)}** {service.Summary.In(turn.State.Language)}"))}", Choices(turn));
        else
            turn.Say(turn.Book[Phrase.FinderEvents], Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.FinderUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Token is { } token) return Press(turn, token);
        var choices = Choices(turn);
        if (PickReader.Read(reply.Readable, [.. choices.Select(choice => choice.Title)]) is Picks.Of { Entries: [var entry] }) return Press(turn, choices[entry].Value[Prefix(turn).Length..]);
        return StoryScene.Understand(turn, reply);
    }

    public static bool Open(Turn turn)
    {
        turn.State = turn.State with { LifeEvent = null, Misses = 0 };
        turn.GoTo(Stage.Finding);
        return true;
    }

    public static Choice ServiceChoice(Turn turn, Service service) => new(service.Name.In(turn.State.Language), $"{nameof(Stage.Finding)}:{ServicePrefix}{service.Code}");

    /// <summary>A value of the finder, wherever it was offered.</summary>
    public static bool Press(Turn turn, string token)
    {
        if (token.StartsWith(ServicePrefix, StringComparison.Ordinal)) return turn.World.Find(token[ServicePrefix.Length..]) is { } service && StoryScene.Begin(turn, Relevance.OfService(turn.World.Interview, service.Code));
        if (token == AllOfEvent) return turn.State.LifeEvent is { } lifeEvent && StoryScene.Begin(turn, Relevance.OfEvent(turn.World.Interview, turn.World.Services, lifeEvent));
        if (token == "events") return Open(turn);
        if (!token.StartsWith(EventPrefix, StringComparison.Ordinal) || !turn.World.LifeEvents.Any(each => each.Id == token[EventPrefix.Length..])) return false;
        turn.State = turn.State with { LifeEvent = token[EventPrefix.Length..], Misses = 0 };
        turn.GoTo(Stage.Finding);
        return true;
    }

    private static IEnumerable<Service> Of(Turn turn, string lifeEvent) => turn.World.Services.Where(service => service.LifeEvents.Any(each => each.Id == lifeEvent));
}
