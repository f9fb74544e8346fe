using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>JSON as it travels: UTF-8, Chinese unescaped, one property of a name in whatever case.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    // As at the bot, whose reader takes "From" for "from": what is not the sender's to say has to be found however it is written.
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.JsonDepth, AllowDuplicateProperties = false };

    /// <summary>The object in these bytes, or null when they are anything else, down to text that is not Unicode.</summary>
    public static JsonObject? Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return IsUnicode(utf8) ? JsonNode.Parse(utf8, AnyCase, Strict) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Json);

    /// <summary>A string property, or null when absent or of another type.</summary>
    public static string? Text(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // The parser takes broken UTF-8 and lone surrogates as they come; writing them again fails much later.
    private static bool IsUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Limits.JsonDepth });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
