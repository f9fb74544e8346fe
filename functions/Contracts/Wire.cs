using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneVisit.Contracts;

/// <summary>How records travel: camelCase JSON, nothing for <c>null</c>, numbers as numbers.</summary>
public static class Wire
{
    public static JsonSerializerOptions Json { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        json.MakeReadOnly(populateMissingResolver: true);
        return json;
    }
}
