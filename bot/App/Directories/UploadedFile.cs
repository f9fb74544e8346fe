using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OneVisit.Contracts;

namespace OneVisit.Bot.Directories;

/// <summary>
/// The file of a form, read as it comes. A browser whose upload is broken off shows its own page of errors: so what is too large is read to its end, kept by nobody,
/// and told of on ours.
/// </summary>
/// <param name="Bytes"><c>null</c>: larger than a directory can be.</param>
/// <param name="Note">Why it is handed in; empty: nothing was said.</param>
internal sealed record UploadedFile(string Name, byte[]? Bytes, string Note)
{
    private const int LongestField = 4 * 1024;
    private const int LongestBoundary = 100;

    /// <returns><c>null</c>: no file was chosen.</returns>
    public static async Task<UploadedFile?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return null;
        var (name, bytes, note) = ("", (byte[]?)[], "");
        var parts = new MultipartReader(boundary, request.Body);
        try
        {
            while (await parts.ReadNextSectionAsync(stop) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var what))
                    continue;
                if (what.FileName.HasValue || what.FileNameStar.HasValue)
                    (name, bytes) = (Path.GetFileName(HeaderUtilities.RemoveQuotes(what.FileNameStar.HasValue ? what.FileNameStar : what.FileName).Value ?? ""), await BoundedAsync(part.Body, DirectoryFileSize.MostMegabytes * 1024 * 1024, stop));
                else if (HeaderUtilities.RemoveQuotes(what.Name) == "note")
                    note = Encoding.UTF8.GetString(await BoundedAsync(part.Body, LongestField, stop) ?? []);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
        return name.Length == 0 && bytes is { Length: 0 } ? null : new(name, bytes, note.Trim());
    }

    private static async Task<byte[]?> BoundedAsync(Stream body, int most, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var (buffer, isTooLong) = (new byte[64 * 1024], false);
        int read;
        while ((read = await body.ReadAsync(buffer, stop)) > 0)
        {
            isTooLong |= kept.Length + read > most;
            if (!isTooLong) kept.Write(buffer, 0, read);
            else kept.SetLength(0);
        }
        return isTooLong ? null : kept.ToArray();
    }
}
