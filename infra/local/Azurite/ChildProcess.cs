using System.Diagnostics;

namespace OneVisit.Local.Azurite;

/// <summary>Programs of ours that end when their input does.</summary>
public static class ChildProcess
{
    /// <summary>Ends its input, and with it the program; one that is stuck is killed.</summary>
    public static async ValueTask EndAsync(Process process, TimeSpan patience)
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            using var enough = new CancellationTokenSource(patience);
            try
            {
                await process.WaitForExitAsync(enough.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
        process.Dispose();
    }
}
