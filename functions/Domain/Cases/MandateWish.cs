using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>The mandate that a household wishes to give; what is left out is the usual.</summary>
/// <param name="Level">Where the agent's office is.</param>
public sealed record MandateWish(OfficeLevel Level = OfficeLevel.Village)
{
    /// <summary>See <see cref="MandateActs"/>; <c>null</c>: <see cref="MandateActs.Errands"/>.</summary>
    public ImmutableArray<string>? Acts { get; init; }

    /// <summary>A named agent; who wishes has looked that they hold the post.</summary>
    public MandateHolder? Person { get; init; }

    /// <summary>Last day, at most a year from today; <c>null</c>: three months.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>See <see cref="NoticeChoices"/>; <c>null</c>: <see cref="NoticeChoices.Me"/>.</summary>
    public string? Notices { get; init; }

    public MandateSignature? Signature { get; init; }

    /// <summary>To be signed on the screen afterwards: it counts from then on.</summary>
    public bool ToBeSigned { get; init; }

    /// <summary>The village's agents run the errands, confirmed in the conversation.</summary>
    public static MandateWish Usual { get; } = new();

    internal ImmutableArray<string> ActsWished => Acts is { IsDefault: false } acts ? [.. MandateActs.All.Where(acts.Contains)] : MandateActs.Errands;

    internal string NoticesWished => Notices ?? NoticeChoices.Me;

    /// <summary>More than the errands of the village's own agents has to be signed for.</summary>
    internal bool NeedsSignature => Level != OfficeLevel.Village || Person is not null || ActsWished.Except(MandateActs.Errands).Any();
}
