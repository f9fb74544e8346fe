using System.Collections.Immutable;

namespace OneVisit.Domain.Understanding;

/// <summary>
/// Understands free text without any service elsewhere: ranks what it may mean by what it has learnt from examples, emergencies first.
/// Immutable and deterministic; safe for any number of threads.
/// </summary>
public sealed class MeaningFinder
{
    // Measured on the training part by leaving examples out: see tests/Benchmarks/README.md.
    private const double SureFrom = 0.5;
    private const double SureLead = 2;
    private const double SurelyEmergency = 0.75;

    private readonly ImmutableArray<(string Code, string? Topic)> labels;
    private readonly ImmutableArray<string> codes;
    private readonly ImmutableArray<int> codeOf;
    private readonly SpeechTable table;
    private readonly EmergencyWatch watch;
    private readonly MeaningModel model;

    private MeaningFinder(ImmutableArray<Example> examples, SpeechTable table, EmergencyWatch watch)
    {
        (this.table, this.watch) = (table, watch);
        labels = [.. examples.Select(example => (example.Code, example.Topic)).Distinct().OrderBy(label => label.Code, StringComparer.Ordinal).ThenBy(label => label.Topic, StringComparer.Ordinal)];
        codes = [.. labels.Select(label => label.Code).Distinct()];
        codeOf = [.. labels.Select(label => codes.IndexOf(label.Code))];
        var targets = examples
            .GroupBy(example => table.Plain(example.Said), example => labels.IndexOf((example.Code, example.Topic)))
            .Select(group => (Text: group.Key, Labels: group.Distinct().ToArray()))
            .ToArray();
        model = new MeaningModel(labels.Length, table, targets.Select(target => target.Text));
        MeaningLessons.Teach(model, targets);
    }

    public static MeaningFinder Learn(IEnumerable<Example> examples, SpeechTable table, EmergencyWatch watch) => new([.. examples], table, watch);

    /// <summary>What a text may mean, all codes with a score, best first. A text without a single known mark, or without a single letter, has none that is sure.</summary>
    public Understood Find(string text)
    {
        Span<char> plain = stackalloc char[SpeechTable.Longest];
        Span<(int, float)> known = stackalloc (int, float)[Marks.Most];
        Span<float> shares = stackalloc float[model.Stride];
        plain = plain[..table.Write(text, plain)];
        known = known[..model.Read(plain, known)];
        model.Share(known, shares);
        var seen = watch.See(plain);
        var ranked = Rank(shares);
        if (seen is EmergencySight.Now now) return new(Raise(ranked, now.Kind), true);
        ranked = seen is EmergencySight.Past ? Without(ranked) : Doubted(ranked);
        return new(ranked, !known.IsEmpty && HoldsLetters(plain) && IsSure(ranked));
    }

    /// <summary>The kind of emergency a text shows signs of, or <c>null</c>. Nothing is learnt here: the signs alone decide.</summary>
    public string? EmergencyIn(string text) => (watch.See(table.Plain(text)) as EmergencySight.Now)?.Kind;

    private ImmutableArray<RankedMeaning> Rank(ReadOnlySpan<float> shares)
    {
        var ranked = new RankedMeaning[codes.Length];
        for (var label = 0; label < labels.Length; label++)
        {
            // A code is as likely as its likeliest topic: many topics are no reason to believe in one.
            ref var meaning = ref ranked[codeOf[label]];
            if (meaning.Code is null || shares[label] > meaning.Score) meaning = new RankedMeaning(labels[label].Code, shares[label], labels[label].Topic);
        }
        Array.Sort(ranked, static (a, b) => b.Score.CompareTo(a.Score) is var order && order != 0 ? order : string.CompareOrdinal(a.Code, b.Code));
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(ranked);
    }

    // Words that resemble an emergency's without a sign of one (「热死我了」) are not put first: a false alarm frightens.
    private static ImmutableArray<RankedMeaning> Doubted(ImmutableArray<RankedMeaning> ranked) =>
        ranked is [{ Code: Meanings.Emergency, Score: < SurelyEmergency } learnt, var second, .. var rest]
            ? [second, learnt with { Score = Math.Min(learnt.Score, second.Score) }, .. rest]
            : ranked;

    // A bare number is an answer to something, never a wish: years stand in the words of some services.
    private static bool HoldsLetters(ReadOnlySpan<char> plain)
    {
        foreach (var c in plain)
        {
            if (char.IsLetter(c)) return true;
        }
        return false;
    }

    private static bool IsSure(ImmutableArray<RankedMeaning> ranked) =>
        ranked[0].Score >= (ranked[0].Code == Meanings.Emergency ? SurelyEmergency : SureFrom) && (ranked.Length == 1 || ranked[0].Score >= SureLead * ranked[1].Score);

    private static ImmutableArray<RankedMeaning> Raise(ImmutableArray<RankedMeaning> ranked, string kind) =>
        [new(Meanings.Emergency, 1, kind), .. ranked.Where(meaning => meaning.Code != Meanings.Emergency).Select(meaning => meaning with { Score = 0 })];

    // What is told as over is no emergency, however much it sounds like one.
    private static ImmutableArray<RankedMeaning> Without(ImmutableArray<RankedMeaning> ranked)
    {
        // The others share its part.
        var rest = Math.Max(1 - ranked.FirstOrDefault(meaning => meaning.Code == Meanings.Emergency).Score, 1e-6);
        return [.. ranked.Where(meaning => meaning.Code != Meanings.Emergency).Select(meaning => meaning with { Score = meaning.Score / rest })];
    }
}
