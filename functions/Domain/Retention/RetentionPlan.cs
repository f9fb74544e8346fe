using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Retention;

/// <summary>All rules on how long something is kept. Where no rule is known, everything is: nothing is erased on a guess.</summary>
public sealed record RetentionPlan(ImmutableArray<RetentionRule> Rules)
{
    public static RetentionPlan None { get; } = new([]);

    /// <summary>The rule of a class on a day; <c>null</c>: there is none.</summary>
    public RetentionRule? Of(DataClass one, DateOnly today) => Rules.FirstOrDefault(rule => rule.Class == one && rule.Services.IsEmpty && rule.Granted is null && rule.IsInForce(today));

    /// <summary>What was written before this day is not kept any more; <c>null</c>: all of it is.</summary>
    public DateOnly? ErasedBefore(DataClass one, DateOnly today) =>
        Of(one, today) is { Then: RetentionEnd.Erase, Keep: { } keep } ? today.AddDays(-keep.Days).AddMonths(-keep.Months) : null;

    /// <summary>A case that came on that day may have outlived its time; <c>false</c>: none of those that came then, or later, has.</summary>
    public bool MayBeOver(DateOnly cameOn, DateOnly today) => Rules.Any(rule => rule.Class == DataClass.Case && rule.IsInForce(today) && rule.OverOn(cameOn) <= today);

    /// <summary>The rule of a case: one that names its service goes before one that names none, one for its outcome before one for all.</summary>
    public RetentionRule? OfCase(Case current, DateOnly today) => Rules
        .Where(rule => rule.Class == DataClass.Case && rule.IsInForce(today)
            && (rule.Services.IsEmpty || rule.Services.Contains(current.Application.Service)) && (rule.Granted is not { } granted || granted == IsGranted(current)))
        .OrderBy(rule => rule.Services.IsEmpty).ThenBy(rule => rule.Granted is null).FirstOrDefault();

    /// <summary>How long a case is kept, seen from a day.</summary>
    public Keeping KeepingOf(Case current, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (current.ClosedAt is not { } closed || current.Benefit?.RunsOn(today) == true)
            return new Keeping.Running();
        if (OfCase(current, today) is not { } rule)
            return new Keeping.ForGood(null);
        var ended = BeijingTime.DayOf(closed);
        if (rule.OverOn(current.Benefit?.StopsFrom is { } stopped && stopped > ended ? stopped : ended) is not { } over || rule.Then == RetentionEnd.KeepMasked)
            return new Keeping.ForGood(rule);
        if (today < over)
            return new Keeping.Until(rule, over);
        return rule.Then == RetentionEnd.ArchiveFirst && current.FiledAt is not null && current.ArchivedAs is null ? new Keeping.AwaitsArchive(rule, over) : new Keeping.Over(rule, over);
    }

    private static bool IsGranted(Case current) => current.Decision?.Outcome is CaseOutcome.Approved;
}

/// <summary>How long something is kept.</summary>
public abstract record Keeping
{
    /// <summary>It is not over: nothing counts yet.</summary>
    public sealed record Running : Keeping;

    /// <param name="Rule"><c>null</c>: no rule is known.</param>
    public sealed record ForGood(RetentionRule? Rule) : Keeping;

    /// <param name="On">The first day on which it is not kept any more.</param>
    public sealed record Until(RetentionRule Rule, DateOnly On) : Keeping;

    /// <summary>Its time is over; it has to go to the archive before.</summary>
    public sealed record AwaitsArchive(RetentionRule Rule, DateOnly Since) : Keeping;

    /// <summary>Its time is over.</summary>
    public sealed record Over(RetentionRule Rule, DateOnly Since) : Keeping;

    private Keeping() { }
}
