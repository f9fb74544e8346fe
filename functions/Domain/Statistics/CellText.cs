using System.Globalization;
using System.Text;

namespace OneVisit.Domain.Statistics;

/// <summary>Cells as short text: most places of most cells are empty, and a page reads many thousands of them.</summary>
internal static class CellText
{
    // Ten years in days: what a text says beyond is no cell of ours.
    private const int MostPlaces = 3_660;

    public static string Write(ReadOnlySpan<int> numbers)
    {
        var text = new StringBuilder();
        for (var place = 0; place < numbers.Length; place++)
        {
            if (numbers[place] != 0)
                text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{place}={numbers[place]}");
        }
        return text.ToString();
    }

    public static Cell Read(ReadOnlySpan<char> text)
    {
        var (first, second) = (text.IndexOf('|'), text.LastIndexOf('|'));
        if (first < 0 || first == second || text[(first + 1)..second].Contains('|'))
            throw new FormatException("A cell has three parts.");
        return new(Numbers(text[..first], Cell.Size), Numbers(text[(first + 1)..second], MostPlaces), Numbers(text[(second + 1)..], MostPlaces));
    }

    private static int[] Numbers(ReadOnlySpan<char> text, int most)
    {
        if (text.IsEmpty)
            return [];
        // Places rise, so the last of them tells how many there are.
        var last = text[(text.LastIndexOf(' ') + 1)..];
        var numbers = new int[Place(last[..Math.Max(0, last.IndexOf('='))], most) + 1];
        foreach (var range in text.Split(' '))
        {
            var pair = text[range];
            var middle = pair.IndexOf('=');
            numbers[Place(pair[..Math.Max(0, middle)], numbers.Length)] = int.Parse(pair[(middle + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }
        return numbers;
    }

    private static int Place(ReadOnlySpan<char> text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < most ? place : throw new FormatException("A cell has no such place.");
}
