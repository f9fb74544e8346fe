using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>What somebody did in a matter, checked. The names are those of the wire and of the journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(Reviewed), MatterActNames.Reviewed)]
[JsonDerivedType(typeof(Corrected), MatterActNames.Corrected)]
[JsonDerivedType(typeof(RecheckPassed), MatterActNames.RecheckPassed)]
[JsonDerivedType(typeof(RecheckFailed), MatterActNames.RecheckFailed)]
[JsonDerivedType(typeof(Contacted), MatterActNames.Contacted)]
[JsonDerivedType(typeof(Fixed), MatterActNames.Fixed)]
[JsonDerivedType(typeof(Revisited), MatterActNames.Revisited)]
[JsonDerivedType(typeof(Excluded), MatterActNames.ExcludeRating)]
[JsonDerivedType(typeof(Answered), MatterActNames.Answered)]
[JsonDerivedType(typeof(Visited), MatterActNames.Visited)]
[JsonDerivedType(typeof(BenefitStays), MatterActNames.BenefitStays)]
[JsonDerivedType(typeof(BenefitChange), MatterActNames.BenefitChange)]
[JsonDerivedType(typeof(BenefitTaper), MatterActNames.BenefitTaper)]
[JsonDerivedType(typeof(BenefitStop), MatterActNames.BenefitStop)]
[JsonDerivedType(typeof(BenefitConfirmed), MatterActNames.BenefitConfirmed)]
[JsonDerivedType(typeof(BenefitSentBack), MatterActNames.BenefitSentBack)]
public abstract record MatterAct
{
    /// <summary>The file was reviewed; score and grade are computed.</summary>
    /// <param name="Guidance">What the township has to correct; <c>null</c>: nothing.</param>
    public sealed record Reviewed(string Criteria, ImmutableArray<CriterionAnswer> Answers, decimal Score, Grade Grade, ImmutableArray<string> Faults, Guidance? Guidance = null) : MatterAct;

    /// <summary>The township says what it corrected.</summary>
    public sealed record Corrected([property: SealedInJournal] string Words) : MatterAct;

    public sealed record RecheckPassed([property: SealedInJournal] string? Words = null) : MatterAct;

    /// <summary>Not corrected yet: it goes back to the township.</summary>
    public sealed record RecheckFailed([property: SealedInJournal] string Reason) : MatterAct;

    /// <param name="Complex">Putting it right takes long.</param>
    public sealed record Contacted(bool Complex, [property: SealedInJournal] string Words) : MatterAct;

    public sealed record Fixed([property: SealedInJournal] string Words) : MatterAct;

    /// <param name="Satisfied">What who rated says now.</param>
    public sealed record Revisited(bool Satisfied, [property: SealedInJournal] string? Words = null) : MatterAct;

    /// <summary>The rating is mistaken or malicious and counts in no rate.</summary>
    public sealed record Excluded([property: SealedInJournal] string Reason) : MatterAct;

    public sealed record Answered(ComplaintFinding Finding, [property: SealedInJournal] string Words) : MatterAct;

    /// <summary>At least two people of the city visited.</summary>
    public sealed record Visited(ImmutableArray<string> Investigators, [property: SealedInJournal] string Words) : MatterAct;

    /// <summary>Looked at, and it stays as it is.</summary>
    public sealed record BenefitStays([property: SealedInJournal] string Words) : MatterAct;

    /// <summary>Opinion: another amount.</summary>
    /// <param name="Monthly">Yuan per month for the household.</param>
    public sealed record BenefitChange([property: SealedInJournal] Money Monthly, [property: SealedInJournal] string Words) : MatterAct;

    /// <summary>Opinion: it is paid for some months yet and then ends.</summary>
    /// <param name="Months">Calendar months that are still paid.</param>
    /// <param name="Monthly">Yuan per month meanwhile.</param>
    public sealed record BenefitTaper(int Months, [property: SealedInJournal] Money Monthly, [property: SealedInJournal] string Words) : MatterAct;

    /// <summary>Opinion: it ends.</summary>
    /// <param name="DiedOn">Day of a death that ends it; <c>null</c>: another reason.</param>
    public sealed record BenefitStop([property: SealedInJournal] string Words, [property: SealedInJournal] DateOnly? DiedOn = null) : MatterAct;

    /// <summary>The representative confirms the opinion.</summary>
    public sealed record BenefitConfirmed([property: SealedInJournal] string? Words = null) : MatterAct;

    /// <summary>The representative does not: it is looked at once more.</summary>
    public sealed record BenefitSentBack([property: SealedInJournal] string Reason) : MatterAct;

    [JsonIgnore]
    public string Name => this switch
    {
        Reviewed => MatterActNames.Reviewed,
        Corrected => MatterActNames.Corrected,
        RecheckPassed => MatterActNames.RecheckPassed,
        RecheckFailed => MatterActNames.RecheckFailed,
        Contacted => MatterActNames.Contacted,
        Fixed => MatterActNames.Fixed,
        Revisited => MatterActNames.Revisited,
        Excluded => MatterActNames.ExcludeRating,
        Answered => MatterActNames.Answered,
        BenefitStays => MatterActNames.BenefitStays,
        BenefitChange => MatterActNames.BenefitChange,
        BenefitTaper => MatterActNames.BenefitTaper,
        BenefitStop => MatterActNames.BenefitStop,
        BenefitConfirmed => MatterActNames.BenefitConfirmed,
        BenefitSentBack => MatterActNames.BenefitSentBack,
        _ => MatterActNames.Visited,
    };

    /// <summary>What was written, if anything.</summary>
    [JsonIgnore]
    public string? WordsGiven => this switch
    {
        Reviewed { Guidance: { } guidance } => string.Join('\n', guidance.Items),
        Corrected a => a.Words,
        RecheckPassed a => a.Words,
        RecheckFailed a => a.Reason,
        Contacted a => a.Words,
        Fixed a => a.Words,
        Revisited a => a.Words,
        Excluded a => a.Reason,
        Answered a => a.Words,
        Visited a => a.Words,
        BenefitStays a => a.Words,
        BenefitChange a => a.Words,
        BenefitTaper a => a.Words,
        BenefitStop a => a.Words,
        BenefitConfirmed a => a.Words,
        BenefitSentBack a => a.Reason,
        _ => null,
    };

    private MatterAct() { }
}

/// <summary>Corrective guidance (整改指导).</summary>
/// <param name="WorkingDays">Time given, from the day after.</param>
public sealed record Guidance([property: SealedInJournal] ImmutableArray<string> Items, int WorkingDays);

/// <summary>What a complaint turned out to be.</summary>
public enum ComplaintFinding { Upheld, PartlyUpheld, Unfounded }

/// <summary>Findings as they travel.</summary>
public static class ComplaintFindings
{
    public static string Code(this ComplaintFinding finding) => finding switch
    {
        ComplaintFinding.Upheld => "upheld",
        ComplaintFinding.PartlyUpheld => "partly-upheld",
        _ => "unfounded",
    };

    public static ComplaintFinding? Parse(string? code) => Services.Codes.Parse<ComplaintFinding>(code, Code);
}

/// <summary>Names of the acts, the same on the wire and in the journal.</summary>
public static class MatterActNames
{
    public const string Reviewed = "reviewed";
    public const string Corrected = "corrected";
    public const string RecheckPassed = "recheck-passed";
    public const string RecheckFailed = "recheck-failed";
    public const string Contacted = "contacted";
    public const string Fixed = "fixed";
    public const string Revisited = "revisited";
    public const string ExcludeRating = "exclude-rating";
    public const string Answered = "answered";
    public const string Visited = "visited";
    public const string BenefitStays = "benefit-stays";
    public const string BenefitChange = "benefit-change";
    public const string BenefitTaper = "benefit-taper";
    public const string BenefitStop = "benefit-stop";
    public const string BenefitConfirmed = "benefit-confirmed";
    public const string BenefitSentBack = "benefit-sent-back";
}
