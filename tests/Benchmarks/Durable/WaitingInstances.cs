using System.Diagnostics;

namespace OneVisit.Benchmarks.Durable;

/// <summary>
/// 100,000 instances that wait for an event or a timer a year away: what they weigh in memory, and how soon a process that starts on their
/// file does what is asked of it. Goals: under 300 MB, under 5 s.
/// </summary>
internal static class WaitingInstances
{
    private const int Instances = 100_000;

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("onevisit-waiting-").FullName;
        try
        {
            await FillAsync(folder);
            var self = Process.Start(Environment.ProcessPath!, [.. Self(), "waiting-restart", folder]);
            await self.WaitForExitAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>In a process that knows nothing yet.</summary>
    public static async Task RestartAsync(string folder)
    {
        var began = Stopwatch.GetTimestamp();
        await using var host = await DurableHost.StartAsync(folder);
        await host.Client.RaiseEventAsync(Id(Instances / 2), "go", "on");
        var ended = await host.Client.WaitForInstanceCompletionAsync(Id(Instances / 2));
        Console.WriteLine($"Restarted, and one of them {ended.RuntimeStatus.ToString().ToLowerInvariant()}, after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms (at most 5000); {Memory()}");
    }

    private static async Task FillAsync(string folder)
    {
        await using var host = await DurableHost.StartAsync(folder);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Instances, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, ct) =>
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Waiting), new() { InstanceId = Id(i) }, ct);
            await host.Client.WaitForInstanceStartAsync(Id(i), ct);
        });
        var file = new FileInfo(Path.Combine(folder, "durable.db")).Length / 1_000_000;
        Console.WriteLine($"{Instances:N0} instances wait, after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; file {file} MB; {Memory()} (at most 300)");
    }

    private static string Id(int i) => $"waiting-{i:D6}";

    private static string Memory() => $"memory {ProcessMemory.Of(Environment.ProcessId)}";

    // Started by dotnet, the program's own file comes first.
    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
