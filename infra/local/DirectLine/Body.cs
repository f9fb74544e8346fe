using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OneVisit.Local.DirectLine.Conversations;

namespace OneVisit.Local.DirectLine;

/// <summary>Reads request bodies up to a limit, in memory only: what residents send never touches a temporary file.</summary>
internal static class Body
{
    /// <summary>The bytes, or null when there are more than <paramref name="limit"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit) return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        return await ReadAsync(request.Body, limit, request.HttpContext.RequestAborted);
    }

    /// <summary>The activity that is the whole body.</summary>
    public static async Task<(JsonObject? Activity, Refusal? No)> ReadActivityAsync(HttpRequest request)
    {
        var bytes = await ReadAsync(request, Limits.Activity);
        if (bytes is null) return (null, Refusal.TooBig);
        return Wire.Read(bytes) is { } activity ? (activity, null) : (null, Refusal.Bad("The body is not an activity"));
    }

    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            while (await stream.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                if (bytes.Length + read > limit) return null;
                bytes.Write(buffer, 0, read);
            }

            return bytes.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
