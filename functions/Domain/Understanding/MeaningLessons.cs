using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OneVisit.Domain.Understanding;

/// <summary>
/// Learns the weights from examples: multinomial logistic regression by gradient steps, the examples always in the same order, so that the same
/// examples give the same weights on every machine and at every start.
/// </summary>
internal static class MeaningLessons
{
    private const int Rounds = 30;
    private const float FirstStep = 6f;
    private const float Forgetting = 0.995f;

    /// <param name="targets">For each plain text the labels it may mean, with equal shares.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Teach(MeaningModel model, IReadOnlyList<(string Text, int[] Labels)> targets)
    {
        var texts = targets.Select(target => Read(model, target.Text)).ToArray();
        var error = new float[model.Stride];
        for (var round = 0; round < Rounds; round++)
        {
            var step = FirstStep / (1 + round * 0.15f);
            for (var i = 0; i < texts.Length; i++)
            {
                // A stride without common factor mixes labels that stand together in the file.
                var at = (int)((long)i * 7919 % texts.Length);
                model.Share(texts[at], error);
                foreach (var label in targets[at].Labels) error[label] -= 1f / targets[at].Labels.Length;
                foreach (var (row, value) in texts[at]) MeaningModel.AddTo(model.Row(row), error, -step * value);
            }
            Fade(model.AllWeights);
        }
    }

    private static (int Row, float Value)[] Read(MeaningModel model, string text)
    {
        Span<(int, float)> known = new (int, float)[Marks.Most];
        return known[..model.Read(text, known)].ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fade(Span<float> weights)
    {
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(weights)) vector *= Forgetting;
    }
}
