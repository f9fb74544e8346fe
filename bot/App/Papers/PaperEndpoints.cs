using Microsoft.Net.Http.Headers;

namespace OneVisit.Bot.Papers;

/// <summary>Keeps the two origins apart: papers that people sent at theirs and nothing else there, everything else at the pages'.</summary>
internal static class PaperEndpoints
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton<PapersOrigin>();
        services.AddSingleton<PaperTickets>();
        services.AddTransient<PaperDoor>();
    }

    /// <summary>Before anything else looks at a request.</summary>
    /// <exception cref="InvalidOperationException">The setting of the origin cannot be one.</exception>
    public static void UsePapersOrigin(this WebApplication app)
    {
        var origin = app.Services.GetRequiredService<PapersOrigin>();
        if (origin.Url is null) return;
        app.Use((http, next) =>
        {
            var isThere = origin.IsAt(http.Request);
            if (isThere != http.Request.Path.StartsWithSegments(PapersOrigin.Path))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            // Nobody is known there, whatever a browser sends along: neither by a cookie, nor by a language that would set one.
            if (isThere)
            {
                http.Request.Headers.Remove(HeaderNames.Cookie);
                http.Request.QueryString = QueryString.Empty;
            }
            return next(http);
        });
    }

    public static void MapPapers(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PapersOrigin>().Url is null) return;
        app.MapGet(PapersOrigin.Path + "/{ticket}", (string ticket, HttpContext http, PaperDoor door, CancellationToken stop) => door.OpenAsync(http, ticket, stop));
    }
}
