using System.Diagnostics;
using System.Globalization;

namespace OneVisit.Support;

/// <summary>
/// A disk without room, for one process: no file of its can grow past a size, as set by <c>prlimit</c> from outside. Needs no rights and no
/// file system of its own. Linux only.
/// </summary>
public sealed class FullDisk : IAsyncDisposable
{
    private readonly int _processId;

    private FullDisk(int processId) => _processId = processId;

    /// <param name="bytes">Beyond this, a file cannot be written.</param>
    public static async Task<FullDisk> ForAsync(int processId, long bytes)
    {
        await LimitAsync(processId, bytes.ToString(CultureInfo.InvariantCulture));
        return new FullDisk(processId);
    }

    /// <summary>There is room again.</summary>
    public async ValueTask DisposeAsync() => await LimitAsync(_processId, "unlimited");

    // The soft limit alone: who is limited may be given room again.
    private static async Task LimitAsync(int processId, string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", processId.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:"]);
        await prlimit.WaitForExitAsync();
        if (prlimit.ExitCode != 0) throw new InvalidOperationException($"prlimit: {prlimit.ExitCode}");
    }
}
