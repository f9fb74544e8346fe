using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>Tries again, as people and programs do whose connection breaks off.</summary>
internal static class Patiently
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    /// <param name="attempt">Gives <c>null</c> to be tried again.</param>
    public static async Task<T> TryAsync<T>(Func<Task<T?>> attempt, CancellationToken stop) where T : class
    {
        using var tick = new PeriodicTimer(Tick);
        while (true)
        {
            try
            {
                if (await attempt() is { } answer) return answer;
            }
            catch (Exception cut) when (!stop.IsCancellationRequested && cut is HttpRequestException or IOException or OperationCanceledException or StorageUnavailableException)
            {
                // Nobody there just now.
            }
            await tick.WaitForNextTickAsync(stop);
        }
    }

    public static async Task PassAsync(TimeSpan moment, CancellationToken stop)
    {
        if (moment <= TimeSpan.Zero) return;
        using var tick = new PeriodicTimer(moment);
        await tick.WaitForNextTickAsync(stop);
    }
}
