using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OneVisit.Bot.Tests.City;

/// <summary>Requests to the bot that nobody means well with, the same for the same number.</summary>
internal sealed class HostilePost(int number, Uri channel, IReadOnlyList<string> links)
{
    public const string IdNumber = "370982197001010016";

    public const string Script = "<script>alert(1)</script>";

    public const string Image = "<img src=x onerror=alert(1)>";

    private static readonly string[] Texts =
    [
        "", " ", "'; DROP TABLE Cases;--", Script, Image, "\"><svg/onload=alert(1)>", "' autofocus onfocus='alert(1)", "{{7*7}}", "{{phone}}", "{0}{1}{9}", "${jndi:ldap://127.0.0.1/a}", "../../etc/passwd", "..\\..\\win.ini",
        "%2e%2e%2f", "=cmd|' /C calc'!A0", "[click](javascript:alert(1))", "javascript:alert(1)", "//evil.example/", "line\r\nX-Injected: 1", "nul\0here", "\u202Egnp.exe", "\uFEFF", "👨‍👩‍👧‍👦𠮷", "\ud800", "null", "NaN", "-1", "1e309",
        "99999999999999999999999", "2026-02-30", "9999-12-31", "staff:city-reviewer", "resident:", "370982103201", IdNumber, "XT261124-AAAAAA", "D1.2", "approve", "_", ".", "..", "~002f", "\u0001\u0002", "\u2028", "ﷺ", "zh-CN", "x-pirate",
    ];

    private static readonly string[] Fields =
    [
        "lang", "code", "after", "month", "item", "point", "kind", "as", "kept", "done", "ticket", "notice", "words", "name", "phone", "number", "from", "seen", "note", "file", "key", "contentHash", "signature", "typedName", "confirmed",
    ];

    private readonly Random dice = new(number);

    public HttpRequestMessage Make(Uri bot, Door door)
    {
        var query = string.Join('&', Enumerable.Range(0, dice.Next(4)).Select(_ => $"{Any(Fields)}={Uri.EscapeDataString(Text())}"));
        var path = door.Filled(hole => hole == "token" && !Happens(4) ? Any(links) : Text());
        var request = new HttpRequestMessage(Happens(25) ? Any(HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Put, HttpMethod.Post, HttpMethod.Head, HttpMethod.Options) : HttpMethod.Parse(door.Method), new Uri(bot, $"{path}?{query}"));
        if (!Happens(3)) Add(request, "X-OneVisit-Page", "1");
        if (Happens(3)) Add(request, "Origin", Any("http://evil.example", "null", Ascii(Text()), bot.GetLeftPart(UriPartial.Authority)));
        if (Happens(4)) Add(request, "Sec-Fetch-Site", Any("cross-site", "same-origin", "none", "x"));
        Add(request, "Accept", Any("text/html", "*/*", "application/json", Ascii(Text())));
        Add(request, "Accept-Language", Any("zh-CN", "en", Ascii(Text())));
        if (Happens(3)) Add(request, "X-File-Name", Any("%E4%B8%AD.pdf", "%", "%zz", Ascii(Text())));
        if (Happens(4)) Add(request, "Cookie", Any("onevisit-chat=CfDJ8Forged", "onevisit-staff=x; onevisit-language=" + Ascii(Text()), "onevisit-language=<script>", "=;;=", new string('a', 5_000)));
        if (Happens(6)) Add(request, "X-Forwarded-For", Any("1.2.3.4", "not an address", Ascii(Text())));
        if (Happens(6)) Add(request, "X-Forwarded-Host", "evil.example");
        if (!door.IsRead) request.Content = Content(door);
        return request;
    }

    private HttpContent Content(Door door)
    {
        var (bytes, type) = dice.Next(6) switch
        {
            0 => (RandomBytes(), Any("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream")),
            1 => (Encoding.UTF8.GetBytes(Any("{", "[]", "null", "\"text\"", "[[[[", new string('[', 5_000), "{\"a\":1,\"a\":2}", "1e400", "{}")), "application/json"),
            2 => (Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, Happens(30) ? 3_000 : dice.Next(8)).Select(_ => $"{Any(Fields)}={Uri.EscapeDataString(Text())}"))), "application/x-www-form-urlencoded"),
            3 => (Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"{Any("file", "note", Ascii(Text()))}\"; filename=\"{Ascii(Text())}\"\r\n\r\n{Text()}\r\n--x{Any("--", "", "\r\n")}"), Any("multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=")),
            _ => (Encoding.UTF8.GetBytes((door.IsChannels ? Activity() : Value(0))?.ToJsonString() ?? "null"), "application/json"),
        };
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    // As a channel would send it, with anything in it but its own ids.
    private JsonNode Activity()
    {
        var activity = new JsonObject
        {
            ["type"] = Any("message", "message", "event", "conversationUpdate", "invoke", "typing", Text()), ["id"] = "hostile-" + number, ["channelId"] = Any("directline", "msteams", Text()),
            ["serviceUrl"] = channel.ToString(), ["from"] = new JsonObject { ["id"] = Any("dl_r-hostile", "dl_s-zhai-officer-0000000000000000", Text()) }, ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "hostile" + dice.Next(50) }, ["text"] = Text(), ["name"] = Any("webchat/join", "open-task", Text()), ["value"] = Value(0), ["locale"] = Any("zh-CN", "en", Text()),
            ["attachments"] = Happens(3) ? new JsonArray(new JsonObject { ["contentType"] = Any("image/png", Text()), ["contentUrl"] = Any("http://169.254.169.254/", "file:///etc/passwd", Text()), ["name"] = Text() }) : Value(2),
            ["channelData"] = Any<JsonNode?>(new JsonObject { ["outboxId"] = Text() }, null, Value(1)),
        };
        if (Happens(4)) activity.Remove(Any("type", "id", "channelId", "from", "conversation", "recipient", "text"));
        return activity;
    }

    private JsonNode? Value(int depth) => dice.Next(depth > 3 ? 4 : 7) switch
    {
        0 => null,
        1 => JsonValue.Create(Any(0, -1, int.MaxValue)),
        2 => JsonValue.Create(Happens(2)),
        3 => JsonValue.Create(Text()),
        4 => new JsonArray([.. Enumerable.Range(0, dice.Next(4)).Select(_ => Value(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, dice.Next(6)).Select(_ => KeyValuePair.Create(Happens(5) ? Text() : Any(Fields), Value(depth + 1))).DistinctBy(pair => pair.Key)),
    };

    private byte[] RandomBytes()
    {
        var bytes = new byte[dice.Next(2_000)];
        dice.NextBytes(bytes);
        return bytes;
    }

    private string Text() => Happens(40) ? new string('长', dice.Next(1, 1_500)) : Texts[dice.Next(Texts.Length)];

    private static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);

    private static string Ascii(string text) => string.Concat(text.Where(sign => sign is >= ' ' and <= '~'));

    private bool Happens(int oneIn) => dice.Next(oneIn) == 0;

    private T Any<T>(params IReadOnlyList<T> choices) => choices[dice.Next(choices.Count)];
}
