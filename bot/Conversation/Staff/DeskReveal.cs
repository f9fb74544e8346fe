using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Staff;

/// <summary>A value in full, for a reason. Whether it is shown is the back office's to say.</summary>
internal static class DeskReveal
{
    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Act) != RevealForms.Act) return false;
        var (caseId, what, reason) = (Outcomes.Field(fields, CardKeys.CaseId), Outcomes.Field(fields, CardKeys.RevealWhat), Outcomes.Field(fields, CardKeys.RevealReason));
        if (caseId is null || !CaseIds.Looks(caseId)) turn.Say(turn.Book[Phrase.StaffOldCard], turn.MyTasks);
        else if (what is null || !RevealedValues.All.Contains(what) || reason is null || !RevealReasons.All.Contains(reason)) turn.Say(turn.Book[Phrase.InputChoiceError], turn.MyTasks);
        else if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.RevealWords)) is not { } words) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.Reveal(caseId, what, reason, words);
        return true;
    }

    public static void Tell(DeskTurn turn, string caseId, RevealedView shown) =>
        turn.Say(turn.Book[Phrase.StaffRevealed, caseId, turn.Book.NameOr("revealed", shown.What), Markdown.Escape(shown.Value)], turn.MyTasks);
}
