using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>A name as it may hang in public: one character and a star, <c>张*</c>. It cannot hold more.</summary>
[JsonConverter(typeof(Converter))]
public sealed partial class MaskedName
{
    private readonly string text;

    /// <exception cref="ArgumentException">More than one character, or no star behind it. What was given is not repeated: it may be a name.</exception>
    public MaskedName(string text) => this.text = Masked().IsMatch(text) ? text : throw new ArgumentException("Only one character and a star are a masked name.", nameof(text));

    public override string ToString() => text;

    public override bool Equals(object? obj) => obj is MaskedName other && other.text == text;

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    // A surrogate pair is one character.
    [GeneratedRegex(@"^([\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s*])\*\z")]
    private static partial Regex Masked();

    private sealed class Converter : JsonConverter<MaskedName>
    {
        public override MaskedName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, MaskedName value, JsonSerializerOptions options) => writer.WriteStringValue(value.text);
    }
}
