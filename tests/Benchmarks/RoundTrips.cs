using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace OneVisit.Benchmarks;

/// <summary>Counts the HTTP requests that this process sends, by where they go.</summary>
internal sealed class RoundTrips : IDisposable
{
    private readonly ConcurrentDictionary<(int Port, string Method), int> _counts = new();
    private readonly MeterListener _listener = new();
    private readonly Func<int, string?> _name;

    /// <param name="name">Who listens on a port; <c>null</c>: not counted.</param>
    public RoundTrips(Func<int, string?> name)
    {
        _name = name;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" }) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        _listener.Start();
    }

    /// <returns>For example <c>1.00 PUT blobs, 0.07 GET back office</c>.</returns>
    public string Per(int turns) => string.Join(", ",
        from counted in _counts
        let name = _name(counted.Key.Port)
        where name is not null
        orderby counted.Value descending
        select string.Create(CultureInfo.InvariantCulture, $"{(double)counted.Value / turns:0.00} {counted.Key.Method} {name}"));

    public void Clear() => _counts.Clear();

    public void Dispose() => _listener.Dispose();

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (port, method) = (0, "");
        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && value is int number) port = number;
            if (name == "http.request.method" && value is string verb) method = verb;
        }
        _counts.AddOrUpdate((port, method), 1, (_, count) => count + 1);
    }
}
