using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace OneVisit.Functions.Directories.Files;

/// <summary>Which styles of a workbook show a number as a day.</summary>
internal sealed partial class DayStyles
{
    private readonly HashSet<int> styles = [];

    public static DayStyles None { get; } = new();

    public bool Has(int style) => styles.Contains(style);

    public static DayStyles Read(XmlReader xml)
    {
        var days = new DayStyles();
        var own = new HashSet<int>();
        var (next, isAmongCells) = (0, false);
        foreach (var element in xml.Each("numFmt", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "xf"))
        {
            if (element.LocalName == "numFmt")
            {
                if (IsDay(element.GetAttribute("formatCode") ?? "") && Number(element, "numFmtId") is { } id)
                    own.Add(id);
            }
            else if (element.LocalName != "xf")
                isAmongCells = element.LocalName == "cellXfs";
            else if (isAmongCells)
            {
                if (Number(element, "numFmtId") is { } format && (own.Contains(format) || IsBuiltIn(format)))
                    days.styles.Add(next);
                next++;
            }
        }
        return days;
    }

    // Those of the standard, and those that a Chinese Excel has beside (27-36, 50-58). Times of day without a day are not among them.
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool IsDay(string format) => Quoted().Replace(format, "") is var plain && plain.IndexOfAny(['y', 'Y', 'd', 'D', 'e']) >= 0 && !Exponent().IsMatch(plain);

    private static int? Number(XmlReader element, string name) => int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is shown as it stands: quoted, behind a backslash, or a colour, language or condition in brackets.</summary>
    [GeneratedRegex(@"""[^""]*""|\\.|\[[^\]]*\]|General", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[0#?]E[+-]", RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();
}
