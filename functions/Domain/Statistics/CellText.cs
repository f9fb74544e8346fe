using System.Globalization;
using System.Text;

namespace OneVisit.Domain.Statistics;

/// <summary>Cells as short text: most places of most cells are empty, and a page reads many thousands of them.</summary>
internal static class CellText
{
    public static string Write(IEnumerable<KeyValuePair<int, int>> pairs)
    {
        var text = new StringBuilder();
        foreach (var (place, count) in pairs)
            text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{place}={count}");
        return text.ToString();
    }

    public static Cell Read(ReadOnlySpan<char> text)
    {
        var (counts, days, corrections) = (new int[Cell.Size], new SortedDictionary<int, int>(), new SortedDictionary<int, int>());
        var part = 0;
        foreach (var range in text.Split('|'))
        {
            foreach (var pair in text[range].Split(' '))
            {
                var one = text[range][pair];
                if (one.IsEmpty)
                    continue;
                var middle = one.IndexOf('=');
                if (middle < 1)
                    throw new FormatException("A cell is made of pairs.");
                var (place, count) = (int.Parse(one[..middle], CultureInfo.InvariantCulture), int.Parse(one[(middle + 1)..], CultureInfo.InvariantCulture));
                if (part == 0)
                    counts[place is >= 0 and < Cell.Size ? place : throw new FormatException("A cell has no such place.")] = count;
                else
                    (part == 1 ? days : corrections)[place] = count;
            }
            part++;
        }
        return part == 3 ? new Cell(counts, days, corrections) : throw new FormatException("A cell has three parts.");
    }
}
