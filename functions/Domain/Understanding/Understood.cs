using System.Collections.Immutable;

namespace OneVisit.Domain.Understanding;

/// <summary>A code and how well it fits.</summary>
/// <param name="Score">0 to 1; the scores of one utterance add up to 1 at most.</param>
/// <param name="Topic">See <see cref="Example"/>.</param>
public readonly record struct RankedMeaning(string Code, double Score, string? Topic = null);

/// <summary>What an utterance may mean.</summary>
/// <param name="Ranked">Best first; ties in the order of the codes.</param>
/// <param name="Sure">The first may be acted on. Otherwise the first three are offered.</param>
public sealed record Understood(ImmutableArray<RankedMeaning> Ranked, bool Sure)
{
    /// <summary>How many are offered when it is not sure.</summary>
    public const int Offered = 3;

    public RankedMeaning Best => Ranked[0];

    /// <summary>The kind of emergency that must be answered before anything else, if it is one.</summary>
    public string? Emergency => Best is { Code: Meanings.Emergency, Topic: { } kind } && Sure ? kind : null;
}
