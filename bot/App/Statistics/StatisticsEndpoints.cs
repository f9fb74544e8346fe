using Microsoft.AspNetCore.Mvc;
using OneVisit.Bot.Board;
using OneVisit.Bot.Forms;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>How the office does, on pages for staff who are signed in: the whole city, or their own point or village.</summary>
internal static class StatisticsEndpoints
{
    private const int LargestForm = 16 * 1024;

    public static void AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<StatisticsPages>();
        services.AddSingleton<OnceOnlyPages>();
        services.AddTransient<StatisticsDoor>();
        services.AddTransient<OnceOnlyDoor>();
    }

    public static void MapStatistics(this WebApplication app)
    {
        ChartFiles.Map(app);
        app.MapGet("/statistics", (HttpContext http, StatisticsDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        app.MapGet("/statistics/cases", (HttpContext http, StatisticsDoor door, CancellationToken stop) => door.CasesAsync(http, stop));
        app.MapGet("/statistics/export", (HttpContext http, StatisticsDoor door, CancellationToken stop) =>
            door.FileAsync(http, Routes.StatisticsExport, workbook => Results.File(workbook.Content, workbook.ContentType, "statistics.xlsx"), stop));
        app.MapGet("/statistics/bulletin", (HttpContext http, StatisticsDoor door, CancellationToken stop) =>
            door.FileAsync(http, Routes.StatisticsBulletin, paper => FormFiles.Of(http, paper, "bulletin"), stop));
        app.MapGet("/statistics/once-only", (HttpContext http, OnceOnlyDoor door, CancellationToken stop) => door.ShowAsync(http, stop));
        // Who comes back to the address of a form that was sent finds the page.
        app.MapGet("/statistics/outbox", () => Results.Redirect("/statistics/once-only#h-outbox"));
        app.MapPost("/statistics/outbox", (HttpContext http, OnceOnlyDoor door, CancellationToken stop) => door.SettleAsync(http, stop))
            .AddEndpointFilter<OwnForms>().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }
}
