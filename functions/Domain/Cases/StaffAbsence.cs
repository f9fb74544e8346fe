using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Days on which a member of staff is not there (请假). It takes no right from them; they are not counted on.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Reason">A few words, at most <see cref="AbsenceDecisions.ReasonLongest"/> characters.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: nobody knows yet.</param>
/// <param name="StandIn">Id of the colleague who stands in; <c>null</c>: whoever is there.</param>
public sealed record StaffAbsence(DateOnly From, string Reason, DateOnly? To = null, string? StandIn = null)
{
    public bool CoversDay(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Answer to a wish about an absence.</summary>
public abstract record AbsenceDecision
{
    /// <param name="Member">As the directory is to have them.</param>
    public sealed record Accepted(StaffMember Member) : AbsenceDecision;

    /// <param name="Field">Which part of the wish is at fault; empty: who wishes.</param>
    public sealed record Refused(AbsenceRefusal Reason, string Field = "") : AbsenceDecision;

    private AbsenceDecision()
    {
    }
}

/// <summary>Why an absence is not noted.</summary>
public enum AbsenceRefusal
{
    /// <summary>Only the person, the head or chief representative of their township and the city note it.</summary>
    NotTheirs,

    /// <summary>The last day is before the first, or the days are too far away.</summary>
    WrongPeriod,

    /// <summary>No reason, or a long one.</summary>
    WordsRequired,

    /// <summary>Who is to stand in is nobody, the person themselves, away on the first day, or holds no such post nearby.</summary>
    StandInCannot,

    /// <summary>No absence runs or is to come that could end.</summary>
    NotAway,
}

/// <summary>Who notes that somebody is away, and how.</summary>
public static class AbsenceDecisions
{
    public const int ReasonLongest = 100;

    /// <summary>Noted so many days afterwards at most.</summary>
    public const int DaysBack = 31;

    private const int MonthsAhead = 12;

    // What is long over says nothing any more; a directory keeps people, not their calendars.
    private const int MostKept = 40;

    /// <summary>The same first day once more takes the place of what was noted for it.</summary>
    /// <param name="standIn">The member whom the wish names; <c>null</c>: the directory has none of that id.</param>
    public static AbsenceDecision Record(StaffMember who, StaffAbsence wish, StaffMember by, StaffMember? standIn, DateOnly today)
    {
        if (!MayNote(who, by, today))
            return new AbsenceDecision.Refused(AbsenceRefusal.NotTheirs);
        if (wish.From < today.AddDays(-DaysBack) || wish.From > today.AddMonths(MonthsAhead))
            return new AbsenceDecision.Refused(AbsenceRefusal.WrongPeriod, "from");
        if (wish.To < wish.From || wish.To > wish.From.AddMonths(MonthsAhead))
            return new AbsenceDecision.Refused(AbsenceRefusal.WrongPeriod, "to");
        var reason = PlainText.Of(wish.Reason);
        if (reason.Length is 0 or > ReasonLongest)
            return new AbsenceDecision.Refused(AbsenceRefusal.WordsRequired, "reason");
        if (wish.StandIn is not null && !MayStandIn(standIn, who, wish.From))
            return new AbsenceDecision.Refused(AbsenceRefusal.StandInCannot, "standIn");
        var noted = wish with { Reason = reason };
        return new AbsenceDecision.Accepted(who with
        {
            Absences = [.. who.Absences.Where(known => known.From != noted.From).Append(noted).OrderBy(known => known.From).TakeLast(MostKept)],
        });
    }

    /// <summary>Somebody is back, or will be: every absence that reaches beyond it ends with the last day; one that had not begun is dropped.</summary>
    /// <param name="lastDay">Of the absence, inclusive; not before yesterday.</param>
    public static AbsenceDecision End(StaffMember who, DateOnly lastDay, StaffMember by, DateOnly today)
    {
        if (!MayNote(who, by, today))
            return new AbsenceDecision.Refused(AbsenceRefusal.NotTheirs);
        if (lastDay < today.AddDays(-1))
            return new AbsenceDecision.Refused(AbsenceRefusal.WrongPeriod, "lastDay");
        // Said twice, it is so already.
        if (who.Absences.All(known => known.To < today.AddDays(-1)))
            return new AbsenceDecision.Refused(AbsenceRefusal.NotAway);
        return new AbsenceDecision.Accepted(who with
        {
            Absences = [.. who.Absences.Where(known => known.From <= lastDay || known.To < today).Select(known => known.To is null || known.To > lastDay ? known with { To = lastDay } : known)],
        });
    }

    public static bool MayNote(StaffMember who, StaffMember by, DateOnly today) => who.Id == by.Id || Superiors.PostOver(who, by, today) is not null;

    private static bool MayStandIn(StaffMember? standIn, StaffMember who, DateOnly day) =>
        standIn is not null && standIn.Id != who.Id && !standIn.IsAwayOn(day)
        && who.PostsOn(day).Any(post => standIn.PostsOn(day).Any(other => other.Role == post.Role && Superiors.TownshipOf(other.Office) == Superiors.TownshipOf(post.Office)));
}

/// <summary>Who answers for whom: the head and the chief representative of a township for its people and those of its villages, the bureau and the reviewer of the city for all.</summary>
public static class Superiors
{
    /// <summary>The post in which somebody answers for another; <c>null</c>: in none.</summary>
    public static Post? PostOver(StaffMember who, StaffMember by, DateOnly today) => by.PostsOn(today).FirstOrDefault(post => who.Posts.Any(other => IsOver(post, other.Office)));

    /// <summary>Somebody who answers for others at all, and for which places: those whose codes begin so.</summary>
    public static IEnumerable<string> PlacesOf(StaffMember by, DateOnly today) => by.PostsOn(today).Where(IsSuperior).Select(post => Offices.PlaceOf(post.Office)).Distinct();

    /// <summary>Code of the township that an office is or lies in; the city's own for an office of the city.</summary>
    public static string TownshipOf(string office) => Offices.PlaceOf(office) is { Length: > 9 } village ? village[..9] : Offices.PlaceOf(office);

    private static bool IsOver(Post post, string office) => IsSuperior(post) && Offices.PlaceOf(office).StartsWith(Offices.PlaceOf(post.Office), StringComparison.Ordinal);

    private static bool IsSuperior(Post post) => post.Role is Role.TownshipHead or Role.ChiefRepresentative or Role.BureauOfficer or Role.CityReviewer;
}
