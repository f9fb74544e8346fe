namespace OneVisit.Benchmarks;

/// <summary>
/// How long a person looks at an empty browser: from the start of the built host on a folder it knows until the resident's page answers.
/// Without the build that <c>dotnet run</c> does first. Goal: under 10 s.
/// </summary>
internal static class HostStart
{
    private const int Starts = 10;

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("onevisit-start-").FullName;
        Console.WriteLine($"First start, empty folder: {(await StartAsync(folder)).TotalMilliseconds:0} ms");
        var again = new Spread();
        for (var start = 0; start < Starts; start++) again.Add(await StartAsync(folder));
        Console.WriteLine($"Started again: {again}");
        Console.WriteLine($"Target < 10 s: {(again.At(100) < 10_000 ? "met" : "missed")}");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TimeSpan> StartAsync(string folder)
    {
        await using var city = await CityProcess.StartAsync(folder);
        await city.CloseAsync();
        return city.TookToOpen;
    }
}
