using OneVisit.Local.Platform.Answers;
using OneVisit.Local.Platform.Facts;
using OneVisit.Local.Platform.People;

namespace OneVisit.Local.Platform.Sandbox;

/// <summary>What only a sandbox has: somebody to try things with, and things that go wrong.</summary>
internal static class SandboxEndpoints
{
    private const int MostPeople = 100;
    private const int LongestDelay = 60_000;

    public static void MapSandbox(this WebApplication app, Population population, Faults faults, Door door)
    {
        var sandbox = app.MapGroup("/sandbox").AddEndpointFilter(door.LetInAsync);
        sandbox.MapGet("/people", (int? from, int? take) =>
        {
            var first = Math.Clamp(from ?? 0, 0, population.Size - 1);
            return Results.Json(Enumerable.Range(first, Math.Min(Math.Clamp(take ?? 20, 1, MostPeople), population.Size - first)).Select(population.At));
        });
        sandbox.MapGet("/faults", () => Results.Json(faults.Standing.ToDictionary(pair => pair.Key, pair => new Wish(Name(pair.Value.Kind), pair.Value.Milliseconds))));
        sandbox.MapPut("/faults/{registry}", (string registry, Wish wish) =>
        {
            if (registry is not (Faults.All or ReceivedFacts.Registry) && !Registers.RegistryOf.Values.Contains(registry))
                return Results.Problem("No such registry; * is all of them.", statusCode: StatusCodes.Status404NotFound);
            if (!Enum.TryParse<FaultKind>(wish.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || wish.Milliseconds is < 0 or > LongestDelay)
                return Results.Problem($"A fault is slow (milliseconds, up to {LongestDelay}), down, wrong or refusing.", statusCode: StatusCodes.Status422UnprocessableEntity);
            faults.Set(registry, new Fault(kind, wish.Milliseconds));
            return Results.NoContent();
        });
        sandbox.MapDelete("/faults/{registry}", (string registry) =>
        {
            faults.Set(registry, null);
            return Results.NoContent();
        });
    }

    private static string Name(FaultKind kind) => kind.ToString().ToLowerInvariant();

    private sealed record Wish(string Kind, int Milliseconds = 0);
}
