using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Who hears of a task that is past its limit, one after the other (demo): at a point the deputy representative at once, the township's head after one
/// further working day, the city's reviewer after two; for a task of the bureau the city's reviewer at once. A level whose post nobody holds goes to the
/// next without waiting, and the journal says so. It ends when the task is done, paused or on another desk of another level.
/// </summary>
internal static class EscalationLadder
{
    private static readonly ImmutableArray<Role> OfPoint = [Role.DeputyRepresentative, Role.TownshipHead, Role.CityReviewer];
    private static readonly ImmutableArray<Role> OfCity = [Role.CityReviewer];

    /// <summary>The next level of a task whose time for it has come.</summary>
    /// <param name="isHeld">Somebody holds that role at that office; <c>null</c>: nobody looked, and all posts count as held.</param>
    public static Escalated Next(Case current, CaseTask task, WorkingDayCalendar calendar, Func<Role, string, bool>? isHeld)
    {
        var ladder = Of(task.Office);
        var vacant = ImmutableArray.CreateBuilder<Role>();
        var level = task.EscalationLevel;
        // The last is told in any case: somebody of the city reads what is addressed to it.
        while (level + 1 < ladder.Length && IsVacant(current, task, ladder[level], isHeld))
            vacant.Add(ladder[level++]);
        level++;
        return new Escalated(task.TaskId, task.Office, task.Due.On)
        {
            Level = level,
            To = ladder[level - 1],
            Vacant = vacant.Count == 0 ? null : vacant.ToImmutable(),
            NextAt = level < ladder.Length ? BeijingTime.EndOf(calendar.After(task.Due.On, level).On) : null,
        };
    }

    /// <summary>Levels there are for tasks of that office.</summary>
    public static int LevelsOf(string office) => Of(office).Length;

    private static ImmutableArray<Role> Of(string office) => IsOfCity(office) ? OfCity : OfPoint;

    public static bool IsOfCity(string office) => office.StartsWith(OfficeLevel.City.Code(), StringComparison.Ordinal);

    // Whose own task it is is told as its desk.
    private static bool IsVacant(Case current, CaseTask task, Role role, Func<Role, string, bool>? isHeld) =>
        role == task.Role || isHeld?.Invoke(role, OfficeOf(current, role)) == false;

    public static string OfficeOf(Case current, Role role) =>
        Offices.InChargeOf(current.Applicant.VillageCode, role == Role.CityReviewer ? OfficeLevel.City : OfficeLevel.Township);
}
