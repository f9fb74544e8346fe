using System.Diagnostics;
using OneVisit.Local.Host;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The host as its own process, started as a person starts it.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        _process = process;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _open.TrySetException(new InvalidOperationException("The host ended: " + Said));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get { lock (_said) return string.Join(Environment.NewLine, _said); }
    }

    public IReadOnlyList<string> Lines
    {
        get { lock (_said) return [.. _said]; }
    }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>On this folder. A port of 0 is one that is free.</summary>
    /// <param name="path">What it finds as PATH, if not ours.</param>
    public static HostProcess Start(string folder, int port = 0, int backOfficePort = 0, int tablePort = 0, string? path = null, int blobPort = 0, int queuePort = 0)
    {
        string[] arguments =
        [
            "--no-directory", "--data", folder, "--port", $"{port}", "--back-office-port", $"{backOfficePort}",
            "--blob-port", $"{blobPort}", "--queue-port", $"{queuePort}", "--table-port", $"{tablePort}",
        ];
        var start = new ProcessStartInfo(Environment.ProcessPath is { } here && Path.GetFileNameWithoutExtension(here) == "dotnet" ? here : DotNet(), [typeof(LocalCity).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        if (path is not null) start.Environment["PATH"] = path;
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the doors are open.</summary>
    public Task OpenAsync() => _open.Task.WaitAsync(TimeSpan.FromSeconds(90));

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C.</summary>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", $"{_process.Id}"])) await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A script that runs in the background has its children ignore Ctrl-C; nothing may outlive the test for that.
            await KillAsync();
            throw new TimeoutException("The host did not end: " + Said);
        }
        return _process.ExitCode;
    }

    /// <summary>Command lines of processes that still name the folder.</summary>
    public static IReadOnlyList<string> StillRunningOn(string folder) => [.. ProcessesOn(folder).Select(process => process.Command)];

    /// <summary>Process ids of the Azurite that works on the folder, and of one that has not quite gone yet.</summary>
    public static IReadOnlyList<int> AzuritesOn(string folder) =>
        [.. ProcessesOn(folder).Where(process => process.Command.Contains("azurite.cjs", StringComparison.Ordinal)).Select(process => process.Id)];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await InterruptAsync(); // Its Azurite writes until it is told to close.
        _process.Dispose();
    }

    private static IEnumerable<(int Id, string Command)> ProcessesOn(string folder) =>
        from directory in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(directory), out _)
        let command = CommandOf(directory)
        where command.Contains(folder, StringComparison.Ordinal)
        select (int.Parse(Path.GetFileName(directory), System.Globalization.CultureInfo.InvariantCulture), command);

    private static string CommandOf(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string DotNet() => Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet");

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
        if (line.Contains("Ctrl-C closes it", StringComparison.Ordinal)) _open.TrySetResult();
    }
}
