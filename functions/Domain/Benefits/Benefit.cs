using System.Collections.Immutable;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Benefits;

/// <summary>What a household draws by a decision, from its start to its end, as the case's journal tells it.</summary>
/// <param name="From">First day.</param>
/// <param name="Rates">Amounts by month, each until the next; empty: a standing without money.</param>
/// <param name="ReviewMonths">After so many calendar months it is looked at again; <c>null</c>: it is not.</param>
/// <param name="ReviewOn">The day of the next look; <c>null</c>: there is none.</param>
/// <param name="StopsFrom">First day on which nothing is drawn any more; <c>null</c>: no end is known.</param>
/// <param name="Why">Reason for the end or the latest change.</param>
public sealed record Benefit(DateOnly From, ImmutableArray<BenefitRate> Rates, int? ReviewMonths, DateOnly? ReviewOn, DateOnly? StopsFrom = null, string? Why = null)
{
    /// <summary>Is it drawn on a day, or will it be?</summary>
    public bool RunsOn(DateOnly day) => StopsFrom is not { } end || day < end;

    /// <summary>Yuan per month on a day; before the first paid month, the first amount. <c>null</c>: a standing, or over.</summary>
    public Money? MonthlyOn(DateOnly day) =>
        Rates.IsEmpty || !RunsOn(day) ? null : (Rates.LastOrDefault(rate => rate.From <= day) ?? Rates[0]).Monthly;

    internal static Benefit Of(BenefitStarted e) => new(e.From, e.Monthly is { } monthly ? [new(e.From, monthly)] : [], e.ReviewMonths, e.ReviewOn);

    internal Benefit After(CaseEvent happened) => happened switch
    {
        BenefitKept e => this with { ReviewOn = e.ReviewOn },
        BenefitChanged e => this with { Rates = Paid(e.From, e.Monthly), ReviewOn = e.ReviewOn, StopsFrom = null, Why = e.Reason },
        BenefitTapered e => this with { Rates = Paid(e.From, e.Monthly), ReviewOn = null, StopsFrom = e.StopsFrom, Why = e.Reason },
        BenefitStopped e => this with { ReviewOn = null, StopsFrom = e.From, Why = e.Reason },
        _ => this,
    };

    private ImmutableArray<BenefitRate> Paid(DateOnly from, Money monthly) => [.. Rates.Where(rate => rate.From < from), new(from, monthly)];
}

/// <summary>An amount and since when.</summary>
/// <param name="From">First day of the first month at this amount.</param>
/// <param name="Monthly">Yuan per month for the household.</param>
public sealed record BenefitRate(DateOnly From, Money Monthly);

/// <summary>Why a benefit is looked at.</summary>
public enum BenefitCause
{
    /// <summary>定期复核: its time has come.</summary>
    Due,

    /// <summary>情况变化: people, income or assets of the household changed.</summary>
    Change,

    /// <summary>就业: somebody found work.</summary>
    Employment,

    /// <summary>去世.</summary>
    Death,
}

/// <summary>Causes as they travel.</summary>
public static class BenefitCauses
{
    public static string Code(this BenefitCause cause) => cause switch
    {
        BenefitCause.Due => "due",
        BenefitCause.Change => "change",
        BenefitCause.Employment => "employment",
        _ => "death",
    };

    public static BenefitCause? Parse(string? code) => Services.Codes.Parse<BenefitCause>(code, Code);
}
