using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneVisit.Domain.Identity;

namespace OneVisit.Local.Host.Runtime;

/// <summary>
/// What orchestrations were given and gave, for eyes that need no person: ID numbers and telephone numbers by head and tail only,
/// and no more than a screenful.
/// </summary>
internal static partial class Masking
{
    private const int Screenful = 4000;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="stored">JSON, or a plain text.</param>
    public static string? Json(string? stored)
    {
        if (stored is null) return null;
        try
        {
            return Cut(Text(Plain(JsonNode.Parse(stored))));
        }
        catch (JsonException)
        {
            return Cut(Text(stored));
        }
    }

    public static string Text(string text) =>
        Telephone().Replace(WrittenIds.Masked(text), found => PhoneNumber.Read(found.Value)?.Masked ?? found.Value);

    // Written out first: a number may stand in JSON as escapes.
    private static string Plain(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString(Readable) ?? "null";

    private static string Cut(string text) => text.Length <= Screenful ? text : string.Concat(text.AsSpan(0, Screenful), "…");

    // As long as a telephone number may be with its separators, and no part of something longer.
    [GeneratedRegex(@"(?<![0-9A-Za-z\uFF10-\uFF19])(?:\+86[ -]?)?[(]?[01\uFF10\uFF11](?:[ ()-]{0,2}[0-9\uFF10-\uFF19]){9,11}(?![0-9A-Za-z\uFF10-\uFF19])")]
    private static partial Regex Telephone();
}
