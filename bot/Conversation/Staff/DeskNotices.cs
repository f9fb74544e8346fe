using OneVisit.Contracts;
using OneVisit.Conversation.Words;

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
            case NoticeKinds.TaskClosed:
                if (task is not null) turn.Show(task, inPlace: true);
                break;
            case NoticeKinds.TaskReminder:
                Clock(turn, notice, task, Phrase.StaffReminder);
                break;
            case NoticeKinds.TaskEscalated:
                Clock(turn, notice, task, Phrase.StaffEscalated);
                break;
            case NoticeKinds.TaskNews:
                turn.Say(News(book, notice), turn.MyTasks);
                if (task is not null) turn.Show(task, inPlace: true);
                break;
            case NoticeKinds.CaseFiled:
                turn.Say(book[Phrase.StaffCaseFiled, notice.CaseId, book.Amount(notice)]);
                break;
            default:
                turn.Say(book[Phrase.NoticeOther, notice.CaseId], turn.MyTasks);
                break;
        }
    }

    private static string News(Phrasebook book, Notice notice) => notice.Data.GetValueOrDefault("news") switch
    {
        "survey-disputed" => book[Phrase.StaffSurveyDisputed, notice.CaseId, Markdown.Escape(notice.Data.GetValueOrDefault("reason"))],
        "survey-start-due" when notice.Date("due") is { } due => book[Phrase.StaffSurveyStartDue, notice.CaseId, book.Day(due)],
        _ => book[Phrase.NoticeOther, notice.CaseId],
    };

    private static void Clock(DeskTurn turn, Notice notice, TaskView? task, Phrase words)
    {
        turn.Say(turn.Book[words, notice.CaseId, Stage(turn.Book, notice, task), Day(turn.Book, notice, task)], turn.MyTasks);
        if (task is not null) turn.Show(task, inPlace: true);
    }

    private static string Stage(Phrasebook book, Notice notice, TaskView? task) =>
        book.NameOr("stage", task?.Kind ?? notice.Data.GetValueOrDefault("kind") ?? notice.TaskId?.Split('-')[0] ?? "");

    private static string Day(Phrasebook book, Notice notice, TaskView? task) => (notice.Date("due") ?? task?.DueOn) is { } due ? book.Day(due) : "";
}
