using System.Collections.Immutable;
using System.Text;
using OneVisit.Papers.Setting;
using SkiaSharp;

namespace OneVisit.Papers;

/// <summary>A finished paper.</summary>
/// <param name="Content">The PDF: A4, its text selectable and searchable, the shapes of its characters within.</param>
/// <param name="Missing">Characters that the font has not; on the paper stands <see cref="PaperPress.MissingSign"/> in their place. Each once, in order.</param>
public sealed record PrintedPaper(byte[] Content, int Pages, ImmutableArray<Rune> Missing);

/// <summary>Sets and prints papers. Whatever stands in them is text: nothing in it is read as markup.</summary>
public static class PaperPress
{
    /// <summary>What printers set for a character they have not: the geta mark.</summary>
    public const char MissingSign = '〓';

    public static PrintedPaper Print(Paper paper)
    {
        var type = new TypeCase(PaperFont.Shared);
        var pages = Typesetter.Set(paper, type);
        using var file = new MemoryStream();
        using (var stream = new SKManagedWStream(file))
        using (var document = SKDocument.CreatePdf(stream, Metadata(paper.Head)) ?? throw new InvalidOperationException("This machine's Skia makes no PDF."))
        {
            using var pen = new Pen(document, PaperFont.Shared);
            foreach (var page in pages)
                pen.Draw(page);
            document.Close();
        }
        return new(PdfCatalog.InLanguage(file.ToArray(), paper.Head.Language), pages.Count, type.Missing);
    }

    private static SKDocumentPdfMetadata Metadata(PaperHead head) => new()
    {
        Title = TypedLine.Clean(head.Title.Words),
        Author = TypedLine.Clean(head.Author),
        Creator = "OneVisit",
        Producer = "OneVisit",
        Creation = head.PrintedAt.UtcDateTime,
        Modified = head.PrintedAt.UtcDateTime,
        EncodingQuality = 101,
        RasterDpi = 300,
    };
}
