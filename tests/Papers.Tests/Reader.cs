using UglyToad.PdfPig;

namespace OneVisit.Papers.Tests;

/// <summary>Reads a PDF as somebody else's program does.</summary>
internal static class Reader
{
    /// <summary>The text of all pages in the order it was set, without blanks: lines may have been broken anywhere.</summary>
    public static string TextOf(byte[] pdf) => string.Concat(PagesOf(pdf));

    public static string[] PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => Packed(page.Text))];
    }

    public static string Packed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
