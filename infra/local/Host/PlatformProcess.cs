using System.Diagnostics;
using System.Globalization;
using OneVisit.Local.Azurite;
using OneVisit.Local.Platform;

namespace OneVisit.Local.Host;

/// <summary>The sandbox of the sharing platform as a child process on loopback: another program, as a real platform is. It ends with its parent, also when that is killed.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    /// <summary>The command by which this program becomes the platform.</summary>
    public const string Command = "platform";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    private readonly Process process;

    private PlatformProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it answers, with a final slash.</summary>
    public Uri Url { get; }

    /// <exception cref="LocalSetupException">The port is taken, or it did not come up.</exception>
    public static async Task<PlatformProcess> StartAsync(int port, string key, Uri city, CancellationToken ct)
    {
        Ports.Require(port, "the sharing platform");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])["exec", typeof(PlatformProcess).Assembly.Location, Command, "--port", port.ToString(CultureInfo.InvariantCulture), "--city", city.AbsoluteUri, "--end-with-input"])
            start.ArgumentList.Add(argument);
        start.Environment[PlatformOptions.KeyVariable] = key;
        var process = Process.Start(start) ?? throw new LocalSetupException("The sharing platform could not be started.");
        try
        {
            return new(process, await ReadyAsync(process, ct));
        }
        catch
        {
            await ChildProcess.EndAsync(process, ToEnd);
            throw;
        }
    }

    public ValueTask DisposeAsync() => ChildProcess.EndAsync(process, ToEnd);

    private static async Task<Uri> ReadyAsync(Process process, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(enough.Token) is { } line)
            {
                if (line.StartsWith(PlatformProgram.Ready, StringComparison.Ordinal))
                    return new Uri(line[PlatformProgram.Ready.Length..]);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // It is as good as not there.
        }
        throw new LocalSetupException("The sharing platform did not come up. Start the city without --platform, or look at what it said above.");
    }
}
