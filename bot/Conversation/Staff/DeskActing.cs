using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Staff;

/// <summary>
/// Nobody acts for the person any more: they were there and said so, or its ground is gone. Or a later letter was seen, and who acts goes on. Or what shows it was seen, and somebody acts from now on. Who may note it is the back office's to say.
/// </summary>
internal static class DeskActing
{
    private const string Prefix = "unact:";
    private const string Later = "later-letter:";
    private const string Begin = "act-for:";

    public static IEnumerable<Choice> Offer(DeskTurn turn, CaseView view) =>
    [
        .. view.Representation is { MayProlong: true } ? [new Choice(turn.Book[Phrase.ChoiceLaterLetter], Later + view.CaseId)] : Array.Empty<Choice>(),
        .. view.MayNameRepresentative ? [new Choice(turn.Book[Phrase.ChoiceNoteActingBegin], Begin + view.CaseId)] : Array.Empty<Choice>(),
        .. view.Representation is { MayEnd: true } ? [new Choice(turn.Book[Phrase.ChoiceNoteActingEnd], Prefix + view.CaseId)] : Array.Empty<Choice>(),
    ];

    public static bool Press(DeskTurn turn, string value)
    {
        if (CaseIn(value, Prefix) is { } ending) turn.Show(ActingEndCard.Of(turn.Book, ending));
        else if (CaseIn(value, Later) is { } prolonging) turn.Show(LaterLetterCard.Of(turn.Book, prolonging));
        else if (CaseIn(value, Begin) is { } beginning) turn.Show(ActingBeginCard.Of(turn.Book, beginning));
        else return false;
        return true;
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Act) is not (ActingEndCard.Act or LaterLetterCard.Act or ActingBeginCard.Act) || Outcomes.Field(fields, CardKeys.CaseId) is not { } caseId || !CaseIds.Looks(caseId)) return false;
        if (Outcomes.Field(fields, CardKeys.Act) == LaterLetterCard.Act) Note(turn, caseId, fields);
        else if (Outcomes.Field(fields, CardKeys.Act) == ActingBeginCard.Act) NoteBegin(turn, caseId, fields);
        else if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Reason)) is not { } reason) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.NoteActingEnd(caseId, new EndRepresentation(Outcomes.Field(fields, CardKeys.CardSeen) == "yes", reason));
        return true;
    }

    public static void Done(DeskTurn turn, string caseId) => turn.Say(turn.Book[Phrase.ActingEndNoted, caseId], turn.MyTasks);

    public static void Prolonged(DeskTurn turn, EffectResult.ActingProlonged prolonged) =>
        turn.Say(turn.Book[Phrase.LaterLetterNoted, prolonged.CaseId, prolonged.Until is { } last ? turn.Book.FarDay(last) : ""], turn.MyTasks);

    public static void Begun(DeskTurn turn, CaseView view) =>
        turn.Say(turn.Book[Phrase.ActingBeginNoted, view.CaseId, Markdown.Escape(view.Representation?.Line ?? "")], turn.MyTasks);

    // Whether the two may is the back office's to say; what it answers names the field.
    private static void NoteBegin(DeskTurn turn, string caseId, IReadOnlyDictionary<string, string> fields)
    {
        DateOnly? until = DateOnly.TryParseExact(Outcomes.Field(fields, CardKeys.Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null;
        if (until is null && Outcomes.Field(fields, CardKeys.Until) is { Length: > 0 }) turn.Say(turn.Book[Phrase.InputDayError], turn.MyTasks);
        else if (PersonName.Read(Outcomes.Field(fields, CardKeys.ActingName)) is not { } name) turn.Say(turn.Book[Phrase.NameUnclear], turn.MyTasks);
        else if (ResidentId.Read(Outcomes.Field(fields, CardKeys.ActingNumber), DateOnly.MaxValue) is not IdReading.Valid { Id: var number }) turn.Say(turn.Book[Phrase.InputActingNumberError], turn.MyTasks);
        else if (PhoneNumber.Read(Outcomes.Field(fields, CardKeys.ActingPhone)) is not { } phone) turn.Say(turn.Book[Phrase.PhoneUnclear], turn.MyTasks);
        else if (Outcomes.Field(fields, CardKeys.EvidenceSeen) != "yes") turn.Say(turn.Book[Phrase.InputEvidenceSeenError], turn.MyTasks);
        else if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Reason)) is not { } reason) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.NoteActing(caseId, new NoteRepresentation(
            new(Outcomes.Field(fields, CardKeys.ActingBasis) ?? "", Outcomes.Field(fields, CardKeys.ActingRelation) ?? "", name.Reveal(), number.Reveal(), phone.Reveal()) { Until = until }, EvidenceSeen: true, reason));
    }

    private static void Note(DeskTurn turn, string caseId, IReadOnlyDictionary<string, string> fields)
    {
        if (!DateOnly.TryParseExact(Outcomes.Field(fields, CardKeys.Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)) turn.Say(turn.Book[Phrase.InputDayError], turn.MyTasks);
        else if (Outcomes.Field(fields, CardKeys.LetterSeen) != "yes") turn.Say(turn.Book[Phrase.InputLetterSeenError], turn.MyTasks);
        else turn.Effect = new Effect.NoteLaterLetter(caseId, new ProlongRepresentation(last, LetterSeen: true));
    }

    private static string? CaseIn(string value, string prefix) => value.StartsWith(prefix, StringComparison.Ordinal) && CaseIds.Looks(value.AsSpan(prefix.Length)) ? value[prefix.Length..] : null;
}
