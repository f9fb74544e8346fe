using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Staff;

/// <summary>Notices for staff: a new task comes as its card, a done one updates it, a reminder says by when.</summary>
internal static class DeskNotices
{
    public static void Tell(DeskTurn turn, Notice notice, TaskView? task)
    {
        var book = turn.Book;
        switch (notice.Kind)
        {
            case NoticeKinds.TaskOpened when task is not null:
                turn.Show(task, inPlace: true);
                break;
            case NoticeKinds.TaskOpened:
                turn.Say(book[Phrase.StaffNewTask, notice.CaseId, Stage(book, notice, task), Day(book, notice, task)], turn.MyTasks);
                break;
            case NoticeKinds.TaskClosed or NoticeKinds.TaskChanged:
                if (task is not null) turn.Show(task, inPlace: true);
                else if (notice.TaskId is { } gone) turn.Show(GoneTaskCard.Of(book, notice.CaseId, gone));
                break;
            case NoticeKinds.ClientNotice:
                turn.Say(Client(book, notice), turn.MyTasks);
                break;
            case NoticeKinds.MandateEnded:
                turn.Say(book[Phrase.StaffMandateEnded, notice.CaseId], turn.MyTasks);
                break;
            case NoticeKinds.TaskReminder:
                Clock(turn, notice, task, IsMoot(notice, task, "green") ? null : turn.Book[Phrase.StaffReminder, notice.CaseId, Stage(book, notice, task), Day(book, notice, task)]);
                break;
            case NoticeKinds.TaskEscalated:
                Clock(turn, notice, task, IsMoot(notice, task, "green", "yellow") ? null : Escalated(book, notice, task));
                break;
            case NoticeKinds.TaskResumed:
                Clock(turn, notice, task, task?.Result is not null ? null : book[Resumed(notice), notice.CaseId, Stage(book, notice, task), Day(book, notice, task)]);
                break;
            case NoticeKinds.DeemedAccepted:
                Clock(turn, notice, task, book[Phrase.StaffDeemed, notice.CaseId, notice.Date("received") is { } received ? book.Day(received) : "", Day(book, notice, task)]);
                break;
            case NoticeKinds.RedCard:
                turn.Say(book[Phrase.StaffRedCard, notice.CaseId, Markdown.Escape(notice.Data.GetValueOrDefault("by"))]);
                break;
            case NoticeKinds.TaskNews:
                turn.Say(News(book, notice), turn.MyTasks);
                if (task is not null) turn.Show(task, inPlace: true);
                break;
            case NoticeKinds.TrainingEnds:
                turn.Say(book[
                    notice.Data.GetValueOrDefault("own") == "yes" ? Phrase.StaffTrainingEnds : Phrase.StaffTrainingEndsOf, Markdown.Escape(notice.Data.GetValueOrDefault(book.Language == Language.English ? "en" : "zh")),
                    notice.Date("until") is { } end ? book.FarDay(end) : "", Markdown.Escape(notice.Data.GetValueOrDefault("name"))]);
                break;
            case NoticeKinds.FileChecked:
                turn.Say(book.FileChecked(notice), turn.MyTasks);
                break;
            case NoticeKinds.CaseFiled:
                turn.Say(book[Phrase.StaffCaseFiled, notice.CaseId, book.Amount(notice)]);
                break;
            default:
                turn.Say(book[Phrase.NoticeOther, notice.CaseId], turn.MyTasks);
                break;
        }
    }

    /// <summary>
    /// It waited on the queue and is not so any more: done, paused, on another desk, or with more time. Then the card says how things stand, and
    /// nobody is pressed for nothing.
    /// </summary>
    private static bool IsMoot(Notice notice, TaskView? task, params string[] states) => task is not null
        && (task.Result is not null || task.Paused is not null || states.Contains(task.DueState)
            || (notice.Data.GetValueOrDefault("office") is { Length: > 0 } office && office != task.Office));

    // What to do with it: bring, pass on, fetch.
    private static string Client(Phrasebook book, Notice notice)
    {
        var kind = notice.Data.GetValueOrDefault("kind", "");
        var items = book.List(notice.Data.GetValueOrDefault("items", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(item => Markdown.Escape(item)));
        var words = book.Name("client-notice", kind) ?? book.Name("client-notice", "other")!;
        return items.Length == 0 ? book[Phrase.StaffClientNotice, notice.CaseId, words] : book[Phrase.StaffClientPapers, notice.CaseId, words, items];
    }

    private static string News(Phrasebook book, Notice notice) => notice.Data.GetValueOrDefault("news") switch
    {
        "survey-disputed" => book[Phrase.StaffSurveyDisputed, notice.CaseId, Markdown.Escape(notice.Data.GetValueOrDefault("reason"))],
        "survey-start-due" when notice.Date("due") is { } due => book[Phrase.StaffSurveyStartDue, notice.CaseId, book.Day(due)],
        "desk-away" => book[Phrase.StaffDeskAway, notice.CaseId, book.NameOr("vacant", notice.Data.GetValueOrDefault("role", "")), notice.Date("due") is { } last ? book.Day(last) : ""],
        _ => book[Phrase.NoticeOther, notice.CaseId],
    };

    private static string Escalated(Phrasebook book, Notice notice, TaskView? task)
    {
        var words = book[Phrase.StaffEscalated, notice.CaseId, Stage(book, notice, task), Day(book, notice, task)];
        var vacant = notice.Data.GetValueOrDefault("vacant", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => book.NameOr("vacant", role)).ToArray();
        return vacant.Length == 0 ? words : $"{words}{book[Phrase.StaffEscalatedPast, book.List(vacant)]}";
    }

    private static Phrase Resumed(Notice notice) => notice.Data.GetValueOrDefault("why") switch
    {
        "papers-came" => Phrase.StaffResumedPapers,
        "time-over" when notice.Data.GetValueOrDefault("cause") is null or "waiting-for-resident" => Phrase.StaffResumedTime,
        _ => Phrase.StaffResumed,
    };

    /// <param name="words"><c>null</c>: the card alone.</param>
    private static void Clock(DeskTurn turn, Notice notice, TaskView? task, string? words)
    {
        if (words is not null) turn.Say(words, turn.MyTasks);
        if (task is not null) turn.Show(task, inPlace: true);
    }

    private static string Stage(Phrasebook book, Notice notice, TaskView? task) =>
        book.NameOr("stage", task?.Kind ?? notice.Data.GetValueOrDefault("kind") ?? notice.TaskId?.Split('-')[0] ?? "");

    private static string Day(Phrasebook book, Notice notice, TaskView? task) => (notice.Date("due") ?? task?.DueOn) is { } due ? book.Day(due) : "";
}
