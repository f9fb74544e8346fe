using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace OneVisit.Local.Azurite;

/// <summary>
/// What the local city takes from npm, installed once into <c>infra/local/npm/node_modules</c>: Azurite and axe by the lock file,
/// Web Chat and Apache ECharts each as one tarball whose SHA-512 is pinned (Web Chat's dependency tree is 500 MB that a browser bundle does not need).
/// </summary>
public static class NpmPackages
{
    private const string Stamp = "node_modules/.onevisit-installed";

    /// <summary>Folder that holds <c>package.json</c>, found from the folder of the program upwards.</summary>
    /// <exception cref="LocalSetupException">The program does not run inside a checkout.</exception>
    public static string Folder { get; } = Find();

    /// <summary>Folder that holds <c>webchat.js</c>.</summary>
    public static string WebChatFolder => Path.Combine(Folder, "node_modules", "botframework-webchat", "dist");

    /// <summary>Folder that holds <c>echarts.common.min.js</c>.</summary>
    public static string ChartsFolder => Path.Combine(Folder, "node_modules", "echarts", "dist");

    /// <summary>Folder that holds <c>axe.min.js</c>.</summary>
    public static string AxeFolder => Path.Combine(Folder, "node_modules", "axe-core");

    /// <summary>Installs what is missing; returns at once when everything is there. Safe to call from several processes.</summary>
    /// <exception cref="LocalSetupException">Node is missing or too old, or npm failed; the message says what to do.</exception>
    public static async Task EnsureInstalledAsync(Action<string> say, CancellationToken ct = default)
    {
        var wanted = Fingerprint();
        if (IsInstalled(wanted)) return;
        await using var turn = await OneAtATimeAsync(ct);
        if (IsInstalled(wanted)) return;

        await RequireNodeAsync(ct);
        say("First run: installing Azurite from npm (about 190 MB on disk, once)…");
        await NpmAsync(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], say, ct);
        say("First run: fetching Microsoft Web Chat from npm (7 MB, once)…");
        await PinnedTarball.FetchAsync("webchat.json", say, ct);
        say("First run: fetching Apache ECharts from npm (11 MB, of which half a megabyte is kept, once)…");
        await PinnedTarball.FetchAsync("echarts.json", say, ct);
        await File.WriteAllTextAsync(Path.Combine(Folder, Stamp), wanted, ct);
        say("npm packages are in place.");
    }

    private static bool IsInstalled(string wanted) =>
        Path.Combine(Folder, Stamp) is var stamp && File.Exists(stamp) && File.ReadAllText(stamp) == wanted;

    private static string Fingerprint() => Convert.ToHexString(SHA256.HashData(
        [.. File.ReadAllBytes(Path.Combine(Folder, "package-lock.json")), .. File.ReadAllBytes(Path.Combine(Folder, "webchat.json")), .. File.ReadAllBytes(Path.Combine(Folder, "echarts.json"))]));

    private static async Task RequireNodeAsync(CancellationToken ct)
    {
        var version = await NodeVersionAsync(ct)
            ?? throw new LocalSetupException("Node.js was not found. Install Node 20 or newer (https://nodejs.org) and start again.");
        if (version.Major < 20)
            throw new LocalSetupException($"Node {version} is too old. Install Node 20 or newer (https://nodejs.org) and start again.");
    }

    private static async Task<Version?> NodeVersionAsync(CancellationToken ct)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            var text = await node.StandardOutput.ReadToEndAsync(ct);
            await node.WaitForExitAsync(ct);
            return Version.TryParse(text.Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    internal static async Task NpmAsync(string[] arguments, Action<string> say, CancellationToken ct)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = Folder;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        Process npm;
        try
        {
            npm = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new LocalSetupException("npm was not found beside Node.js. Install Node 20 or newer with npm and start again.");
        }
        using (npm)
        {
            var errors = npm.StandardError.ReadToEndAsync(ct);
            var output = npm.StandardOutput.ReadToEndAsync(ct);
            await WaitWithProgressAsync(npm, say, ct);
            await output;
            if (npm.ExitCode != 0)
                throw new LocalSetupException($"npm {arguments[0]} failed. Check the network and your npm registry, then start again.{Environment.NewLine}{(await errors).Trim()}");
        }
    }

    private static async Task WaitWithProgressAsync(Process npm, Action<string> say, CancellationToken ct)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(10));
        var started = Stopwatch.StartNew();
        var ended = npm.WaitForExitAsync(ct);
        try
        {
            while (await Task.WhenAny(ended, tick.WaitForNextTickAsync(ct).AsTask()) != ended) say($"  … {started.Elapsed.TotalSeconds:0} s");
            await ended;
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<IAsyncDisposable> OneAtATimeAsync(CancellationToken ct)
    {
        var path = Path.Combine(Folder, ".installing");
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await tick.WaitForNextTickAsync(ct);
            }
        }
    }

    // The build notes where the sources lie, so that the folder is found wherever the output went.
    private static string Find()
    {
        var built = typeof(NpmPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(note => note.Key == "NpmFolder").Value!;
        if (File.Exists(Path.Combine(built, "package.json"))) return Path.GetFullPath(built);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "infra", "local", "npm") is var npm && File.Exists(Path.Combine(npm, "package.json")))
                return npm;
        throw new LocalSetupException("infra/local/npm was not found. Start from inside a clone of the repository.");
    }
}
