using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A member of staff opened what shows people in full: a scan, a paper, a form or the whole file (个人信息保护法 §44, §51). Noted once a person, thing and day.</summary>
/// <param name="What">Code of the paper on the list, kind of the office's paper, code of the form; empty: the whole file.</param>
public sealed record PaperSeen(SeenKind Kind, string What, SeenFor For) : CaseEvent;

/// <summary>What was opened.</summary>
public enum SeenKind
{
    /// <summary>A paper that came in.</summary>
    Scan,

    /// <summary>A paper that the office issued.</summary>
    Issued,

    /// <summary>A form, filled in.</summary>
    Form,

    /// <summary>The file as it goes to the city.</summary>
    Package,
}

/// <summary>In what capacity: nobody is asked for a reason where it is their work.</summary>
public enum SeenFor
{
    /// <summary>A task of the case lay before them.</summary>
    Task,

    /// <summary>They run errands for the household.</summary>
    Errand,

    /// <summary>Their office is in charge of the case, and nothing of it lay before them.</summary>
    Office,
}

/// <summary>Somebody's look at a paper, as the case knows it.</summary>
public sealed record PaperLook(PaperSeen Of, Actor By, DateTimeOffset At);

public sealed partial record Case
{
    /// <summary>Who of the offices opened which papers, the earliest first.</summary>
    public ImmutableArray<PaperLook> PaperLooks { get; private init; } = [];
}

public static partial class CaseDecisions
{
    /// <summary>The caller works on the case today: a task of it lies before them, or they run errands for the household.</summary>
    public static bool WorksOn(Case current, StaffMember caller, DateTimeOffset now) => WorkOn(current, caller, now) is not null;

    /// <summary>
    /// Notes that the caller opened something. The same again on the same day of Beijing is noted already; a form or a paper of the office goes on to the household, and who brings it there has not looked.
    /// </summary>
    public static Decision See(Case current, SeenKind kind, string what, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var (post, why) = WorkOn(current, caller, now) ?? (PostInCharge(current, caller, today), SeenFor.Office);
        var isNoted = kind is SeenKind.Form or SeenKind.Issued && ErrandOf(current, caller, now) is not null
            || current.PaperLooks.Any(look => (look.Of.Kind, look.Of.What, look.By.Participant, BeijingTime.DayOf(look.At)) == (kind, what, caller.Participant, today));
        return Accept(caller.For(current, post), isNoted ? [] : [new PaperSeen(kind, what, why)]);
    }

    private static (Post Post, SeenFor Why)? WorkOn(Case current, StaffMember caller, DateTimeOffset now) =>
        current.OpenTasks.Where(task => !task.IsErrand).Select(task => PostFor(current, task, caller, now)).FirstOrDefault(post => post is not null) is { } desk ? (desk, SeenFor.Task)
        : ErrandOf(current, caller, now) is { } errand ? (errand, SeenFor.Errand)
        : RevealPost(current, caller, now) is { } carrier ? (carrier, SeenFor.Errand)
        : null;

    private static Post? ErrandOf(Case current, StaffMember caller, DateTimeOffset now) =>
        current.OpenTasks.Where(task => task.IsErrand).Select(task => PostFor(current, task, caller, now)).FirstOrDefault(post => post is not null);

    // Whoever holds no post today was let in to nothing.
    private static Post PostInCharge(Case current, StaffMember caller, DateOnly today) =>
        caller.PostsOn(today).FirstOrDefault(post => Enum.GetValues<OfficeLevel>().Any(level => post.Office == Offices.InChargeOf(current.Applicant.VillageCode, level))) ?? caller.PostsOn(today).First();
}
