using System.Collections.Immutable;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>What was posted when a benefit is looked at or confirmed, read as an act, or refused for what it lacks.</summary>
internal static class BenefitReading
{
    /// <summary>What the township may find, by why it looks; the end of a benefit last.</summary>
    public static ImmutableArray<string> ActionsFor(MatterSubject subject) => subject is not MatterSubject.OfBenefit benefit ? [] : benefit switch
    {
        { HasAmount: false } => [MatterActNames.BenefitStays, MatterActNames.BenefitStop],
        { Cause: BenefitCause.Death, Alone: true } => [MatterActNames.BenefitStays, MatterActNames.BenefitStop],
        { Cause: BenefitCause.Employment } => [MatterActNames.BenefitStays, MatterActNames.BenefitChange, MatterActNames.BenefitTaper],
        _ => [MatterActNames.BenefitStays, MatterActNames.BenefitChange, MatterActNames.BenefitStop],
    };

    public static MatterReading Of(MatterForm form, MatterStep step, MatterWorld world)
    {
        if (world.Subject is not MatterSubject.OfBenefit benefit || !MatterDecisions.ActionsFor(step, benefit).Contains(form.Action ?? ""))
            return MatterReading.No(MatterRefusal.UnknownAction, "action");
        return form.Action switch
        {
            MatterActNames.BenefitStays => MatterReading.WithWords(form, words => new MatterAct.BenefitStays(words)),
            MatterActNames.BenefitChange => Amount(form) is { } monthly
                ? MatterReading.WithWords(form, words => new MatterAct.BenefitChange(monthly, words))
                : MatterReading.No(MatterRefusal.AmountRequired, "amount"),
            MatterActNames.BenefitTaper => Taper(form, world.Limits.TaperMonths),
            MatterActNames.BenefitStop => Stop(form, benefit, world.Today),
            MatterActNames.BenefitConfirmed => MatterReading.WithAnyWords(form, words => new MatterAct.BenefitConfirmed(words)),
            _ => MatterReading.WithWords(form, words => new MatterAct.BenefitSentBack(words)),
        };
    }

    private static MatterReading Taper(MatterForm form, int longest)
    {
        if (Amount(form) is not { } monthly)
            return MatterReading.No(MatterRefusal.AmountRequired, "amount");
        return form.Months is { } months && months >= 1 && months <= longest
            ? MatterReading.WithWords(form, words => new MatterAct.BenefitTaper(months, monthly, words))
            : new(null, new(MatterRefusal.MonthsOutOfRange) { Field = "months", Most = longest });
    }

    // A death is a fact with a day, found by a person: without it nothing ends.
    private static MatterReading Stop(MatterForm form, MatterSubject.OfBenefit benefit, DateOnly today)
    {
        if (benefit.Cause != BenefitCause.Death)
            return MatterReading.WithWords(form, words => new MatterAct.BenefitStop(words));
        return form.DiedOn is { } day && day <= today
            ? MatterReading.WithWords(form, words => new MatterAct.BenefitStop(words, day))
            : MatterReading.No(MatterRefusal.DayRequired, "diedOn");
    }

    private static Money? Amount(MatterForm form) =>
        form.Amount is { } yuan and > 0 and <= Limits.MonthlyAmount && decimal.Round(yuan, 2) == yuan ? new Money(yuan) : null;
}
