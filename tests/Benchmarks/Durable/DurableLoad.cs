using System.Diagnostics;
using System.Globalization;

namespace OneVisit.Benchmarks.Durable;

/// <summary>
/// How fast the local runtime carries orchestrations: three programs, each alone and 32 at a time, three times over, medians; and again with
/// 50,000 finished instances in the file.
/// </summary>
internal static class DurableLoad
{
    private const int AtOnce = 32;
    private const int Rounds = 3;
    private const int Alone = 30;
    private const int Old = 50_000;

    private static readonly Load[] Loads =
    [
        new(nameof(Sequence), 2_000, 400, TimeSpan.FromMilliseconds(15)),
        new(nameof(CaseLike), 1_000, 150, TimeSpan.FromMilliseconds(40)),
        new(nameof(FanOut), 200, 20, null),
    ];

    public static Task MeasureFreshAsync() => OnTempFolder(async folder =>
    {
        await using var host = await DurableHost.StartAsync(folder);
        await ReportAsync(host);
    });

    public static Task MeasureAgedAsync() => OnTempFolder(async folder =>
    {
        await using var host = await DurableHost.StartAsync(folder);
        await ReportAsync(host);
        var took = await TakeAsync(host, nameof(Sequence), Old);
        Console.WriteLine($"{Old:N0} instances of Sequence in {took.TotalSeconds:0} s; file {new FileInfo(Path.Combine(folder, "durable.db")).Length / 1_000_000:N0} MB");
        await ReportAsync(host);
    });

    private static async Task ReportAsync(DurableHost host)
    {
        foreach (var load in Loads)
        {
            await TakeAsync(host, load.Program, AtOnce);
            List<double> rates = [], alone = [];
            var (cpu, carried) = (Environment.CpuUsage.TotalTime, Rounds * (load.Instances + Alone));
            for (var round = 0; round < Rounds; round++)
            {
                rates.Add(load.Instances / (await TakeAsync(host, load.Program, load.Instances)).TotalSeconds);
                alone.Add(await AloneAsync(host, load.Program));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{load.Program,-9} {Median(rates),6:0}/s (at least {load.PerSecond})   alone {Median(alone):0.0} ms{Bound(load)}   processor {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / carried:0.00} ms each"));
        }
    }

    private static string Bound(Load load) =>
        load.Single is { } single ? string.Create(CultureInfo.InvariantCulture, $" (at most {single.TotalMilliseconds:0})") : "";

    /// <summary>The median of some runs with nothing beside them, milliseconds.</summary>
    private static async Task<double> AloneAsync(DurableHost host, string program)
    {
        List<double> times = [];
        for (var i = 0; i < Alone; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await host.RunAsync(program);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Median(times);
    }

    private static async Task<TimeSpan> TakeAsync(DurableHost host, string program, int instances)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0, instances, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) => await host.RunAsync(program));
        return Stopwatch.GetElapsedTime(began);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task OnTempFolder(Func<string, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("onevisit-durable-");
        await measure(folder.FullName);
        folder.Delete(recursive: true);
    }

    private sealed record Load(string Program, int Instances, int PerSecond, TimeSpan? Single);
}
