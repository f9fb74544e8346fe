using System.Collections.Immutable;
using System.Text.Json.Serialization;

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
public abstract record MatterAct
{
    /// <summary>The file was reviewed; score and grade are computed.</summary>
    /// <param name="Guidance">What the township has to correct; <c>null</c>: nothing.</param>
    public sealed record Reviewed(string Criteria, ImmutableArray<CriterionAnswer> Answers, decimal Score, Grade Grade, ImmutableArray<string> Faults, Guidance? Guidance = null) : MatterAct;

    /// <summary>The township says what it corrected.</summary>
    public sealed record Corrected(string Words) : MatterAct;

    public sealed record RecheckPassed(string? Words = null) : MatterAct;

    /// <summary>Not corrected yet: it goes back to the township.</summary>
    public sealed record RecheckFailed(string Reason) : MatterAct;

    /// <param name="Complex">Putting it right takes long.</param>
    public sealed record Contacted(bool Complex, string Words) : MatterAct;

    public sealed record Fixed(string Words) : MatterAct;

    /// <param name="Satisfied">What who rated says now.</param>
    public sealed record Revisited(bool Satisfied, string? Words = null) : MatterAct;

    /// <summary>The rating is mistaken or malicious and counts in no rate.</summary>
    public sealed record Excluded(string Reason) : MatterAct;

    public sealed record Answered(ComplaintFinding Finding, string Words) : MatterAct;

    /// <summary>At least two people of the city visited.</summary>
    public sealed record Visited(ImmutableArray<string> Investigators, string Words) : MatterAct;

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
        _ => null,
    };

    private MatterAct() { }
}

/// <summary>Corrective guidance (整改指导).</summary>
/// <param name="WorkingDays">Time given, from the day after.</param>
public sealed record Guidance(ImmutableArray<string> Items, int WorkingDays);

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
}
