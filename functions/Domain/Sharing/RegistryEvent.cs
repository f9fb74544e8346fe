using OneVisit.Domain.Benefits;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Sharing;

/// <summary>Something that a registry tells us of by itself.</summary>
/// <param name="Id">As the registry numbers it; the same told again is one.</param>
/// <param name="On">The day on which it happened, not the day on which it was told.</param>
/// <param name="Area">Where somebody moved to; <c>null</c>: not told, or nobody moved.</param>
/// <param name="Reverses">Id of the event that was a mistake; <c>null</c>: none was.</param>
public sealed record RegistryEvent(string Id, RegistryEventKind Kind, ResidentId Person, DateOnly On, string? Area = null, string? Reverses = null)
{
    /// <summary>Why a benefit is looked at because of it. A mistake is a change: nobody died.</summary>
    public BenefitCause Cause => Kind == RegistryEventKind.Death && Reverses is null ? BenefitCause.Death : BenefitCause.Change;

    /// <summary>What the data check of an open case learns by it; <c>null</c>: nothing that it asks about.</summary>
    public AnswerNote? Note => Kind switch
    {
        RegistryEventKind.Death when Reverses is null => new(RegistryQuestion.RecordedDead, "value", On, On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        RegistryEventKind.Death => new(RegistryQuestion.RecordedDead, "no", On),
        RegistryEventKind.Marriage => new(RegistryQuestion.Married, Reverses is null ? "yes" : "no", On),
        RegistryEventKind.Divorce => new(RegistryQuestion.Married, Reverses is null ? "no" : "yes", On),
        RegistryEventKind.Move when Area is { Length: > 0 } area && Reverses is null => new(RegistryQuestion.RegisteredWhere, "value", On, area),
        _ => null,
    };

    /// <summary>The same thing, whichever registry tells of it and under which id.</summary>
    public string Sameness => $"{Kind.Code()}\n{On:yyyyMMdd}\n{(Reverses is null ? "" : "reversed")}";
}

public enum RegistryEventKind
{
    Death,
    Marriage,
    Divorce,
    Birth,
    Move,

    /// <summary>A disability certificate was given, changed or withdrawn.</summary>
    Disability,
}

/// <summary>Kinds of events as they travel.</summary>
public static class RegistryEventKinds
{
    public static string Code(this RegistryEventKind kind) => kind switch
    {
        RegistryEventKind.Death => "death",
        RegistryEventKind.Marriage => "marriage",
        RegistryEventKind.Divorce => "divorce",
        RegistryEventKind.Birth => "birth",
        RegistryEventKind.Move => "move",
        RegistryEventKind.Disability => "disability",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static RegistryEventKind? Parse(string? code) => Services.Codes.Parse<RegistryEventKind>(code, Code);
}
