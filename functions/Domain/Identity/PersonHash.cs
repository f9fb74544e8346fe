using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneVisit.Domain.Identity;

/// <summary>
/// Keyed hashes of one ID number, under one look-up key or several: <c>{key id}.{hash}</c>, under the first key the hash alone. Stored is the first of them. Two are of the same person when
/// they have one in common; there is no <c>==</c>, since a hash under one key says nothing of one under another.
/// </summary>
[JsonConverter(typeof(AsText))]
[SuppressMessage("Usage", "CA2231:Overload operator equals on overriding value type Equals", Justification = "Whoever compares is to ask IsOf.")]
public readonly struct PersonHash : IEquatable<PersonHash>
{
    private readonly ImmutableArray<string> texts;

    /// <param name="texts">The one to be stored first.</param>
    public PersonHash(params ReadOnlySpan<string> texts) => this.texts = [.. texts];

    /// <summary>As it was stored, under the key of its time.</summary>
    public static implicit operator PersonHash(string text) => new(text);

    /// <summary>As it is stored. Empty: it was erased with its journal.</summary>
    public string Text => Texts is [var first, ..] ? first : "";

    /// <summary>Under each key, the one to be stored first.</summary>
    public ImmutableArray<string> Texts => texts.IsDefault ? [] : texts;

    /// <summary>Id of the key that a hash was made with.</summary>
    public static string KeyOf(string text) => text.IndexOf('.', StringComparison.Ordinal) is > 0 and var end ? text[..end] : SealingKeys.First;

    /// <summary>Both are of the same number.</summary>
    public bool IsOf(PersonHash other) => other.Texts.Any(Is);

    /// <summary>One of them is just that.</summary>
    public bool Is(string text) => text.Length > 0 && Texts.Contains(text, StringComparer.Ordinal);

    /// <summary>As <see cref="Is"/>; also where it was made with a key that nobody has any more, or nothing is known of the person, so that it cannot be told.</summary>
    public bool MayBe(string text) => Is(text) || !Texts.Any(own => own.Length > 0 && KeyOf(own) == KeyOf(text));

    /// <summary>They are stored alike. Whose they are, <see cref="IsOf"/> tells.</summary>
    public bool Equals(PersonHash other) => Text == other.Text;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is PersonHash other && Equals(other);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private sealed class AsText : JsonConverter<PersonHash>
    {
        public override PersonHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, PersonHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
