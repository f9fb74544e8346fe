namespace OneVisit.Papers.Setting;

/// <summary>Draws a round seal: a ring, the name round its top, words below its middle, its number round its bottom.</summary>
/// <param name="x">Of its middle.</param>
/// <param name="y">Of its middle.</param>
internal sealed class SealRound(TypeCase type, float x, float y)
{
    /// <summary>38 mm across.</summary>
    public const float Radius = 54;

    private const float RingSize = 10.5f;
    private const float NumberSize = 7;

    public IEnumerable<Mark> Of(OfficeSeal seal)
    {
        yield return new Mark.Ring(x, y, Radius - 1.2f, 2.4f, Tone.Seal);
        yield return Around(seal.Ring, Size(seal.Ring, RingSize, Radius - 17, 250), Radius - 17, 0, outwards: true);
        yield return Across(seal.Middle, 10, y + 24);
        yield return Across(seal.Beneath, 7.5f, y + 33.5f);
        yield return Around(seal.Number, NumberSize, Radius - 6, 180, outwards: false);
    }

    // A long name gets smaller letters, never a wider arc.
    private float Size(string words, float size, float radius, float most)
    {
        var arc = Sweep(type.LettersOf(words), size, radius);
        return arc <= most ? size : size * most / arc;
    }

    /// <param name="middle">Where the middle of the words is, in degrees from the top, clockwise.</param>
    private Mark.Turned Around(string words, float size, float radius, float middle, bool outwards)
    {
        var letters = type.LettersOf(words);
        var way = outwards ? 1 : -1;
        var at = middle - way * Sweep(letters, size, radius) / 2;
        var turned = new Turning[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var step = Step(letters[i], size, radius);
            var degrees = at + way * step / 2;
            var radians = degrees * MathF.PI / 180;
            turned[i] = new(letters[i].Glyph, letters[i].Width * size, x + radius * MathF.Sin(radians), y - radius * MathF.Cos(radians), outwards ? degrees : degrees - 180);
            at += way * step;
        }
        return new(turned, size, Tone.Seal);
    }

    private Mark.Turned Across(string words, float size, float line)
    {
        var letters = type.LettersOf(words);
        var at = x - letters.Sum(letter => letter.Width) * size / 2;
        var turned = new Turning[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            var width = letters[i].Width * size;
            turned[i] = new(letters[i].Glyph, width, at + width / 2, line, 0);
            at += width;
        }
        return new(turned, size, Tone.Seal);
    }

    private static float Sweep(Letter[] letters, float size, float radius) => letters.Sum(letter => Step(letter, size, radius));

    // A little air between letters that stand on a curve.
    private static float Step(Letter letter, float size, float radius) => (letter.Width * size + size * 0.18f) / radius * 180 / MathF.PI;
}
