using System.Collections.Immutable;

namespace OneVisit.Conversation.Understanding;

/// <summary>What somebody picked from a numbered list.</summary>
internal abstract record Picks
{
    /// <summary>These entries, counted from 0, in the order of the list; at least one.</summary>
    public sealed record Of(ImmutableArray<int> Entries) : Picks;

    /// <summary>「以上都不是」</summary>
    public sealed record None : Picks;

    private Picks() { }
}
