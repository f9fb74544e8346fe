using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneVisit.Bot.State;

/// <summary>An effect waiting for the back office to come back.</summary>
/// <param name="ServiceUrl">Of the channel by which files of it came.</param>
internal sealed record PendingErrand(string Kind, string Json, string? ServiceUrl)
{
    /// <summary>When the person wished it; <c>null</c>: kept since before it was noted.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What they had proven then.</summary>
    public ImmutableArray<string> Proofs { get; init; } = [];
}

/// <summary>Reads also what was written while there was one errand at most: the errand alone, or nothing.</summary>
internal sealed class PendingErrandsConverter : JsonConverter<ImmutableArray<PendingErrand>>
{
    public override ImmutableArray<PendingErrand> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.StartObject => [JsonSerializer.Deserialize<PendingErrand>(ref reader, options)!],
        _ => [.. JsonSerializer.Deserialize<PendingErrand[]>(ref reader, options)!],
    };

    public override void Write(Utf8JsonWriter writer, ImmutableArray<PendingErrand> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToArray(), options);
}
