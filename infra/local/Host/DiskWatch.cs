namespace OneVisit.Local.Host;

/// <summary>
/// Says, once, when nothing more can be written where the city remembers, and once when there is room again. It tries with a small file, so
/// that a quota is noticed like a full disk. What finds no room is answered with an error and asked again by whoever asked.
/// </summary>
public sealed class DiskWatch(string folder, Action<string> say)
{
    /// <summary>As much as a few dozen cases need.</summary>
    private static readonly byte[] Room = new byte[256 * 1024];

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private bool _full;

    public async Task RunAsync(CancellationToken stop)
    {
        using var tick = new PeriodicTimer(Look);
        try
        {
            while (await tick.WaitForNextTickAsync(stop)) Check();
        }
        catch (OperationCanceledException)
        {
            // The city closes.
        }
    }

    /// <summary>A file that may not grow (EFBIG) is told as an argument out of range.</summary>
    public static bool IsFull(Exception trouble) => trouble is IOException or ArgumentOutOfRangeException;

    private void Check()
    {
        var full = !HasRoom();
        if (full == _full) return;
        _full = full;
        say(full
            ? $"The disk is full: {folder} cannot be written. Nothing that was answered is lost; make room, and it goes on by itself."
            : "There is room again; it goes on.");
    }

    private bool HasRoom()
    {
        var file = Path.Combine(folder, "room.try");
        try
        {
            File.WriteAllBytes(file, Room);
            return true;
        }
        catch (Exception full) when (IsFull(full))
        {
            return false;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
