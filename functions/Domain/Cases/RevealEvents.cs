using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>A member of staff was shown a value in full, for a reason (个人信息保护法 §6, §51; 知情 §44). The value itself does not stand here.</summary>
/// <param name="LookId">Made by who asked: the same again within minutes is the same look.</param>
/// <param name="WordsSealed">What it was for, in their words, sealed.</param>
public sealed record Revealed(string LookId, RevealedKind What, RevealCause Reason, string WordsSealed) : CaseEvent;

/// <summary>What was shown.</summary>
public enum RevealedKind
{
    Name,
    IdNumber,
    Phone,
    RepresentativeName,
    RepresentativeIdNumber,
    RepresentativePhone,
}

/// <summary>What it was needed for.</summary>
public enum RevealCause
{
    /// <summary>To reach the household.</summary>
    Contact,

    /// <summary>To make sure that it is the right person.</summary>
    Identity,

    /// <summary>To ask an office or a bank that goes by the number.</summary>
    Register,

    /// <summary>To write a paper that needs it in full.</summary>
    Paper,

    /// <summary>Something else; the words say what.</summary>
    Other,
}

/// <summary>Somebody's look at a value in full, as the case knows it.</summary>
public sealed record Look(Revealed Of, Actor By, DateTimeOffset At);

public sealed partial record Case
{
    /// <summary>Who was shown something in full, the earliest first.</summary>
    public ImmutableArray<Look> Looks { get; private init; } = [];
}
