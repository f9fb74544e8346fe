using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Local.FunctionsWorker.Timers;

/// <summary>Last and next run of each monitored timer, in a small file that survives a restart; in memory when there is no path.</summary>
internal sealed class TimerStatusFile(string? path)
{
    private readonly Lock writing = new();
    private readonly ConcurrentDictionary<string, ScheduleStatus> statuses = Read(path);

    public ScheduleStatus? Of(string function) => statuses.GetValueOrDefault(function);

    public void Put(string function, ScheduleStatus status)
    {
        statuses[function] = status;
        if (path is null)
            return;
        lock (writing)
        {
            var beside = path + ".new";
            File.WriteAllText(beside, JsonSerializer.Serialize(statuses));
            File.Move(beside, path, overwrite: true);
        }
    }

    // A file cut short by a power failure is as good as none: the timers begin anew.
    private static ConcurrentDictionary<string, ScheduleStatus> Read(string? path)
    {
        if (path is null || !File.Exists(path))
            return new();
        try
        {
            return JsonSerializer.Deserialize<ConcurrentDictionary<string, ScheduleStatus>>(File.ReadAllText(path)) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
