using System.Collections.Immutable;
using System.Text.Json;

namespace OneVisit.Conversation;

/// <summary>Reads what an adaptive card posted into plain text fields.</summary>
public static class PostedFields
{
    /// <summary>More fields than any card of ours has.</summary>
    public const int MostFields = 40;

    /// <summary>Longest value kept; the rest is cut off.</summary>
    public const int LongestValue = 2_000;

    /// <summary>Top-level texts, numbers and booleans of an object. Everything else, and everything past the bounds, is left out.</summary>
    public static ImmutableDictionary<string, string> Read(JsonElement posted)
    {
        if (posted.ValueKind != JsonValueKind.Object) return ImmutableDictionary<string, string>.Empty;
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in posted.EnumerateObject())
        {
            if (fields.Count == MostFields) break;
            if (Plain(property.Value) is { } text && property.Name.Length <= 64)
                fields[property.Name] = text.Length <= LongestValue ? text : text[..LongestValue];
        }
        return fields.ToImmutable();
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
