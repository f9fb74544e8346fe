using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Places;

namespace OneVisit.Conversation.Resident;

/// <summary>The village the applicant lives in; chosen when several fit.</summary>
internal sealed class VillageScene() : Scene(Stage.Village)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
        turn.State.MentionedVillage is { } code && turn.World.Places.Village(code) is { } village ? [Choose(turn, new(village))] : [];

    public override void Ask(Turn turn) => turn.Say(
        Choices(turn).IsEmpty ? Acting.IsForAnother(turn) ? turn.Book[Phrase.AskVillageOf, Acting.PersonOf(turn)] : turn.Book[Phrase.AskVillage] : turn.Book[Phrase.AskVillageMentioned, Markdown.Escape(turn.FullVillageName(turn.State.MentionedVillage!))],
        Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.VillageUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Token is { } code) return Pressed(turn, code) is { } pressed && Take(turn, pressed);
        if (!Choices(turn).IsEmpty && reply.Plain.Length <= 12 && AnswerReader.YesNo(reply.Plain) == true)
            return Take(turn, new(turn.World.Places.Village(turn.State.MentionedVillage!)!));
        var found = turn.World.Places.Locate(reply.Plain);
        if (found.Places.IsEmpty) found = turn.World.Places.Locate(Patterns.VillageLead.Replace(reply.Plain, ""));
        if (found.Places.IsEmpty) return false;
        // Who is in charge goes by the village: which of its grids it is is nothing to ask about.
        if (found.OneVillage is { } village) return Take(turn, new(village, found.OneGrid));
        turn.Say(turn.Book[found.More ? Phrase.VillageMany : Phrase.VillageSeveral], [.. found.Places.Select(place => Choose(turn, place))]);
        return true;
    }

    private static FoundPlace? Pressed(Turn turn, string code) => turn.World.Places.Grid(code) is { } grid
        ? turn.World.Places.Village(grid.Village) is { } around ? new(around, grid) : null
        : turn.World.Places.Today(code) is { } village ? new(village) : null;

    private static bool Take(Turn turn, FoundPlace place)
    {
        turn.State = turn.State with { Draft = turn.State.Draft with { Village = place.Village.Code, Grid = place.Grid?.Code } };
        turn.Lead(turn.Book[Phrase.Noted, Markdown.Escape(turn.FullPlaceName(place.Village.Code, place.Grid?.Code))]);
        turn.Walked(nameof(Stage.Village));
        turn.Continue();
        return true;
    }

    private Choice Choose(Turn turn, FoundPlace place) => Choice(turn, turn.FullPlaceName(place.Village.Code, place.Grid?.Code), place.Grid?.Code ?? place.Village.Code);
}
