using Microsoft.Extensions.FileProviders;

namespace OneVisit.Bot.Statistics;

/// <summary>Apache ECharts, served from a folder of this installation. Without it every chart is its table alone.</summary>
internal static class ChartFiles
{
    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<BotSettings>().ChartsFolder is { Length: > 0 } folder && Directory.Exists(folder))
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)), RequestPath = "/charts", OnPrepareResponse = Pages.PageEndpoints.KeptByBrowsers });
    }
}
