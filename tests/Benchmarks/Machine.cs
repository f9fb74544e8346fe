using System.Runtime.InteropServices;

namespace OneVisit.Benchmarks;

/// <summary>Says on what the numbers were taken, and how busy it was with other things.</summary>
internal static class Machine
{
    public static async Task WatchAsync(Func<Task> measure)
    {
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {TimeProvider.System.GetUtcNow():u}");
        Console.WriteLine($"Load average at start: {Load()}");
        await measure();
        Console.WriteLine($"Load average at end:   {Load()}");
    }

    /// <summary>Of 1, 5 and 15 minutes; Linux only.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known here";
}
