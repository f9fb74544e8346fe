using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>Bounds how long a turn waits for the store, also for one that hangs.</summary>
internal static class StoragePatience
{
    /// <summary>A person who waits longer than this is told so.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <exception cref="StorageUnavailableException">It did not answer in that time, tried again and again.</exception>
    public static async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        while (true)
        {
            try
            {
                return await ask(limit.Token);
            }
            catch (StorageUnavailableException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(Pause, stop);
            }
            catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
            {
                throw new StorageUnavailableException(late);
            }
        }
    }

    public static Task PatientlyAsync(Func<CancellationToken, Task> ask, CancellationToken stop) =>
        PatientlyAsync(async limit =>
        {
            await ask(limit);
            return true;
        }, stop);
}
