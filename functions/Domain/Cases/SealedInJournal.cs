using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Words that somebody wrote, or what somebody told: they may say anything about a person. In the journal they stand sealed with its data key, and the hash is over what stands there; whoever
/// reads the journal has them in clear. A text, or a list of texts, is sealed as it is; any other value as its JSON, filled up so that its length says neither yes nor no. So is a text of a closed set.
/// </summary>
/// <param name="gone">JSON of what is read where the key was destroyed, or by who has no ink; <c>null</c>: nothing, or the default of what is never nothing. Free texts have none and are read as empty.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SealedInJournalAttribute(string? gone = null) : JsonConverterAttribute
{
    // Serializing does not leave its thread, and the options, which are made once, know no journal.
    [ThreadStatic]
    private static JournalInk? ink;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) =>
        typeToConvert == typeof(string) && gone is null ? new Words()
        : typeToConvert == typeof(PersonHash) ? new Hash()
        : typeToConvert == typeof(ImmutableArray<string>) ? new ListOfWords()
        : (JsonConverter)Activator.CreateInstance(typeof(Told<>).MakeGenericType(typeToConvert), gone)!;

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

    // What is sealed in it by itself is not sealed twice; it was, one by one, in journals from before the whole was.
    private sealed class Told<T>(string? gone) : JsonConverter<T>
    {
        private const int Short = 32;
        private const int Long = 256;

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } kept || !JournalSealer.IsSealed(kept))
                return JsonSerializer.Deserialize<T>(ref reader, options);
            return (ink?.OpenTold(kept) ?? gone) is { } json ? Using(null, json, text => JsonSerializer.Deserialize<T>(text, options)) : default;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (ink is { } known)
                writer.WriteStringValue(known.SealTold(Filled(Using(null, value, told => JsonSerializer.Serialize(told, options)))));
            else
                JsonSerializer.Serialize(writer, value, options);
        }

        private static string Filled(string json)
        {
            var bytes = System.Text.Encoding.UTF8.GetByteCount(json);
            var step = bytes <= Short ? Short : Long;
            return json + new string(' ', (step - (bytes % step)) % step);
        }
    }
}
