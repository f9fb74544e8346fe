using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Benefits;

/// <summary>
/// What happens to a benefit after the decision: it is looked at again when its time has come or something is reported, a person finds, another confirms,
/// and only then does it change or end. Nothing ends by machine alone.
/// </summary>
public static class BenefitDecisions
{
    /// <summary>Its time has come: the township looks at it. <c>null</c>: not yet, or nothing is drawn any more.</summary>
    public static ImmutableArray<SupervisionEvent>? OpenDue(string matterId, Case current, MatterWorld world, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        return current.Benefit is { ReviewOn: { } on } benefit && on <= today && benefit.RunsOn(today)
            ? Open(matterId, new MatterSubject.OfBenefit(current.CaseId, MatterDecisions.PointOf(current), BenefitCause.Due), current, world, today)
            : null;
    }

    /// <summary>Somebody reported something: the township looks at it.</summary>
    /// <param name="wordsSealed">What was reported, sealed.</param>
    /// <param name="on">Its day, if it was said; not in the future.</param>
    public static MatterDecision OpenReported(
        string matterId, Case current, BenefitCause cause, string wordsSealed, DateOnly? on, Actor by, MatterWorld world, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (current.Benefit is not { } benefit || !benefit.RunsOn(today))
            return new MatterDecision.Refused(MatterRefusal.NoBenefit);
        if (on > today)
            return new MatterDecision.Refused(MatterRefusal.DayRequired) { Field = "on" };
        return new MatterDecision.Accepted(
            by, Open(matterId, new MatterSubject.OfBenefit(current.CaseId, MatterDecisions.PointOf(current), cause, wordsSealed, on, by.Participant), current, world, today));
    }

    /// <summary>What a matter that stands as it does brings about in the case; <c>null</c>: nothing yet.</summary>
    public static (CaseEvent Result, Actor By)? ResultOf(Matter matter)
    {
        if (matter is not { IsClosed: true, Subject: MatterSubject.OfBenefit benefit })
            return null;
        if (matter.Last<MatterAct.BenefitConfirmed>() is { } confirmed)
            return (Confirmed(matter, benefit, BeijingTime.DayOf(confirmed.At)), confirmed.By);
        return matter.Last<MatterAct.BenefitStays>() is { } stays
            ? (new BenefitKept(matter.MatterId, benefit.Cause, NextLook(benefit, BeijingTime.DayOf(stays.At))), stays.By)
            : null;
    }

    /// <summary>Writes a result into the case once; what comes after the benefit ended is left out.</summary>
    internal static Decision Note(Case current, CaseEvent result, Actor by) =>
        current.Benefit is null || current.BenefitResults.Contains(MatterOf(result)) ? new Decision.Accepted(by, []) : new Decision.Accepted(by, [result]);

    /// <summary>A decision on a change (低保增发、减发、停发) as it falls on what is drawn already; <c>null</c>: it decided no such thing.</summary>
    /// <param name="change">The case by which it was decided.</param>
    public static CaseEvent? ResultOf(Case change, Benefit drawn)
    {
        if (change.Decision is not { Outcome: CaseOutcome.Approved { Monthly: { } monthly, PaidFrom: { } from } } decision)
            return null;
        return monthly.Yuan == 0
            ? new BenefitStopped(change.CaseId, BenefitCause.Change, from, "")
            : new BenefitChanged(change.CaseId, BenefitCause.Change, monthly, from, drawn.ReviewMonths is { } months ? BeijingTime.DayOf(decision.At).AddMonths(months) : null);
    }

    private static CaseEvent Confirmed(Matter matter, MatterSubject.OfBenefit benefit, DateOnly on)
    {
        var nextMonth = Months.NextAfter(on);
        var opinion = matter.Steps.Last(step => step is { Kind: StepKind.CheckBenefit, Done: not null }).Done!.Act;
        return opinion switch
        {
            MatterAct.BenefitChange change => new BenefitChanged(matter.MatterId, benefit.Cause, change.Monthly, nextMonth, NextLook(benefit, on), change.Words),
            MatterAct.BenefitTaper taper => new BenefitTapered(matter.MatterId, benefit.Cause, taper.Monthly, nextMonth, nextMonth.AddMonths(taper.Months), taper.Words),
            // After a death from the month after it, though months be paid already; else from the month after the decision.
            MatterAct.BenefitStop stop => new BenefitStopped(matter.MatterId, benefit.Cause, stop.DiedOn is { } died ? Months.NextAfter(died) : nextMonth, stop.Words),
            _ => throw new InvalidDataException($"{opinion.Name} is no opinion that could be confirmed."),
        };
    }

    private static ImmutableArray<SupervisionEvent> Open(string matterId, MatterSubject.OfBenefit subject, Case current, MatterWorld world, DateOnly today)
    {
        var about = subject with { ReviewMonths = current.Benefit!.ReviewMonths, Alone = current.Application.Household.Members == 1, Monthly = current.Benefit.MonthlyOn(today) };
        var days = subject.Cause == BenefitCause.Death ? world.Limits.BenefitDeath : world.Limits.BenefitCheck;
        return
        [
            new MatterOpened(matterId, about),
            MatterDecisions.Open(StepKind.CheckBenefit, 1, Role.TownshipOfficer, subject.Point, [], days, today, world.Calendar),
        ];
    }

    private static DateOnly? NextLook(MatterSubject.OfBenefit benefit, DateOnly on) => benefit.ReviewMonths is { } months ? on.AddMonths(months) : null;

    internal static string? MatterOf(CaseEvent result) => result switch
    {
        BenefitKept e => e.Matter,
        BenefitChanged e => e.Matter,
        BenefitTapered e => e.Matter,
        BenefitStopped e => e.Matter,
        _ => null,
    };
}
