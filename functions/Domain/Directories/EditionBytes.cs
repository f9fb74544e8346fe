using System.Security.Cryptography;
using System.Text.Json;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Directories;

/// <summary>An edition as it is kept. The same content is the same bytes, in whatever order it was told, and their digest is its id.</summary>
public static class EditionBytes
{
    // As long as those of catalogues.
    private const int DigestBytes = 8;

    /// <summary>UTF-8 JSON.</summary>
    public static byte[] Of(DirectoryEdition edition) => JsonSerializer.SerializeToUtf8Bytes(edition.Ordered(), JournalJson.Options);

    /// <summary>Digest of the bytes as they are kept.</summary>
    public static string Id(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, DigestBytes));

    /// <returns><c>null</c>: the bytes are no edition.</returns>
    public static DirectoryEdition? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<DirectoryEdition>(bytes, JournalJson.Options) is { Villages.IsDefault: false, Grids.IsDefault: false, People.IsDefault: false, Points.IsDefault: false } edition
                ? edition
                : null;
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
