using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Staff;

/// <summary>
/// Nobody acts for the person any more: they were there and said so, or its ground is gone. Or a later letter was seen, and who acts goes on. Who may note it is the back office's to say.
/// </summary>
internal static class DeskActing
{
    private const string Prefix = "unact:";
    private const string Later = "later-letter:";

    public static IEnumerable<Choice> Offer(DeskTurn turn, CaseView view) =>
    [
        .. view.Representation is { MayProlong: true } ? [new Choice(turn.Book[Phrase.ChoiceLaterLetter], Later + view.CaseId)] : Array.Empty<Choice>(),
        .. view.Representation is { MayEnd: true } ? [new Choice(turn.Book[Phrase.ChoiceNoteActingEnd], Prefix + view.CaseId)] : Array.Empty<Choice>(),
    ];

    public static bool Press(DeskTurn turn, string value)
    {
        if (CaseIn(value, Prefix) is { } ending) turn.Show(ActingEndCard.Of(turn.Book, ending));
        else if (CaseIn(value, Later) is { } prolonging) turn.Show(LaterLetterCard.Of(turn.Book, prolonging));
        else return false;
        return true;
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Act) is not (ActingEndCard.Act or LaterLetterCard.Act) || Outcomes.Field(fields, CardKeys.CaseId) is not { } caseId || !CaseIds.Looks(caseId)) return false;
        if (Outcomes.Field(fields, CardKeys.Act) == LaterLetterCard.Act) Note(turn, caseId, fields);
        else if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Reason)) is not { } reason) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.NoteActingEnd(caseId, new EndRepresentation(Outcomes.Field(fields, CardKeys.CardSeen) == "yes", reason));
        return true;
    }

    public static void Done(DeskTurn turn, string caseId) => turn.Say(turn.Book[Phrase.ActingEndNoted, caseId], turn.MyTasks);

    public static void Prolonged(DeskTurn turn, EffectResult.ActingProlonged prolonged) =>
        turn.Say(turn.Book[Phrase.LaterLetterNoted, prolonged.CaseId, prolonged.Until is { } last ? turn.Book.FarDay(last) : ""], turn.MyTasks);

    private static void Note(DeskTurn turn, string caseId, IReadOnlyDictionary<string, string> fields)
    {
        if (!DateOnly.TryParseExact(Outcomes.Field(fields, CardKeys.Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)) turn.Say(turn.Book[Phrase.InputDayError], turn.MyTasks);
        else if (Outcomes.Field(fields, CardKeys.LetterSeen) != "yes") turn.Say(turn.Book[Phrase.InputLetterSeenError], turn.MyTasks);
        else turn.Effect = new Effect.NoteLaterLetter(caseId, new ProlongRepresentation(last, LetterSeen: true));
    }

    private static string? CaseIn(string value, string prefix) => value.StartsWith(prefix, StringComparison.Ordinal) && CaseIds.Looks(value.AsSpan(prefix.Length)) ? value[prefix.Length..] : null;
}
