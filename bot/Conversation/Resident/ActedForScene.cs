using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Who the person is to who acts for them.</summary>
internal sealed class ActedForScene() : Scene(Stage.ActedFor)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => [.. ActedFor.All.Select(person => Choice(turn, turn.Book.NameOr("acted-for", person), person))];

    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.AskActedFor], Choices(turn));

    public override string Why(Turn turn) => turn.Book[Phrase.ForWhomWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.ActedForUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        var told = reply.Token is { } token
            ? ActedFor.All.Contains(token) ? new ToldActing(true, token) : null
            : ActingReader.PersonIn(reply.Readable) ?? ActingReader.Answer(reply.Readable);
        if (told is null or { Another: true, Person: null }) return false;
        Acting.Set(turn, Acting.Of(told));
        turn.Walked(nameof(Stage.ActedFor));
        turn.Continue();
        return true;
    }
}
