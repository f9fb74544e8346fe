using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>Microsoft's JavaScript clients from npm, by the lock file beside the programs that use them; installed at the first run.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    public static string Folder { get; } =
        typeof(NodePackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(note => note.Key == "ForeignClients").Value!;

    private static string Stamp => Path.Combine(Folder, "node_modules", ".onevisit-installed");

    public static Task EnsureInstalledAsync() => Installation.Value;

    private static async Task InstallAsync()
    {
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
        if (File.Exists(Stamp) && await File.ReadAllTextAsync(Stamp) == wanted) return;
        Console.WriteLine("First run: installing DirectLineJS, JavaScript's Bot Builder and jsdom from npm for the tests (about 180 MB on disk, once)…");
        await NpmAsync("ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        await File.WriteAllTextAsync(Stamp, wanted);
        Console.WriteLine("npm packages of the tests are in place.");
    }

    private static async Task NpmAsync(params string[] arguments)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = Folder;
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        using var npm = Process.Start(start)!;
        var (errors, output) = (npm.StandardError.ReadToEndAsync(), npm.StandardOutput.ReadToEndAsync());
        await npm.WaitForExitAsync();
        await output;
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm {arguments[0]} failed in {Folder}. These tests need Node 20 or newer and an npm registry.{Environment.NewLine}{await errors}");
    }
}
