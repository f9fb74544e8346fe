using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation;

/// <summary>A mandate as told so far: of the application being prepared, or of a case that is on its way. Plain data.</summary>
public sealed record MandatePlan
{
    /// <summary>The case; <c>null</c>: the application being prepared.</summary>
    public string? CaseId { get; init; }

    public MandateStep Step { get; init; } = MandateStep.Who;

    /// <summary><c>village</c>, <c>township</c> or <c>city</c>.</summary>
    public string Level { get; init; } = "village";

    /// <summary>One agent; <c>null</c>: whoever is agent there.</summary>
    public AgentView? Agent { get; init; }

    /// <summary>Agents to choose from, while they are asked about.</summary>
    public ImmutableArray<AgentView> Offered { get; init; } = [];

    public ImmutableArray<string> Acts { get; init; } = MandateActs.Errands;

    public string Notices { get; init; } = NoticeChoices.Me;

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Typed as the signature, where the application does not hold the name any more.</summary>
    public string? Name { get; init; }

    /// <summary>Where the code went.</summary>
    public string? PhoneMasked { get; init; }

    /// <summary>The code that was found right: the mandate is signed with it.</summary>
    public string? Code { get; init; }

    public bool SignLater { get; init; }

    /// <summary>As it travels.</summary>
    /// <param name="name">Of who signs; <c>null</c>: not signed yet.</param>
    public MandateOffer Offer(string? name, string? code) => new(
        Level, Agent?.Id, [.. Acts], Notices, ExpiresOn, name is not null && code is not null ? new MandateConsent(name, code) : null, SignLater);

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(MandatePlan);
}

/// <summary>What is being asked about a mandate.</summary>
public enum MandateStep
{
    Who, Agent, Acts, Notices, Until, Sign, Name, Code, Done,
}
