using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneVisit.Contracts;
using OneVisit.Functions.Operations;

namespace OneVisit.Functions.Tests.FrontDoor;

/// <summary>Requests that nobody means well with, the same for the same number.</summary>
internal sealed partial class HostileRequest(int number)
{
    private static readonly string[] Texts =
    [
        "", " ", "'; DROP TABLE Cases;--", "' or PartitionKey ne '", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "../../etc/passwd", "..\\..\\windows\\win.ini",
        "%2e%2e%2f", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "[click](javascript:alert(1))", "line\r\nX-Injected: 1", "nul\0here", "\u202Egnp.exe", "\uFEFF", "👨‍👩‍👧‍👦𠮷", "Ａ１２３", "null", "undefined", "NaN", "-1", "0", "1e309",
        "99999999999999999999999", "2026-02-30", "0001-01-01", "9999-12-31", "2026-13", "staff:city-reviewer", "resident:", "village/370982103201", "370982197001010016", "D1.2", "approve", "decide-r1", "system",
        "OV-20261124-00000000", "_", ".", "..", "~002f", "!", "\u0001\u0002", "\u2028", "ﷺ", "zh-CN", "x-pirate",
    ];

    private readonly Random dice = new(number);

    public HttpRequestMessage Make(Operation operation, string caseId, string? token)
    {
        var route = Hole().Replace(operation.Route, hole => Uri.EscapeDataString(hole.Value.Contains("case", StringComparison.OrdinalIgnoreCase) && Happens(3) ? caseId : Named(hole.Value[1..^1])));
        var query = string.Join('&', operation.Query.Concat(Happens(5) ? [Text()] : []).Where(_ => !Happens(3)).Select(name => $"{Uri.EscapeDataString(name.TrimEnd('?'))}={Uri.EscapeDataString(Text())}"));
        var request = new HttpRequestMessage(Happens(20) ? Any(HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Put, HttpMethod.Post) : HttpMethod.Parse(operation.Method), $"{Routes.Prefix}{route}{(query.Length > 0 ? "?" + query : "")}");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("Accept-Language", Any("zh-CN", "en", "x-pirate;q=9", Ascii(Text())));
        foreach (var header in operation.Headers)
            request.Headers.TryAddWithoutValidation(header.TrimEnd('?'), Ascii(Text()));
        if (operation.Body is { } body)
            request.Content = Content(body);
        return request;
    }

    private HttpContent Content(Type body)
    {
        var bytes = dice.Next(6) switch
        {
            0 => RandomBytes(),
            1 => Encoding.UTF8.GetBytes(Any("{", "[]", "null", "\"text\"", "{\"a\":", "[[[[[[[[", new string('[', 5_000), "{\"a\":1,\"a\":2}", "1e400", "{}")),
            _ => Encoding.UTF8.GetBytes(Value(body, 0)?.ToJsonString() ?? "null"),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", Happens(10) ? Any("text/plain", "application/xml", "multipart/form-data; boundary=x", "image/svg+xml", "") : body == typeof(byte[]) ? Any("image/jpeg", "application/pdf", "application/zip") : "application/json");
        return content;
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[dice.Next(2_000)];
        dice.NextBytes(bytes);
        return bytes;
    }

    // Of the right shape as often as not, so that it comes through to what is behind the reading.
    private JsonNode? Value(Type type, int depth)
    {
        var real = Nullable.GetUnderlyingType(type) ?? type;
        if (Happens(12) || depth > 4)
            return Happens(2) ? null : JsonValue.Create(Text());
        if (real == typeof(string))
            return JsonValue.Create(Text());
        if (real == typeof(bool))
            return JsonValue.Create(Happens(2));
        if (real == typeof(DateOnly) || real == typeof(DateTimeOffset))
            return JsonValue.Create(Any("2026-11-20", "0001-01-01", "9999-12-31", "2026-02-30", "yesterday"));
        if (real.IsPrimitive || real == typeof(decimal))
            return Any(JsonValue.Create(0), JsonValue.Create(-1), JsonValue.Create(1), JsonValue.Create(int.MaxValue), JsonValue.Create(long.MinValue), JsonValue.Create(0.1), JsonNode.Parse("1e300")!);
        if (real.IsEnum)
            return JsonValue.Create(Any("0", "x", Enum.GetNames(real)[0]));
        if (ElementOf(real) is { } element)
            return new JsonArray([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Value(element, depth + 1))]);
        var made = new JsonObject();
        foreach (var property in real.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && !Happens(5)))
            made[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = property.PropertyType == typeof(string) ? JsonValue.Create(Named(property.Name)) : Value(property.PropertyType, depth + 1);
        return made;
    }

    // What names a submission is a number that anybody can make up.
    private string Named(string name) => name.Equals("submissionId", StringComparison.OrdinalIgnoreCase) && Happens(2) ? SomeGuid().ToString() : Text();

    private Guid SomeGuid()
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return new(bytes);
    }

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : new[] { type }.Concat(type.GetInterfaces()).FirstOrDefault(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private string Text() => Happens(40) ? new string('长', dice.Next(1, 1_500)) : Happens(10) ? dice.Next().ToString(CultureInfo.InvariantCulture) : Texts[dice.Next(Texts.Length)];

    private static string Ascii(string text) => string.Concat(text.Where(sign => sign is >= ' ' and <= '~'));

    private bool Happens(int oneIn) => dice.Next(oneIn) == 0;

    private T Any<T>(params T[] choices) => choices[dice.Next(choices.Length)];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
