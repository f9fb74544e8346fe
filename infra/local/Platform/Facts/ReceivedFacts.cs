using System.Security.Cryptography;
using System.Text.Json;

namespace OneVisit.Local.Platform.Facts;

/// <summary>What was told to the platform, the latest ten thousand. Whom it is about is kept as a hash only.</summary>
internal sealed class ReceivedFacts
{
    public const string Registry = "facts";

    private const int Most = 10_000;

    private readonly Lock order = new();
    private readonly Dictionary<string, ReceivedFact> byKey = new(StringComparer.Ordinal);
    private readonly Queue<string> keys = new();

    public IReadOnlyList<ReceivedFact> All
    {
        get
        {
            lock (order)
                return [.. keys.Select(key => byKey[key])];
        }
    }

    /// <returns><c>true</c>: new; <c>false</c>: the same was there; <c>null</c>: something else was.</returns>
    public bool? Take(string key, string number, string what, JsonElement content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
        lock (order)
        {
            if (byKey.TryGetValue(key, out var there))
            {
                byKey[key] = there with { Times = there.Times + 1 };
                return there.Content == hash ? false : null;
            }
            byKey[key] = new(key, what, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(number)))[..12], hash, 1);
            keys.Enqueue(key);
            if (keys.Count > Most)
                byKey.Remove(keys.Dequeue());
            return true;
        }
    }
}

/// <param name="Times">How often it came.</param>
internal sealed record ReceivedFact(string Key, string What, string Person, string Content, int Times);
