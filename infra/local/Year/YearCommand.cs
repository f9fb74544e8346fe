using OneVisit.Local.Azurite;
using OneVisit.Local.Year.Books;

namespace OneVisit.Local.Year;

/// <summary>The command <c>year</c>: an Azurite of its own, the year, its report.</summary>
public static class YearCommand
{
    private const int Violated = 1;

    /// <returns>0 when everything that must hold holds.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, or something is missing on this machine.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> wishes, TextWriter output, CancellationToken stop = default)
    {
        var options = YearOptions.Parse(wishes);
        if (options.Help)
        {
            output.WriteLine(YearOptions.Usage);
            return 0;
        }

        await NpmPackages.EnsureInstalledAsync(output.WriteLine, stop);
        var folder = Directory.CreateTempSubdirectory("onevisit-year-azurite-");
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder.FullName, 0, 0, 0) { IsForgetful = true }, stop);
            await using var year = await SimulatedYear.OpenAsync(options, azurite.ConnectionString, "", stop);
            await year.RunAsync(new Progress(output, !Console.IsOutputRedirected, options.Days).Day, stop);
            var storeWork = azurite.Worked;
            return await TellAsync(new YearReport(await year.BooksAsync(stop)) { StoreWork = storeWork }, options, output, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> TellAsync(YearReport report, YearOptions options, TextWriter output, CancellationToken stop)
    {
        var text = report.Write();
        output.WriteLine(text);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, text, stop);
        return report.IsSound ? 0 : Violated;
    }
}
