using System.Diagnostics;

namespace OneVisit.Local.Azurite;

/// <summary>One Azurite as a child process on loopback. Ends with its parent, also when that is killed.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // Published by Microsoft as the development account of Azurite: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly AzuriteOptions _options;
    private readonly List<string> _said = [];
    private Process _process;

    private AzuriteProcess(AzuriteOptions options, Process process) => (_options, _process) = (options, process);

    /// <summary>Connection string for the Azure SDKs.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{_options.BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{_options.QueuePort}/{Account};TableEndpoint=http://127.0.0.1:{_options.TablePort}/{Account};";

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts an Azurite and returns when its three services listen.</summary>
    /// <exception cref="LocalSetupException">A port is taken, or it did not come up in time.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken ct = default)
    {
        Directory.CreateDirectory(options.Folder);
        options = options with { BlobPort = Chosen(options.BlobPort), QueuePort = Chosen(options.QueuePort), TablePort = Chosen(options.TablePort) };
        foreach (var port in (int[])[options.BlobPort, options.QueuePort, options.TablePort]) Ports.Require(port, "Azurite");
        var azurite = new AzuriteProcess(options, null!);
        await azurite.LaunchAsync(ct);
        return azurite;
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
    public Task RestartAsync(CancellationToken ct = default) => LaunchAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(8));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }

    private async Task LaunchAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("node",
        [
            Path.Combine(NpmPackages.Folder, "azurite.cjs"), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", _options.Folder,
            "--blobHost", "127.0.0.1", "--blobPort", $"{_options.BlobPort}", "--queueHost", "127.0.0.1", "--queuePort", $"{_options.QueuePort}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{_options.TablePort}",
        ])
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = NpmPackages.Folder };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalSetupException("Node.js was not found. Install Node 20 or newer (https://nodejs.org) and start again.");
        }

        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => listening.TrySetException(DidNotComeUp("it ended"));
        _process.OutputDataReceived += (_, line) => Hear(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(_options.Patience, ct);
        }
        catch (Exception trouble) when (trouble is TimeoutException or OperationCanceledException or LocalSetupException)
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
            if (trouble is TimeoutException) throw DidNotComeUp($"it did not listen within {_options.Patience.TotalSeconds:0} s");
            throw;
        }
    }

    private void Hear(string? line, TaskCompletionSource listening)
    {
        if (line is null) return;
        lock (_said)
        {
            if (_said.Count < 20) _said.Add(line);
        }
        if (line.StartsWith("Azurite Table service is successfully listening", StringComparison.Ordinal)) listening.TrySetResult();
    }

    private LocalSetupException DidNotComeUp(string what)
    {
        lock (_said) return new LocalSetupException($"Azurite did not come up: {what}. Its data is in {_options.Folder}; start with --reset to begin anew. It said: {string.Join(" | ", _said)}");
    }

    private static int Chosen(int port) => port != 0 ? port : Ports.Free();
}
