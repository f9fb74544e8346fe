using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Domain.Directories;

namespace OneVisit.Functions.Directories.Files;

/// <summary>What a cell of a workbook holds, as text: days as ISO days, numbers with all their digits.</summary>
/// <param name="is1904">Days are counted from 1904, as old Macintosh workbooks do.</param>
internal sealed class CellText(IReadOnlyList<string> shared, DayStyles styles, bool is1904)
{
    /// <summary>From here on a number of a spreadsheet has lost digits: it keeps fifteen.</summary>
    private const decimal Fifteen = 1_000_000_000_000_000m;

    /// <param name="type">Attribute <c>t</c> of the cell.</param>
    /// <param name="raw">As it is stored.</param>
    /// <returns><c>null</c>: digits are lost.</returns>
    public string? Of(string? type, int style, string raw) => type switch
    {
        "s" => shared[int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture)],
        "str" => PartXml.Unescaped(raw),
        "inlineStr" => raw,
        "b" => raw == "1" ? "TRUE" : "FALSE",
        "e" => raw,
        "d" => raw.Length > 10 && raw[10] == 'T' ? raw[..10] : raw,
        _ => raw.Length == 0 ? "" : Number(raw, styles.Has(style)),
    };

    private string? Number(string raw, bool isDay)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : raw;
        if (isDay)
            return Day(number) ?? raw;
        if (Math.Abs(number) >= Fifteen)
            return null;
        // A binary fraction shows itself behind the fifteenth digit.
        return decimal.Truncate(number) == number ? number.ToString("0", CultureInfo.InvariantCulture) : ((double)number).ToString("G15", CultureInfo.InvariantCulture);
    }

    // The spreadsheet's calendar has a 29 February 1900; the days before it are one off, and no directory has them.
    private string? Day(decimal serial)
    {
        var days = decimal.Truncate(serial) + (is1904 ? 1462 : 0);
        if (days is < 61 or > 2_958_465)
            return null;
        var day = new DateTime(1899, 12, 30).AddDays((int)days);
        return decimal.Truncate(serial) == serial
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day.AddSeconds((double)Math.Round((serial - decimal.Truncate(serial)) * 86_400)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

/// <summary>Days typed as text, as people type them: 2026-11-27, 2026/11/27, 2026.11.27, 2026年11月27日.</summary>
internal static partial class DayText
{
    private static readonly HashSet<string> Headings =
    [
        .. from sheet in DirectorySheets.All
           from column in sheet.Columns
           where column.Key is "from" or "to" or "passed" or "until" or "signed" or "agreement-until"
           from heading in new[] { column.Heading.Zh, column.Heading.En }
           select Plain(heading),
    ];

    /// <summary>Whether that is the heading of a column of days. A name that looks like a day stays a name.</summary>
    public static bool IsColumn(string heading) => Headings.Contains(Plain(heading));

    /// <summary>The ISO day, or the text as it is when it is none.</summary>
    public static string Iso(string text) =>
        Typed().Match(text.Normalize(NormalizationForm.FormKC).Trim()) is { Success: true } day
        && DateOnly.TryParseExact($"{day.Groups[1].Value}-{day.Groups[2].Value}-{day.Groups[3].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)
            ? iso.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static string Plain(string heading) => heading.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    [GeneratedRegex(@"^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?\z")]
    private static partial Regex Typed();
}
