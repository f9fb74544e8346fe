using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>A rating as it was posted, unchecked.</summary>
/// <param name="Tags">Ids of the grade's tags.</param>
public sealed record RatingForm(int Stars, string? Comment = null, IReadOnlyList<string>? Tags = null);

public static partial class CaseDecisions
{
    /// <summary>
    /// The household rates the service, once, when all is done and not later than the limit allows. The same rating a second time changes nothing.
    /// </summary>
    public static Decision Rate(Case current, string participant, RatingForm form, RatingGrades grades, SupervisionLimits limits, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (current.Participant != participant)
            return Refuse(RefusalReason.NotYours);
        if (grades.Find(form.Stars) is not { } grade)
            return Refuse(RefusalReason.NumberOutOfRange) with { Field = "stars" };
        var words = PlainText.OrNull(form.Comment);
        var tags = (form.Tags ?? []).Distinct().ToImmutableArray();
        if (current.Rating is { } before)
        {
            return before.Stars == form.Stars && before.Comment == words && before.Tags.SequenceEqual(tags)
                ? Accept(Owner(current), [])
                : Refuse(RefusalReason.AlreadyRated) with { At = before.At };
        }
        if (RatingOpenUntil(current, limits, calendar) is { } last && BeijingTime.DayOf(now) > last.On)
            return Refuse(RefusalReason.RatingTooLate) with { Until = last.On };
        if (tags.Any(tag => grade.Tags.All(known => known.Id != tag)))
            return Refuse(RefusalReason.UnknownTag) with { Field = "tags" };
        return words?.Length > Limits.TextLongest
            ? Refuse(RefusalReason.TextTooLong) with { Field = "comment", Longest = Limits.TextLongest }
            : Accept(Owner(current), [new Rated(form.Stars, words, tags.IsEmpty ? null : tags)]);
    }

    /// <summary>The last day on which a case may be rated; <c>null</c> while it is not closed.</summary>
    public static DueDate? RatingOpenUntil(Case current, SupervisionLimits limits, WorkingDayCalendar calendar) =>
        current.ClosedAt is { } closed ? calendar.After(BeijingTime.DayOf(closed), limits.RatingOpen) : null;

    /// <summary>The household may rate now.</summary>
    public static bool CanRate(Case current, SupervisionLimits limits, WorkingDayCalendar calendar, DateTimeOffset now) =>
        current.Rating is null && RatingOpenUntil(current, limits, calendar) is { } last && BeijingTime.DayOf(now) <= last.On;

    /// <summary>The city's reviewer leaves a mistaken or malicious rating out of the rates. Whoever gave it is not asked and loses nothing.</summary>
    public static Decision ExcludeRating(Case current, string? reason, StaffMember caller, DateTimeOffset now)
    {
        var city = Offices.InChargeOf(current.Applicant.VillageCode, OfficeLevel.City);
        if (caller.PostsOn(BeijingTime.DayOf(now)).FirstOrDefault(post => post.Is(Role.CityReviewer, city)) is not { } reviewer)
            return Refuse(RefusalReason.WrongRole);
        if (current.Rating is not { } rating)
            return Refuse(RefusalReason.NotRated);
        var words = PlainText.Of(reason);
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return Refuse(RefusalReason.ReasonRequired) with { Field = "reason" };
        return rating.Excluded is { } before
            ? Refuse(RefusalReason.AlreadyDone) with { By = before.By, At = before.At, Done = MatterActNames.ExcludeRating }
            : Accept(caller.In(reviewer), [new RatingExcluded(words)]);
    }
}
