using System.Text.Json;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform.Facts;

/// <summary>Takes what a city tells, in both shapes; the same again is taken once.</summary>
internal static class FactEndpoints
{
    public static void MapFacts(this WebApplication app, ReceivedFacts facts, Faults faults, Door door)
    {
        app.MapPut("/v1/facts/{key}", async (HttpContext context, string key, JsonElement fact) =>
        {
            if (await faults.HoldUpAsync(ReceivedFacts.Registry, context.RequestAborted))
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            if (faults.IsRefusing(ReceivedFacts.Registry) || Text(fact, "idNumber") is not { } number || Text(fact, "what") is not { } what)
                return Results.Problem("It is not taken.", statusCode: StatusCodes.Status422UnprocessableEntity);
            return facts.Take(key, number, what, fact) switch
            {
                true => Results.StatusCode(StatusCodes.Status201Created),
                false => Results.Ok(),
                null => Results.Conflict(),
            };
        }).AddEndpointFilter(door.LetInAsync);
        app.MapPost("/exchange/facts", async (HttpContext context, JsonElement parcel) =>
        {
            if (!parcel.TryGetProperty("head", out var head) || !parcel.TryGetProperty("body", out var body) || !door.Opens(Text(head, "token")))
                return Results.Json(new { code = "9401" });
            if (await faults.HoldUpAsync(ReceivedFacts.Registry, context.RequestAborted))
                return Results.Json(new { code = "9001" });
            return Results.Json(new
            {
                code = faults.IsRefusing(ReceivedFacts.Registry) || Text(head, "trace") is not { } key || Text(body, "sfzh") is not { } number || Text(body, "what") is not { } what
                    || facts.Take(key, number, what, body) is null ? "4003" : "0000",
            });
        });
        app.MapGet("/sandbox/facts", () => Results.Json(facts.All)).AddEndpointFilter(door.LetInAsync);
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
