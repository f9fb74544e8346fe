using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OneVisit.Domain.Understanding;

/// <summary>What the signs say about a text.</summary>
public abstract record EmergencySight
{
    private EmergencySight() { }

    /// <summary>It is happening: answer at once.</summary>
    public sealed record Now(string Kind) : EmergencySight;

    /// <summary>It is told of, and over, or somebody else's story: what is asked for is help afterwards.</summary>
    public sealed record Past(string Kind) : EmergencySight;

    /// <summary>No sign of any.</summary>
    public sealed record None : EmergencySight
    {
        public static None AtAll { get; } = new();
    }
}

/// <summary>The signs of a kind of emergency, as expressions over plain text.</summary>
/// <param name="Kind">For example <c>fire</c>.</param>
/// <param name="Signs">One of them must be there.</param>
/// <param name="Unless">One of these says that it is over, or only a manner of speaking.</param>
/// <param name="Always">One of these says that it is happening, whatever else is said.</param>
public sealed record EmergencySigns(string Kind, ImmutableArray<string> Signs, ImmutableArray<string> Unless, ImmutableArray<string> Always);

/// <summary>
/// Recognises emergencies by signs that anybody can read and contest. Learning alone would not do: a missed one costs a life, and
/// 「家里着火烧没了，想申请救助」 must not be answered with the number of the fire brigade.
/// </summary>
/// <param name="signs">Most urgent first.</param>
public sealed class EmergencyWatch(IEnumerable<EmergencySigns> signs)
{
    // The text is bounded, and so are the repetitions in the signs; a second is the backstop.
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(1);

    private readonly ImmutableArray<Kind> kinds = [.. signs.Select(kind => new Kind(kind))];

    /// <param name="plain">As <see cref="SpeechTable.Write"/> writes it.</param>
    public EmergencySight See(ReadOnlySpan<char> plain)
    {
        string? past = null;
        foreach (var kind in kinds)
        {
            if (kind.Always?.IsMatch(plain) == true) return kind.Now;
            if (!kind.Signs.IsMatch(plain)) continue;
            if (kind.Unless?.IsMatch(plain) != true) return kind.Now;
            past ??= kind.Now.Kind;
        }
        return past is null ? EmergencySight.None.AtAll : new EmergencySight.Past(past);
    }

    private sealed class Kind(EmergencySigns signs)
    {
        public EmergencySight.Now Now { get; } = new(signs.Kind);

        public Regex Signs { get; } = Any(signs.Signs)!;

        public Regex? Unless { get; } = Any(signs.Unless);

        public Regex? Always { get; } = Any(signs.Always);

        private static Regex? Any(ImmutableArray<string> expressions) => expressions.IsEmpty
            ? null
            : new Regex(string.Join('|', expressions.Select(one => $"(?:{one})")), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Backstop);
    }
}
