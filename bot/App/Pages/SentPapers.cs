using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;

namespace OneVisit.Bot.Pages;

/// <summary>
/// What residents and agents sent, as a browser gets it, at an origin of its own where one is set (<see cref="Papers.PaperDoor"/>): a photo is drawn in a document of its own that may run and load nothing and belongs to no origin; anything else
/// is put aside as a file and opened by a program of the reader's. What we made ourselves is shown as <see cref="FormFiles"/> does. Nobody guesses what it is, and no other site may draw it.
/// </summary>
internal static class SentPapers
{
    private static readonly Dictionary<string, (string Ending, bool Drawn)> Known = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = (".jpg", true), ["image/png"] = (".png", true), ["image/webp"] = (".webp", true), ["image/heic"] = (".heic", false), ["application/pdf"] = (".pdf", false),
    };

    /// <summary>A photo that a browser draws; anything else is put aside as a file.</summary>
    public static bool IsDrawn(Paper paper) => Known.GetValueOrDefault(paper.ContentType).Drawn;

    /// <param name="name">Of the file, without its ending; of nobody.</param>
    public static IResult Of(HttpContext http, Paper paper, string name)
    {
        if (!paper.Sent) return FormFiles.Of(http, paper, name);
        var (ending, drawn) = Known.GetValueOrDefault(paper.ContentType, ("", false));
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Letters, digits and a dash: as it stands, it is a name in every header (RFC 6266).
        var plain = new string([.. name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(60)]);
        headers.ContentDisposition = $"{(drawn ? "inline" : "attachment")}; filename=\"{plain}{ending}\"";
        return Results.Bytes(paper.Content, ending.Length > 0 ? paper.ContentType : "application/octet-stream");
    }
}
