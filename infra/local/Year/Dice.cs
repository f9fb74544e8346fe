using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.Year;

/// <summary>
/// Chance that does not depend on who asks first: the answer to a question is a digest of the seed and the question, so that a year can be run again
/// although much of it happens at the same time.
/// </summary>
public sealed class Dice(int seed)
{
    public int Seed => seed;

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double Fraction(string question) => (Digest(question) >> 11) * (1.0 / (1UL << 53));

    /// <param name="share">0 never, 1 always.</param>
    public bool Happens(double share, string question) => Fraction(question) < share;

    /// <summary>Both ends inclusive.</summary>
    public int Between(int least, int most, string question) => least + (int)(Fraction(question) * (most - least + 1));

    public T Pick<T>(IReadOnlyList<T> from, string question) => from[Between(0, from.Count - 1, question)];

    /// <summary>One of several, the heavier the likelier.</summary>
    public T Weighted<T>(IReadOnlyList<(T What, double Weight)> from, string question)
    {
        var left = Fraction(question) * from.Sum(one => one.Weight);
        foreach (var (what, weight) in from)
        {
            if ((left -= weight) < 0)
                return what;
        }
        return from[^1].What;
    }

    /// <summary>Bytes for keys, the same each time.</summary>
    public byte[] Bytes(string question) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{question}")));

    private ulong Digest(string question) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(question));
}
