using System.Globalization;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform.Answers;

/// <summary>The same registries in another shape, as exchanges of provinces have it: an envelope in, rows of records out, errors as codes in a 200.</summary>
internal static class ExchangeEndpoints
{
    private const string Prefix = "XT-";

    public static void MapExchange(this WebApplication app, Registers registers, Faults faults, Door door) => app.MapPost("/exchange", async (HttpContext context, Envelope envelope) =>
    {
        if (!door.Opens(envelope.Head?.Token))
            return Results.Json(new Reply("4001", "token", null, null));
        var registry = envelope.Head!.Service?.StartsWith(Prefix, StringComparison.Ordinal) == true ? envelope.Head.Service[Prefix.Length..].ToLowerInvariant() : null;
        if (registers.Rows(registry, envelope.Body?.Sfzh) is not { } rows)
            return Results.Json(new Reply("4002", "service or number", null, null));
        if (await faults.HoldUpAsync(registry!, context.RequestAborted))
            return Results.Json(new Reply("9001", "busy", null, null));
        var told = rows.Select(row => row.Where(field => envelope.Body!.Fields?.Contains(field.Key) == true).ToDictionary()).ToArray();
        return Results.Json(new Reply("0000", "", registers.AsOf.ToString("yyyyMMdd", CultureInfo.InvariantCulture), faults.IsWrong(registry!) ? [] : told));
    });

    private sealed record Envelope(Head? Head, Wanted? Body);

    private sealed record Head(string? Service, string? Trace, string? Token, string? Purpose, string? Case, string? Law);

    private sealed record Wanted(string? Sfzh, IReadOnlyList<string>? Fields);

    private sealed record Reply(string Code, string Message, string? Date, IReadOnlyList<Dictionary<string, string>>? Rows);
}
