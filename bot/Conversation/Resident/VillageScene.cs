using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Places;

namespace OneVisit.Conversation.Resident;

/// <summary>The village the applicant lives in; chosen when several fit.</summary>
internal sealed class VillageScene() : Scene(Stage.Village)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
        turn.State.MentionedVillage is { } code && turn.World.Places.Village(code) is { } village ? [Choose(turn, village)] : [];

    public override void Ask(Turn turn) => turn.Say(
        Choices(turn).IsEmpty ? turn.Book[Phrase.AskVillage] : turn.Book[Phrase.AskVillageMentioned, Markdown.Escape(turn.FullVillageName(turn.State.MentionedVillage!))],
        Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.VillageUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Token is { } code) return turn.World.Places.Village(code) is { } chosen && Take(turn, chosen);
        if (!Choices(turn).IsEmpty && reply.Plain.Length <= 12 && AnswerReader.YesNo(reply.Plain) == true)
            return Take(turn, turn.World.Places.Village(turn.State.MentionedVillage!)!);
        var found = turn.World.Places.Find(reply.Plain);
        if (found.IsEmpty) found = turn.World.Places.Find(Patterns.VillageLead.Replace(reply.Plain, ""));
        if (found.IsEmpty) return false;
        if (found.Length == 1) return Take(turn, found[0]);
        turn.Say(turn.Book[Phrase.VillageSeveral], [.. found.Select(village => Choose(turn, village))]);
        return true;
    }

    private static bool Take(Turn turn, Village village)
    {
        turn.State = turn.State with { Draft = turn.State.Draft with { Village = village.Code } };
        turn.Lead(turn.Book[Phrase.Noted, Markdown.Escape(turn.FullVillageName(village.Code))]);
        turn.Walked(nameof(Stage.Village));
        turn.Continue();
        return true;
    }

    private Choice Choose(Turn turn, Village village) => Choice(turn, turn.FullVillageName(village.Code), village.Code);
}
