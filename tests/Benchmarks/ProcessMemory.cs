using System.Globalization;

namespace OneVisit.Benchmarks;

/// <summary>Memory of another process as Linux counts it, in bytes.</summary>
internal sealed record ProcessMemory(long WorkingSet, long Highest)
{
    public static ProcessMemory Of(int process)
    {
        var status = File.ReadLines($"/proc/{process}/status").Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        return new ProcessMemory(Bytes(status["VmRSS"]), Bytes(status["VmHWM"]));
    }

    public static IEnumerable<int> ChildrenOf(int process) =>
        from thread in Directory.EnumerateDirectories($"/proc/{process}/task")
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);

    public override string ToString() => $"{WorkingSet / 1_000_000} MB (at most {Highest / 1_000_000} MB)";

    private static long Bytes(string kilobytes) => long.Parse(kilobytes.Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
}
