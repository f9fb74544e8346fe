using System.Collections.Immutable;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Sharing;

/// <summary>Something that others have to know of a case of ours: a result, or a change of what is drawn. Whose it is travels with it when it is sent, and is not kept with it.</summary>
/// <param name="Key">The same whenever the same is sent: who has it already, has it once.</param>
/// <param name="Class">Which of the shared classes of data it belongs to, see <see cref="FactClasses"/>.</param>
/// <param name="What">See <see cref="FactNames"/>.</param>
/// <param name="At">When it was journalled: the order of a person's facts.</param>
/// <param name="From">The first day from which it counts.</param>
/// <param name="Monthly">Not kept with it either, except where an earlier release did.</param>
public sealed record PushedFact(string Key, string Class, string What, string CaseId, string Service, DateTimeOffset At, DateOnly From, Money? Monthly = null)
{
    /// <summary>The facts that entries behind a version of the journal tell.</summary>
    public static ImmutableArray<PushedFact> Of(Case current, IEnumerable<Entry> entries, int after) =>
        [.. entries.Where(entry => entry.Sequence > after).Select(entry => Of(current, entry)).OfType<PushedFact>()];

    private static PushedFact? Of(Case current, Entry entry)
    {
        var day = BeijingTime.DayOf(entry.At);
        return entry.Event switch
        {
            Decided { Outcome: CaseOutcome.Approved approved } => Fact(FactNames.Approved, approved.PaidFrom ?? day, approved.Monthly),
            Decided => Fact(FactNames.Refused, day),
            BenefitChanged changed => Fact(FactNames.Changed, changed.From, changed.Monthly),
            BenefitTapered tapered => Fact(FactNames.Tapered, tapered.From, tapered.Monthly),
            BenefitStopped { Cause: BenefitCause.Death } stopped => Fact(FactNames.Stopped, stopped.From) with { Class = FactClasses.Death },
            BenefitStopped stopped => Fact(FactNames.Stopped, stopped.From),
            _ => null,
        };

        PushedFact Fact(string what, DateOnly from, Money? monthly = null) =>
            new($"{current.CaseId}-{entry.Sequence}", FactClasses.Of(current.Application.Service), what, current.CaseId, current.Application.Service, entry.At, from, monthly);
    }
}

/// <summary>What happened, by the names that travel.</summary>
public static class FactNames
{
    public const string Approved = "approved";
    public const string Refused = "refused";
    public const string Changed = "changed";
    public const string Tapered = "tapered";
    public const string Stopped = "stopped";
}

/// <summary>五类数据: the classes of data that are interconnected. Marriage, funeral, low income and death are named by the city; disability is ours.</summary>
public static class FactClasses
{
    public const string Marriage = "marriage";
    public const string Funeral = "funeral";
    public const string LowIncome = "low-income";
    public const string Death = "death";
    public const string Disability = "disability";
    public const string Result = "result";

    /// <param name="service">For example <c>D1.2</c>.</param>
    public static string Of(string service) => service[..service.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "A1" => Marriage,
        "A5" or "A6" or "D12" => Funeral,
        "D1" or "D2" or "D3" or "D4" => LowIncome,
        "D5" => Disability,
        _ => Result,
    };
}

/// <summary>What became of a fact that was sent.</summary>
public abstract record PushAnswer
{
    /// <summary>They have it, now or from before.</summary>
    public sealed record Acknowledged : PushAnswer;

    /// <summary>They will not take it: sent again it would be refused again. A person has to look.</summary>
    /// <param name="Code">As the platform gave it.</param>
    public sealed record Refused(string Code) : PushAnswer;

    /// <summary>Not now; it is sent again.</summary>
    public sealed record NotNow : PushAnswer;

    private PushAnswer()
    {
    }
}
