using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Staff;

/// <summary>Absences and hand-overs from the desk. Who may note or hand over what is the back office's to say.</summary>
internal static class DeskPeople
{
    public static void Show(DeskTurn turn, StaffList staff, bool toHandOver)
    {
        if (toHandOver && !staff.MayHandOver) turn.Say(turn.Book[Phrase.HandOverNotYours], turn.MyTasks);
        else turn.Show(toHandOver ? StaffCard.OfHandOver(turn.Book, staff) : StaffCard.OfAbsences(turn.Book, staff));
    }

    public static void Noted(DeskTurn turn, AbsencesView view, bool isOver)
    {
        if (isOver || view.Absences is not [.., var away]) turn.Say(turn.Book[Phrase.AbsenceOver, Markdown.Escape(view.Name)], turn.MyTasks);
        else turn.Say(turn.Book[Phrase.AbsenceNoted, Markdown.Escape(view.Name), turn.Book.Day(away.From), away.To is { } last ? turn.Book.Day(last) : turn.Book[Phrase.AbsenceOpen]], turn.MyTasks);
    }

    public static void Tell(DeskTurn turn, HandOverView view)
    {
        var (book, name) = (turn.Book, Markdown.Escape(view.PersonName));
        var open = view.Cases.Where(line => line.Outcome is "conflict" or "nobody").ToArray();
        var words = view.FinishedAt is null ? book[Phrase.HandOverRunning, name, view.Left]
            : view.Cases.Count == 0 ? book[Phrase.HandOverNothing, name]
            : book[Phrase.HandOverDone, name, view.Cases.Count(line => line.Outcome == "moved"), view.Cases.Count(line => line.Outcome == "stays")];
        turn.Say(open.Length == 0 ? words : $"{words}\n\n{book[Phrase.HandOverLeft, open.Length]}\n{string.Join('\n', open.Select(line => $"- {book[Phrase.Labelled, line.CaseId, Markdown.Escape(line.Words)]}"))}", turn.MyTasks);
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        var act = Outcomes.Field(fields, CardKeys.Act);
        if (act is not (StaffCard.Note or StaffCard.End or StaffCard.HandOver)) return false;
        var (person, reason) = (Outcomes.Field(fields, CardKeys.Of(CardKeys.Person, act)), Outcomes.Field(fields, CardKeys.Of(CardKeys.StaffReason, act)));
        if (person is null) turn.Say(turn.Book[Phrase.InputChoiceError], turn.MyTasks);
        else if (act == StaffCard.End) turn.Effect = new Effect.EndAbsence(person, new(Outcomes.Day(fields, CardKeys.LastDay)));
        else if (act == StaffCard.Note) turn.Effect = new Effect.NoteAbsence(person, new(Outcomes.Day(fields, CardKeys.From), Outcomes.Day(fields, CardKeys.To), reason, Outcomes.Field(fields, CardKeys.StandIn)));
        else if (reason is { Length: >= Limits.ReasonShortest and <= Limits.ReasonLongest }) turn.Effect = new Effect.HandOver(person, new(Outcomes.Field(fields, CardKeys.Colleague), reason));
        else turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        return true;
    }
}
