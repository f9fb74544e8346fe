using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>What was told before it was known for whom: is it of that household? If not, it is told anew, and the verdict is another.</summary>
internal sealed class HouseholdOfScene() : Scene(Stage.HouseholdOf)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceThatHousehold, "yes"), Choice(turn, Phrase.ChoiceOtherHousehold, "no")];

    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.AskHouseholdOf, Whose(turn)], Choices(turn));

    public override string Why(Turn turn) => turn.Book[Phrase.HouseholdOfWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.AskHouseholdOf, Whose(turn)];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.YesNo is not { } right) return false;
        Acting.Settle(turn);
        turn.Walked(nameof(Stage.HouseholdOf));
        if (!right)
        {
            turn.State = turn.State with
            {
                Household = new(), Answers = [], People = [], VagueBirths = [], MentionedWage = null, MentionedVillage = null, Reviewed = false, Applying = false, Chosen = [], Papers = null, Trail = [],
            };
            turn.Lead(turn.Book[Phrase.HouseholdAnew, Whose(turn)]);
        }
        turn.Continue();
        return true;
    }

    private static string Whose(Turn turn) => Acting.IsForAnother(turn) ? turn.Book[Phrase.HouseholdOfPerson, Acting.PersonOf(turn)] : turn.Book[Phrase.HouseholdOwn];
}
