using System.Text;

namespace OneVisit.Papers.Setting;

/// <summary>
/// Divides text into lines as Chinese is set (GB/T 15834 and usage): between any two characters, but no line begins with a closing mark (避头)
/// or ends with an opening one (避尾); Latin words and numbers stay whole while they fit.
/// </summary>
internal static class LineBreaker
{
    private const string NeverFirst = "。，、；：？！…—～·％‰℃°）》〉」』】〕〗｝］”’.,;:?!%)]}>/-′″〞々";
    private const string NeverLast = "（《〈「『【〔〖｛［“‘([{<￥¥$＄№〝";

    /// <param name="width">In shares of the font size, as the letters are.</param>
    /// <returns>At least one line; none is wider, except one of a single letter that is.</returns>
    public static List<Letter[]> Lines(Letter[] letters, float width)
    {
        var lines = new List<Letter[]>();
        var start = 0;
        do
        {
            var end = BreakAt(letters, start, Fitting(letters, start, width));
            lines.Add(Trimmed(letters.AsSpan(start, end - start)));
            start = end;
            while (start < letters.Length && IsBlank(letters[start].Rune))
                start++;
        }
        while (start < letters.Length);
        return lines;
    }

    /// <summary>May a line end between the two?</summary>
    public static bool MayBreak(Rune before, Rune after)
    {
        if (IsBlank(after))
            return false;
        if (IsBlank(before))
            return true;
        if (IsOneOf(after, NeverFirst) || IsOneOf(before, NeverLast))
            return false;
        return IsWide(before) || IsWide(after) || before.Value is '-' or '/';
    }

    // The first letter that no longer fits; blanks at the end of a line take no room.
    private static int Fitting(Letter[] letters, int start, float width)
    {
        var (used, end) = (0f, start);
        while (end < letters.Length && (IsBlank(letters[end].Rune) || used + letters[end].Width <= width + 0.001f))
            used += letters[end++].Width;
        return Math.Max(end, Math.Min(start + 1, letters.Length));
    }

    private static int BreakAt(Letter[] letters, int start, int fitting)
    {
        if (fitting >= letters.Length)
            return letters.Length;
        for (var end = fitting; end > start; end--)
        {
            if (MayBreak(letters[end - 1].Rune, letters[end].Rune))
                return end;
        }
        return fitting;
    }

    private static Letter[] Trimmed(ReadOnlySpan<Letter> line)
    {
        while (!line.IsEmpty && IsBlank(line[^1].Rune))
            line = line[..^1];
        return line.ToArray();
    }

    private static bool IsBlank(Rune rune) => rune.Value is ' ' or 0x3000;

    private static bool IsOneOf(Rune rune, string marks) => rune.IsBmp && marks.Contains((char)rune.Value);

    // Characters, their marks and full-width forms; what is narrower belongs to words.
    private static bool IsWide(Rune rune) => rune.Value is (>= 0x2E80 and <= 0xFFEF and not (>= 0xA000 and <= 0xF8FF)) or >= 0x20000 or '…' or '—' or '“' or '”' or '‘' or '’' or '□' or '✓';
}
