using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Nothing is being filled in: the case is on its way.</summary>
internal sealed class HomeScene() : Scene(Stage.Home)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
        [new(turn.Book[Phrase.ChoiceMyCases], Tokens.MyCases), new(turn.Book[Phrase.ChoiceNewApplication], Tokens.New), new(turn.Book[Phrase.ChoiceFind], Tokens.Find)];

    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.HomeWords], Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.HomeWords];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Plain.IsCommand("submit")) return ShowReceiptAgain(turn);
        if (reply.Plain.IsCommand("apply") || !StoryReader.Read(reply.Plain, turn.State.Household).IsEmpty(turn.State.Household))
        {
            turn.Say(turn.Book[Phrase.HomeNewQuestion], Choices(turn));
            return true;
        }
        return false;
    }

    /// <summary>An application that was pressed again after it had gone through.</summary>
    public static bool ShowReceiptAgain(Turn turn)
    {
        if (turn.State.LastReceipt is not { } receipt) return false;
        turn.Say(turn.Book[Phrase.ReceiptAgain, receipt.CaseId, turn.Book.Day(receipt.DueOn)], turn.Current().Choices(turn));
        return true;
    }
}
