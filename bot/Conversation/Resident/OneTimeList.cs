using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>The one list of all that is applied for, before anything about a person is asked; again when it has become another.</summary>
internal static class OneTimeList
{
    public static void Show(Turn turn)
    {
        turn.State = turn.State with { ListDue = false };
        var needed = turn.Materials.Needed.Length;
        if (turn.Chosen.Length > 1) turn.Lead(turn.Book[Phrase.ApplyingFor, turn.ServiceNames]);
        turn.Say(needed == 0 ? turn.Book[Phrase.MaterialsNone] : turn.Book[Phrase.MaterialsPromise, needed]);
        turn.Show(new Say.Card(MaterialCard.Of(turn), turn.Book[Phrase.MaterialsTitle]));
    }
}
