using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OneVisit.Local.DirectLine.Conversations;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>A file of an upload. The type is what the sender says; the bot looks at the bytes.</summary>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes);

/// <summary>The content of an upload: an activity (an empty message when none came) and files.</summary>
internal sealed record Parcel(JsonObject Activity, IReadOnlyList<UploadedFile> Files)
{
    private const string ActivityType = "application/vnd.microsoft.activity";

    public static async Task<(Parcel? Parcel, Refusal? No)> ReadAsync(HttpRequest request, byte[] bytes)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return (null, Refusal.Missing("Content-Type"));
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var alone);
            return bytes.Length == 0 ? (null, Refusal.Bad("The file is empty")) : (new Parcel(Message(), [File(alone, type.MediaType.ToString(), bytes)]), null);
        }

        try
        {
            return await ReadPartsAsync(new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), new MemoryStream(bytes)));
        }
        catch (Exception malformed) when (malformed is IOException or InvalidDataException or ArgumentException)
        {
            return (null, Refusal.Bad("The body is not multipart/form-data"));
        }
    }

    private static async Task<(Parcel? Parcel, Refusal? No)> ReadPartsAsync(MultipartReader reader)
    {
        var activity = Message();
        var files = new List<UploadedFile>();
        while (await reader.ReadNextSectionAsync() is { } part)
        {
            var content = (await Body.ReadAsync(part.Body, Limits.Upload, CancellationToken.None))!;
            ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition);
            if (disposition?.Name == "activity" || part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
            {
                if (content.Length > Limits.UploadedActivity) return (null, Refusal.TooBig);
                if (Wire.Read(content) is not { } given) return (null, Refusal.Bad("The activity part is not an activity"));
                activity = given;
            }
            else
            {
                files.Add(File(disposition, part.ContentType, content));
            }
        }

        return files.Count == 0 ? (null, Refusal.Bad("No file in the body")) : (new Parcel(activity, files), null);
    }

    private static UploadedFile File(ContentDispositionHeaderValue? disposition, string? contentType, byte[] bytes)
    {
        var given = disposition is null ? null : HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var name = string.Concat((given ?? "").Split('/', '\\')[^1].Where(letter => !char.IsControl(letter)));
        return new UploadedFile(name.Length is 0 or > 200 ? "file" : name, string.IsNullOrWhiteSpace(contentType) ? "application/octet-stream" : contentType, bytes);
    }

    private static JsonObject Message() => new() { ["type"] = "message" };
}
