using System.Diagnostics;
using System.Globalization;

namespace OneVisit.Benchmarks;

/// <summary>How long things took, as percentiles by nearest rank.</summary>
internal sealed class Spread
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    /// <summary>All of them as one.</summary>
    public static Spread Of(IEnumerable<Spread> parts)
    {
        var whole = new Spread();
        foreach (var part in parts) whole._milliseconds.AddRange(part._milliseconds);
        return whole;
    }

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    /// <summary>Does it and adds how long it took.</summary>
    public async Task<T> TimeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        Add(Stopwatch.GetElapsedTime(start));
        return result;
    }

    /// <summary>The smallest time not exceeded by this share of all.</summary>
    public double At(double percent)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[(int)Math.Ceiling(percent / 100 * sorted.Length) - 1];
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {At(50):0.0}  p95 {At(95):0.0}  p99 {At(99):0.0}  longest {At(100):0.0} ms  (n = {Count})");
}
