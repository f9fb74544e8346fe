using System.Net.Http.Json;
using OneVisit.Local.Platform.People;

namespace OneVisit.Local.Platform.Sandbox;

/// <summary>Tells the city of an event as platforms do: once, several times, with a mistake that is taken back, the last first.</summary>
internal static class TellEndpoint
{
    private const int MostTimes = 100;

    public static void MapTelling(this WebApplication app, PlatformOptions options, Door door)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        app.Lifetime.ApplicationStopped.Register(http.Dispose);
        app.MapPost("/sandbox/tell", async (HttpContext context, Wish wish) =>
        {
            if (options.City is not { } city)
                return Results.Problem("The platform was started without --city.", statusCode: StatusCodes.Status409Conflict);
            if (!ResidentNumber.IsValid(wish.IdNumber) || wish.Times is < 1 or > MostTimes)
                return Results.Problem($"Told of a number, between once and {MostTimes} times.", statusCode: StatusCodes.Status422UnprocessableEntity);
            using var telling = new HttpRequestMessage(HttpMethod.Post, new Uri(city, "api/sharing/events")) { Content = JsonContent.Create(new { events = EventsOf(wish) }) };
            telling.Headers.Add("X-Sharing-Key", options.Key);
            using var answer = await http.SendAsync(telling, context.RequestAborted);
            return Results.Content(await answer.Content.ReadAsStringAsync(context.RequestAborted), "application/json", statusCode: (int)answer.StatusCode);
        }).AddEndpointFilter(door.LetInAsync);
    }

    private static IEnumerable<Told> EventsOf(Wish wish)
    {
        var told = new Told($"{wish.Kind}-{Guid.NewGuid():N}", wish.Kind, wish.IdNumber, wish.On, wish.Area, null);
        var events = Enumerable.Repeat(told, wish.Times).ToList();
        if (wish.Mistaken)
            events.Add(told with { Id = told.Id + ":mistake", Reverses = told.Id });
        if (wish.OutOfOrder)
            events.Reverse();
        return events;
    }

    private sealed record Wish(string Kind, string IdNumber, DateOnly On, string? Area = null, int Times = 1, bool Mistaken = false, bool OutOfOrder = false);

    private sealed record Told(string Id, string Kind, string IdNumber, DateOnly On, string? Area, string? Reverses);
}
