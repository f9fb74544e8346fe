using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OneVisit.Local.DirectLine.Conversations;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>What a token or a conversation is asked for: the person, the pages that may use the token, and the language (BCP 47) the page begins in.</summary>
internal sealed record Wish(Member? User, IReadOnlyList<string> Origins, string? Locale)
{
    /// <summary>The body may be empty.</summary>
    public static async Task<(Wish? Wish, Refusal? No)> ReadAsync(HttpRequest request)
    {
        var bytes = await Body.ReadAsync(request, Limits.Activity);
        if (bytes is null) return (null, Refusal.TooBig);
        if (bytes.Length == 0) return (new Wish(null, [], null), null);
        if (Wire.Read(bytes) is not { } json) return (null, Refusal.Bad("The body is not a JSON object"));
        var id = (json["user"] as JsonObject)?.Text("id");
        if (id?.Length > Limits.UserId) return (null, Refusal.LongUser("User.Id"));
        var user = string.IsNullOrWhiteSpace(id) ? null : new Member(id, (json["user"] as JsonObject)?.Text("name"));
        var origins = (json["trustedOrigins"] as JsonArray ?? []).OfType<JsonValue>().Select(origin => origin.ToString()).ToArray();
        return (new Wish(user, origins, json.Text("locale")), null);
    }
}

internal static class Watermark
{
    /// <summary>Absent, empty or "-" is the beginning (0); null is not a watermark.</summary>
    public static long? Read(string? given) => given switch
    {
        null or "" or "-" => 0,
        _ => long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : null,
    };
}
