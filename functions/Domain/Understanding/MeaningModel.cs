using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace OneVisit.Domain.Understanding;

/// <summary>Which marks speak for which label: a vocabulary with one row of weights each, and the softmax of their sum.</summary>
internal sealed class MeaningModel
{
    // What is unknown in a text makes us less certain, but not by all of its weight: people tell much that decides nothing.
    private const float UnknownCounts = 0.35f;

    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<float> rarity = [];
    private readonly SpeechTable table;
    private float unknownRarity;
    private float[] weights = [];

    /// <param name="texts">Plain.</param>
    public MeaningModel(int labels, SpeechTable table, IEnumerable<string> texts)
    {
        Labels = labels;
        Stride = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        this.table = table;
        Count([.. texts]);
    }

    public int Labels { get; }

    /// <summary>Room a row takes: <see cref="Labels"/>, filled up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The weights of a known mark.</summary>
    public Span<float> Row(int row) => weights.AsSpan(row * Stride, Stride);

    public Span<float> AllWeights => weights;

    /// <summary>The known marks of a text as rows with their values, of length one together with what is unknown.</summary>
    /// <param name="plain">As <see cref="SpeechTable.Write"/> writes it.</param>
    /// <param name="known">Has room for <see cref="Marks.Most"/>.</param>
    public int Read(ReadOnlySpan<char> plain, Span<(int Row, float Value)> known)
    {
        Span<Mark> marks = stackalloc Mark[Marks.Most];
        marks = marks[..Marks.Find(plain, table, marks)];
        var (count, square) = (0, 0f);
        foreach (var mark in marks)
        {
            if (rows.TryGetValue(mark.Key, out var row))
            {
                var value = mark.Weight * rarity[row];
                square += value * value;
                known[count++] = (row, value);
            }
            else
            {
                var value = mark.Weight * unknownRarity * UnknownCounts;
                square += value * value;
            }
        }
        var scale = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        for (var i = 0; i < count; i++) known[i].Value *= scale;
        return count;
    }

    /// <summary>Shares of the labels, adding up to 1.</summary>
    /// <param name="shares">Of length <see cref="Stride"/>.</param>
    public void Share(ReadOnlySpan<(int Row, float Value)> known, Span<float> shares)
    {
        shares.Clear();
        foreach (var (row, value) in known) AddTo(shares, Row(row), value);
        Softmax(shares[..Labels]);
        shares[Labels..].Clear();
    }

    internal static void AddTo(Span<float> sum, ReadOnlySpan<float> row, float times)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var terms = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var i = 0; i < sums.Length; i++) sums[i] += terms[i] * times;
    }

    private static void Softmax(Span<float> values)
    {
        var most = float.MinValue;
        foreach (var value in values) most = MathF.Max(most, value);
        var sum = 0f;
        foreach (ref var value in values) sum += value = MathF.Exp(value - most);
        foreach (ref var value in values) value /= sum;
    }

    private void Count(ImmutableArray<string> texts)
    {
        var textsWith = new List<int>();
        var marks = new Mark[Marks.Most];
        var seen = new HashSet<ulong>();
        foreach (var text in texts)
        {
            seen.Clear();
            foreach (var mark in marks.AsSpan(0, Marks.Find(text, table, marks)))
            {
                if (!seen.Add(mark.Key)) continue;
                if (rows.TryAdd(mark.Key, rows.Count)) textsWith.Add(0);
                textsWith[rows[mark.Key]]++;
            }
        }
        foreach (var count in textsWith) rarity.Add(MathF.Log((texts.Length + 1f) / (count + 0.5f)));
        unknownRarity = MathF.Log((texts.Length + 1f) / 1.5f);
        weights = new float[rows.Count * Stride];
    }
}
