using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using OneVisit.Contracts;

namespace OneVisit.Functions.Operations;

/// <summary>Writes OpenAPI 3.1 of the table of operations; the schemas are those of the wire records themselves.</summary>
internal static partial class OpenApiDocument
{
    private const string Scheme = "frontDoor";

    public static string Write(IEnumerable<Operation> operations)
    {
        var schemas = new SchemaBook();
        var paths = new JsonObject();
        foreach (var route in operations.GroupBy(operation => operation.Route))
            paths["/" + Routes.Prefix + route.Key] = new JsonObject(route.Select(operation => KeyValuePair.Create(operation.Method, (JsonNode?)Describe(operation, schemas))));
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "OneVisit back office", ["version"] = "1.0.0" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { [Scheme] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = schemas.All(),
            },
        };
        return document.ToJsonString(Wire.Json);
    }

    private static JsonObject Describe(Operation operation, SchemaBook schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = operation.Function,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([.. Parameters(operation)]),
            ["responses"] = Responses(operation, schemas),
        };
        if (operation.Body is { } body)
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(body, schemas) };
        if (operation.SignedIn)
            described["security"] = new JsonArray(new JsonObject { [Scheme] = new JsonArray() });
        return described;
    }

    private static IEnumerable<JsonNode> Parameters(Operation operation)
    {
        foreach (Match match in RouteValue().Matches(operation.Route))
            yield return Parameter(match.Groups[1].Value, "path", required: true);
        foreach (var name in operation.Query)
            yield return Parameter(name.TrimEnd('?'), "query", required: !name.EndsWith('?'));
        yield return Parameter("Accept-Language", "header", required: false);
        foreach (var name in operation.Headers)
            yield return Parameter(name.TrimEnd('?'), "header", required: !name.EndsWith('?'));
    }

    private static JsonObject Parameter(string name, string place, bool required) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = required,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Responses(Operation operation, SchemaBook schemas)
    {
        var responses = new JsonObject();
        var good = new JsonObject { ["description"] = "Done" };
        if (operation.Answer is { } answer)
            good["content"] = Content(answer, schemas);
        responses[Text(operation.Status)] = good;
        foreach (var status in operation.SignedIn ? operation.Problems.Prepend(401).Append(429).Distinct() : operation.Problems)
        {
            responses[Text(status)] = new JsonObject
            {
                ["description"] = "Problem details (RFC 9457)",
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schemas.Of(typeof(Problem)) } },
            };
        }
        return responses;
    }

    private static JsonObject Content(Type type, SchemaBook schemas) => type == typeof(byte[])
        ? new() { ["application/octet-stream"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } } }
        : new() { ["application/json"] = new JsonObject { ["schema"] = schemas.Of(type) } };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex RouteValue();

    private sealed class SchemaBook
    {
        private readonly SortedDictionary<string, Type> types = new(StringComparer.Ordinal);

        public JsonNode Of(Type type)
        {
            if (type == typeof(object))
                return new JsonObject { ["type"] = "object" };
            if (type.GetElementType() is { } element)
                return new JsonObject { ["type"] = "array", ["items"] = Of(element) };
            types[type.Name] = type;
            return new JsonObject { ["$ref"] = "#/components/schemas/" + type.Name };
        }

        public JsonObject All() => new(types.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Rooted(Wire.Json.GetJsonSchemaAsNode(pair.Value, ExporterOptions), pair.Key))));

        // A record that stands twice in a schema is a pointer from its root the second time; here the root is the document.
        private static JsonNode Rooted(JsonNode schema, string name)
        {
            foreach (var inner in schema switch { JsonObject map => map.Select(pair => pair.Value), JsonArray items => items, _ => [] })
            {
                if (inner is not null)
                    Rooted(inner, name);
            }
            if (schema is JsonObject { } pointing && pointing["$ref"] is JsonValue pointer)
                pointing["$ref"] = string.Concat("#/components/schemas/", name, pointer.GetValue<string>().AsSpan(1));
            return schema;
        }

        private static readonly JsonSchemaExporterOptions ExporterOptions = new() { TreatNullObliviousAsNonNullable = true };
    }
}
