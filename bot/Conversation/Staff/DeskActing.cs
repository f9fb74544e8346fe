using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Staff;

/// <summary>Nobody acts for the person any more: they were there and said so, or its ground is gone. Who may note it is the back office's to say.</summary>
internal static class DeskActing
{
    private const string Prefix = "unact:";

    public static IEnumerable<Choice> Offer(DeskTurn turn, CaseView view) => view.Representation is { MayEnd: true } ? [new Choice(turn.Book[Phrase.ChoiceNoteActingEnd], Prefix + view.CaseId)] : [];

    public static bool Press(DeskTurn turn, string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal) || !CaseIds.Looks(value.AsSpan(Prefix.Length))) return false;
        turn.Show(ActingEndCard.Of(turn.Book, value[Prefix.Length..]));
        return true;
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Act) != ActingEndCard.Act || Outcomes.Field(fields, CardKeys.CaseId) is not { } caseId || !CaseIds.Looks(caseId)) return false;
        if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Reason)) is not { } reason) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.NoteActingEnd(caseId, new EndRepresentation(Outcomes.Field(fields, CardKeys.CardSeen) == "yes", reason));
        return true;
    }

    public static void Done(DeskTurn turn, string caseId) => turn.Say(turn.Book[Phrase.ActingEndNoted, caseId], turn.MyTasks);
}
