using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Cases;

/// <summary>Events as stored text: camelCase, names in kebab case, money as a number, nothing for <c>null</c>; properties in the order they are declared.</summary>
public static class JournalJson
{
    private static readonly Dictionary<Type, string> Names = typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    /// <summary>For records that hold domain values and are kept as text.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static string TypeOf(CaseEvent happened) => Names[happened.GetType()];

    /// <summary>With all words in clear.</summary>
    public static string Write(CaseEvent happened) => Write(happened, null);

    /// <param name="ink">Of the journal; <c>null</c>: words stay in clear.</param>
    public static string Write(CaseEvent happened, JournalInk? ink) => SealedInJournalAttribute.Using(ink, happened, static said => JsonSerializer.Serialize(said, Options));

    /// <summary>With words as they stand there.</summary>
    /// <exception cref="JsonException">The text is no event of this program.</exception>
    public static CaseEvent Read(string body) => Read(body, null);

    /// <param name="ink">Of the journal; <c>null</c>: words are left as they stand there.</param>
    /// <exception cref="JsonException">The text is no event of this program.</exception>
    public static CaseEvent Read(string body, JournalInk? ink) => SealedInJournalAttribute.Using(
        ink, body, static kept => JsonSerializer.Deserialize<CaseEvent>(kept, Options) ?? throw new JsonException("An event is never null."));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new MoneyAsNumber());
        options.MakeReadOnly();
        return options;
    }

    private sealed class MoneyAsNumber : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Yuan);
    }
}
