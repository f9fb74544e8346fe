using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>The resident authorised an agent (代办授权). A second one takes the place of the first at once.</summary>
/// <param name="Scope">Stable name of what the agent may do: <see cref="Mandate.CollectAndSubmit"/>, or <see cref="Mandate.ListedActs"/>.</param>
/// <param name="HolderOffice">Office whose agents hold it, for example <c>village/370982103201</c>.</param>
/// <param name="ExpiresOn">Last day on which it counts.</param>
/// <param name="Items">Codes of the services it covers; <c>null</c> in journals from when a mandate covered its own case only.</param>
public sealed record MandateGranted(string Scope, string HolderOffice, DateOnly ExpiresOn, ImmutableArray<string>? Items = null) : CaseEvent
{
    /// <summary><c>null</c> in journals from before mandates were numbered.</summary>
    public string? Number { get; init; }

    /// <summary>See <see cref="MandateActs"/>; <c>null</c>: <see cref="MandateActs.Errands"/>.</summary>
    public ImmutableArray<string>? Acts { get; init; }

    /// <summary>The one agent it names; <c>null</c>: all of the office.</summary>
    public MandateHolder? Person { get; init; }

    /// <summary>See <see cref="NoticeChoices"/>; <c>null</c>: the household alone.</summary>
    public string? Notices { get; init; }

    public DateOnly? From { get; init; }

    public MandateSignature? Signature { get; init; }

    /// <summary>It counts once <see cref="MandateSigned"/> follows.</summary>
    public bool? AwaitsSignature { get; init; }

    /// <summary>Number of the mandate whose place it takes.</summary>
    public string? Replaces { get; init; }
}

/// <summary>The mandate was signed on a screen.</summary>
public sealed record MandateSigned(MandateSignature Signature, string? Number = null) : CaseEvent;

/// <summary>The resident took the mandate back; it needs no reason.</summary>
public sealed record MandateRevoked : CaseEvent;

/// <summary>An agent answered that an errand is not theirs, or that they cannot; it moves on in the same breath.</summary>
/// <param name="Answer"><see cref="ActNames.OutsideArea"/> or <see cref="ActNames.Cannot"/>.</param>
/// <param name="Cause">Of "cannot", see <see cref="DeclineCauses"/>.</param>
/// <param name="Village">Of "outside my area": code of the village the agent thinks it is.</param>
/// <param name="Next">Who comes now; <c>null</c>: the township's officer.</param>
public sealed record ErrandDeclined(string TaskId, string Answer, [property: SealedInJournal("null")] string? Cause = null, string? Village = null, MandateHolder? Next = null) : CaseEvent;

/// <summary>Why an agent cannot.</summary>
public static class DeclineCauses
{
    public const string Ill = "ill";
    public const string Away = "away";
    public const string Busy = "busy";

    /// <summary>A relative of the household: such an agent stays out of the case altogether.</summary>
    public const string Related = "related";

    public const string Other = "other";

    public static ImmutableArray<string> All { get; } = [Ill, Away, Busy, Related, Other];
}
