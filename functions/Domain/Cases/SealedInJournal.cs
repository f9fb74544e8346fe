using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Words that somebody wrote, or what somebody told: they may say anything about a person. In the journal they stand sealed with its data key, and the hash is over what stands there; whoever
/// reads the journal has them in clear.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SealedInJournalAttribute : JsonConverterAttribute
{
    // Serializing does not leave its thread, and the options, which are made once, know no journal.
    [ThreadStatic]
    private static JournalInk? ink;

    /// <param name="typeToConvert">A text, a list of texts or what finds a person.</param>
    public override JsonConverter CreateConverter(Type typeToConvert) => typeToConvert == typeof(string) ? new Words() : typeToConvert == typeof(PersonHash) ? new Hash() : new ListOfWords();

    /// <summary>Writes or reads an event of one journal.</summary>
    /// <param name="with"><c>null</c>: words stay as they are.</param>
    internal static T Using<TFrom, T>(JournalInk? with, TFrom from, Func<TFrom, T> turn)
    {
        var before = ink;
        ink = with;
        try
        {
            return turn(from);
        }
        finally
        {
            ink = before;
        }
    }

    private static string? Opened(string? kept) => kept is not null && ink is { } known ? known.Open(kept) : kept;

    private static string Sealed(string words) => ink is { } known ? known.Seal(words) : words;

    private sealed class Words : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Opened(reader.GetString());

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Sealed(value));
    }

    private sealed class Hash : JsonConverter<PersonHash>
    {
        public override PersonHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Opened(reader.GetString()) ?? "");

        public override void Write(Utf8JsonWriter writer, PersonHash value, JsonSerializerOptions options) => writer.WriteStringValue(Sealed(value.Text));
    }

    private sealed class ListOfWords : JsonConverter<ImmutableArray<string>>
    {
        public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. (JsonSerializer.Deserialize<string[]>(ref reader, options) ?? throw new JsonException("A list is never null.")).Select(kept => Opened(kept)!)];

        public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Select(Sealed), options);
    }
}
