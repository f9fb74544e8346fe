namespace OneVisit.Domain.Sharing;

/// <summary>What a registry answered. A look-up that failed, came late or cannot be read is <see cref="Unknown"/>, never <see cref="No"/>.</summary>
/// <param name="AsOf">The day of which the registry speaks; of an answer that is unknown, the day it was asked.</param>
public abstract record RegistryAnswer(DateOnly AsOf)
{
    public sealed record Yes(DateOnly AsOf) : RegistryAnswer(AsOf);

    public sealed record No(DateOnly AsOf) : RegistryAnswer(AsOf);

    /// <param name="Text">See <see cref="RegistryQuestion"/> for what it says.</param>
    public sealed record Value(string Text, DateOnly AsOf) : RegistryAnswer(AsOf);

    public sealed record Unknown(UnknownReason Reason, DateOnly AsOf) : RegistryAnswer(AsOf);

    /// <summary><c>yes</c>, <c>no</c>, <c>value</c> or <c>unknown</c>.</summary>
    public string Kind => this switch { Yes => "yes", No => "no", Value => "value", _ => "unknown" };

    public bool IsKnown => this is not Unknown;

    /// <summary>A number that was told; <c>null</c>: none was. No is nought.</summary>
    public int? Number => this switch
    {
        No => 0,
        Value { Text: var text } when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}

/// <summary>Why an answer is not known.</summary>
public enum UnknownReason
{
    /// <summary>No platform is connected.</summary>
    NotConnected,

    /// <summary>No answer within the time that could be waited.</summary>
    Late,

    /// <summary>The platform could not be reached, or broke.</summary>
    Failed,

    /// <summary>The platform refused the question.</summary>
    Refused,

    /// <summary>It answered something that is no answer to what was asked, or about a day to come.</summary>
    Unreadable,

    /// <summary>The registry itself does not know.</summary>
    NotToldByRegistry,

    /// <summary>The registry holds two records that differ: somebody in two households, for one.</summary>
    TwoRecords,

    /// <summary>The look-up could not be written down, so nothing was asked.</summary>
    NotLogged,
}

/// <summary>Names of <see cref="UnknownReason"/> as they are kept.</summary>
public static class UnknownReasons
{
    public static string Code(this UnknownReason reason) => reason switch
    {
        UnknownReason.NotConnected => "not-connected",
        UnknownReason.Late => "late",
        UnknownReason.Failed => "failed",
        UnknownReason.Refused => "refused",
        UnknownReason.Unreadable => "unreadable",
        UnknownReason.NotToldByRegistry => "not-told-by-registry",
        UnknownReason.TwoRecords => "two-records",
        UnknownReason.NotLogged => "not-logged",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
