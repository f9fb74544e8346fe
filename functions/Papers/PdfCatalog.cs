using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OneVisit.Papers;

/// <summary>
/// What Skia does not say of a document: its language, and that its title is to be shown in place of the file's name. Added as an incremental
/// update (ISO 32000-1, 7.5.6): the catalogue once more, with a table that points to it. Structure tags are out of reach this way.
/// </summary>
internal static partial class PdfCatalog
{
    /// <param name="pdf">As Skia wrote it: one classic cross-reference table.</param>
    /// <exception cref="InvalidOperationException">It is not laid out so.</exception>
    public static byte[] InLanguage(byte[] pdf, string language)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (end, trailer) = (End().Match(text), Trailer().Match(text));
        var root = Root().Match(trailer.Value).Groups[1].Value;
        var catalogue = Regex.Match(text, $@"\n{root} 0 obj\n<<(.*?)>>\nendobj", RegexOptions.Singleline);
        if (!end.Success || root.Length == 0 || !catalogue.Success)
            throw new InvalidOperationException("The PDF is not laid out as expected.");
        var added = new StringBuilder("\n");
        var offset = pdf.Length + added.Length;
        added.Append(CultureInfo.InvariantCulture, $"{root} 0 obj\n<<{catalogue.Groups[1].Value}\n/Lang ({language})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n");
        var table = pdf.Length + added.Length;
        added.Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{offset:D10} 00000 n \n{trailer.Value[..trailer.Value.LastIndexOf(">>", StringComparison.Ordinal)]}/Prev {end.Groups[1].Value}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(added.ToString())];
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*\z")]
    private static partial Regex End();

    [GeneratedRegex(@"trailer\s*<<.*?>>(?=\s*startxref)", RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();
}
