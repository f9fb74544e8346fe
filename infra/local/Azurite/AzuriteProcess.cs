using System.Diagnostics;

namespace OneVisit.Local.Azurite;

/// <summary>One Azurite as a child process on loopback. Ends with its parent, also when that is killed.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private readonly AzuriteOptions _options;
    private Process _process;

    private AzuriteProcess(AzuriteOptions options, Process process) => (_options, _process) = (options, process);

    /// <summary>Connection string for the Azure SDKs.</summary>
    public string ConnectionString => _options.ConnectionString;

    public int ProcessId => _process.Id;

    /// <summary>Processor time it has taken so far.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts an Azurite and returns when its three services listen.</summary>
    /// <exception cref="LocalSetupException">A port is taken, or it did not come up in time.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken ct = default)
    {
        Directory.CreateDirectory(options.Folder);
        await Predecessor.GoneAsync(options.Folder, ct);
        options = options with { BlobPort = Ports.Chosen(options.BlobPort), QueuePort = Ports.Chosen(options.QueuePort), TablePort = Ports.Chosen(options.TablePort) };
        foreach (var port in (int[])[options.BlobPort, options.QueuePort, options.TablePort]) Ports.Require(port, "Azurite");
        return new AzuriteProcess(options, await LaunchAsync(options, ct));
    }

    /// <summary>Kills the process as a power cut would (SIGKILL) and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Completes when the process is gone, for whatever reason.</summary>
    public Task WaitForExitAsync(CancellationToken ct) => _process.WaitForExitAsync(ct);

    /// <summary>Starts it again after <see cref="KillAsync"/>, on the same ports and data.</summary>
    public async Task RestartAsync(CancellationToken ct = default)
    {
        var gone = _process;
        _process = await LaunchAsync(_options, ct);
        gone.Dispose();
    }

    public ValueTask DisposeAsync() => ChildProcess.EndAsync(_process, TimeSpan.FromSeconds(8));

    private static async Task<Process> LaunchAsync(AzuriteOptions options, CancellationToken ct)
    {
        var process = Start(options);
        var said = new List<string>();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => listening.TrySetException(DidNotComeUp("it ended"));
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(options.Patience, ct);
            return process;
        }
        catch (Exception trouble) when (trouble is TimeoutException or OperationCanceledException or LocalSetupException)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
            if (trouble is TimeoutException) throw DidNotComeUp($"it did not listen within {options.Patience.TotalSeconds:0} s");
            throw;
        }

        void Hear(string? line)
        {
            if (line is null) return;
            lock (said)
            {
                if (said.Count < 20) said.Add(line);
            }
            if (line.StartsWith("Azurite Table service is successfully listening", StringComparison.Ordinal)) listening.TrySetResult();
        }

        LocalSetupException DidNotComeUp(string what)
        {
            lock (said) return new LocalSetupException($"Azurite did not come up: {what}. Its data is in {options.Folder}; start with --reset to begin anew. It said: {string.Join(" | ", said)}");
        }
    }

    private static Process Start(AzuriteOptions options)
    {
        var start = new ProcessStartInfo("node",
        [
            Path.Combine(NpmPackages.Folder, "azurite.cjs"), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", options.Folder,
            "--blobHost", "127.0.0.1", "--blobPort", $"{options.BlobPort}", "--queueHost", "127.0.0.1", "--queuePort", $"{options.QueuePort}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{options.TablePort}",
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = NpmPackages.Folder };
        if (options.IsForgetful) start.Environment["ONEVISIT_FORGETFUL"] = "1";
        try
        {
            var process = Process.Start(start)!;
            Predecessor.Note(options.Folder, process.Id);
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalSetupException("Node.js was not found. Install Node 20 or newer (https://nodejs.org) and start again.");
        }
    }
}
