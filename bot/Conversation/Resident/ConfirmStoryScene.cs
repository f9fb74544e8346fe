using System.Collections.Immutable;
using System.Text;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Says what was understood and asks whether that is right.</summary>
internal sealed class ConfirmStoryScene() : Scene(Stage.ConfirmStory)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceRight, "yes"), Choice(turn, Phrase.ChoiceNotRight, "no")];

    public override void Ask(Turn turn)
    {
        var text = new StringBuilder(turn.Book[Phrase.HeardThat]).Append('\n');
        foreach (var line in Lines(turn)) text.Append("\n- ").Append(line);
        turn.Say(text.Append("\n\n").Append(turn.Book[Phrase.IsThatRight]).ToString(), Choices(turn));
    }

    public override bool Hear(Turn turn, Reply reply)
    {
        switch (reply.YesNo)
        {
            case true when reply.Token is not null || reply.Plain.Length <= 12:
                return StoryScene.Begin(turn, []);
            case false when reply.Token is not null || reply.Plain.Length <= 12:
                turn.State = turn.State with { Understood = [], Household = new(), Answers = [], People = [], Services = [], Trail = [], MentionedWage = null, MentionedVillage = null, Story = null, HouseholdOf = null, Draft = turn.State.Draft with { Acting = null }, Misses = 0 };
                turn.GoTo(Stage.Story);
                return true;
            default:
                return StoryScene.Understand(turn, reply);
        }
    }

    private static IEnumerable<string> Lines(Turn turn)
    {
        if (turn.State.Draft.Acting is { Another: { } another })
            yield return another ? turn.Book.Name("event", "acting-for", Acting.PersonOf(turn))! : turn.Book.Name("event", "acting-self")!;
        foreach (var told in turn.State.Understood)
        {
            var parts = told.Split('=');
            var line = parts.Length == 2 ? turn.Book.Name("event", $"{parts[0]}-count", parts[1]) : turn.Book.Name("event", parts[0]);
            if (line is not null) yield return line;
        }
        if (turn.State.MentionedWage is { } wage) yield return turn.Book.Name("event", "wage", turn.Book.Yuan(wage))!;
        foreach (var question in HouseholdFactsIn.Asked)
        {
            if (FactWords.Noted(turn.Book, turn.State.Household, question) is { } fact) yield return fact;
        }
        if (turn.State.MentionedVillage is { } village) yield return turn.Book.Name("event", "village", turn.FullVillageName(village))!;
    }
}
