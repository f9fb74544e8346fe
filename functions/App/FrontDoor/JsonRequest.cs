using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What came of reading a JSON body: the value, or the problem to answer with.</summary>
public readonly record struct JsonReading<T>(T? Value, IActionResult? Problem)
    where T : class;

/// <summary>Reads JSON bodies, never more than <see cref="MostBytes"/>.</summary>
public static class JsonRequest
{
    public const int MostBytes = 64 * 1024;

    public static async Task<JsonReading<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (!request.HasJsonContentType())
            return new(null, Problems.Malformed(request));
        if (await BoundedBody.ReadAsync(request, MostBytes, cancellation) is not { } bytes)
            return new(null, Problems.FormTooLarge(request));
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Wire.Json) is { } value ? new(value, null) : new(null, Problems.Malformed(request));
        }
        catch (JsonException)
        {
            return new(null, Problems.Malformed(request));
        }
    }
}

/// <summary>Reads a body up to a bound, whatever its headers promise.</summary>
public static class BoundedBody
{
    /// <returns><c>null</c>: longer than <paramref name="most"/> bytes.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        using var kept = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
