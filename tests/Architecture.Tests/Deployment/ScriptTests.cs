using System.Diagnostics;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>What the scripts ask of the Azure CLI; one that writes down what it is asked stands in its place.</summary>
public sealed class ScriptTests : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("onevisit-scripts-");

    public ScriptTests()
    {
        if (OperatingSystem.IsWindows()) return;
        // Answers a list with what lies in "versions", a question for the account with its address, everything else with nothing; does not do what lies in "fails".
        Put("az", """
            #!/bin/sh
            echo "$*" >> "$SCRATCH/asked"
            if [ -s "$SCRATCH/fails" ] && echo "$*" | grep -q -f "$SCRATCH/fails"; then exit 1; fi
            case "$*" in
              "storage blob list "*) cat "$SCRATCH/versions" ;;
              "storage account show "*) echo https://ovdata.blob.core.chinacloudapi.cn/ ;;
            esac

            """);
        Put("keys", """
            #!/bin/sh
            echo keys >> "$SCRATCH/asked"
            exit ${1:-0}

            """);
        foreach (var program in (string[])["az", "keys"])
            File.SetUnixFileMode(Path.Combine(_scratch.FullName, program), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [UnixTheory]
    [InlineData("", "true")]
    [InlineData("203.0.113.7", "false")]
    public void Where_nothing_has_to_be_opened_the_command_alone_is_run(string door, string closed)
    {
        Assert.Equal(0, Run("door.sh", door, closed, "keys"));
        Assert.Equal(["keys"], Asked());
    }

    [UnixFact]
    public void A_closed_city_hears_one_address_for_one_command()
    {
        Assert.Equal(0, Run("door.sh", "203.0.113.7", "true", "keys"));

        var asked = Asked();
        var keys = Array.IndexOf(asked, "keys");
        Assert.Equal(3, asked[..keys].Count(line => line.Contains("--public-network-access Enabled", StringComparison.Ordinal)));
        Assert.Equal(3, asked[keys..].Count(line => line.Contains("--public-network-access Disabled", StringComparison.Ordinal)));
        Assert.Equal(3, asked[keys..].Count(line => line.Contains("network-rule remove", StringComparison.Ordinal) && line.Contains("203.0.113.7", StringComparison.Ordinal)));
    }

    [UnixFact]
    public void It_is_closed_again_when_the_command_fails_and_says_so()
    {
        Assert.Equal(7, Run("door.sh", "203.0.113.7", "true", "keys", "7"));
        Assert.Equal(3, Asked().Count(line => line.Contains("--public-network-access Disabled", StringComparison.Ordinal)));
    }

    [UnixFact]
    public void What_could_not_be_closed_keeps_nothing_else_open()
    {
        Put("fails", "keyvault update --name kv-office --public-network-access Disabled\n");

        Assert.Equal(1, Run("door.sh", "203.0.113.7", "true", "keys"));
        Assert.Equal(3, Asked().Count(line => line.Contains("--public-network-access Disabled", StringComparison.Ordinal)));
    }

    // By name: the version before the moment comes back; what has not changed since stays; what came later is left; what lies in the bin is taken out of it first.
    [UnixFact]
    public void Papers_come_back_as_they_stood_at_a_moment()
    {
        Put("versions", string.Concat(
            "XT1/id-card/a\t2026-11-20T08:00:00.1000000Z\tfalse\tfalse\n", "XT1/id-card/a\t2026-11-26T08:00:00.1000000Z\ttrue\tfalse\n", "XT1/income/b\t2026-11-20T08:00:00.1000000Z\ttrue\tfalse\n",
            "XT1/later/c\t2026-11-26T09:00:00.1000000Z\ttrue\tfalse\n", "XT1/old/d\t2026-03-01T08:00:00.1000000Z\tfalse\ttrue\n"));

        Assert.Equal(0, Run("papers.sh", "", "", "back", "documents", "2026-11-25T00:00:00Z", "XT1/"));

        var asked = Asked();
        Assert.Equal(
            ["XT1/id-card/a?versionid=2026-11-20T08:00:00.1000000Z", "XT1/old/d?versionid=2026-03-01T08:00:00.1000000Z"],
            asked.Where(line => line.StartsWith("storage blob copy start ", StringComparison.Ordinal)).Select(line => line.Split("/documents/")[1].Split(' ')[0]));
        Assert.Single(asked, line => line.StartsWith("storage blob undelete ", StringComparison.Ordinal) && line.Contains("--name XT1/old/d ", StringComparison.Ordinal));
    }

    [UnixFact]
    public void Who_looks_changes_nothing()
    {
        Put("versions", "XT1/id-card/a\t2026-11-20T08:00:00.1000000Z\tfalse\tfalse\n");

        Assert.Equal(0, Run("papers.sh", "", "", "look", "documents", "2026-11-25T00:00:00Z", "XT1/"));
        Assert.Contains(Asked(), line => line.StartsWith("storage blob list ", StringComparison.Ordinal));
        Assert.DoesNotContain(Asked(), line => line.Contains(" copy ", StringComparison.Ordinal) || line.Contains(" undelete ", StringComparison.Ordinal));
    }

    // All of a container at once would bring back what was erased on purpose.
    [UnixTheory]
    [InlineData("2026-11-25T00:00:00Z", "")]
    [InlineData("2026-11-25", "XT1/")]
    public void Without_a_moment_and_a_beginning_nothing_is_asked(string moment, string prefix)
    {
        Assert.Equal(2, Run("papers.sh", "", "", "back", "documents", moment, prefix));
        Assert.Empty(Asked());
    }

    public void Dispose() => _scratch.Delete(true);

    private void Put(string file, string text) => File.WriteAllText(Path.Combine(_scratch.FullName, file), text.ReplaceLineEndings("\n"));

    private string[] Asked() => File.Exists(Path.Combine(_scratch.FullName, "asked")) ? File.ReadAllLines(Path.Combine(_scratch.FullName, "asked")) : [];

    private int Run(string script, string door, string closed, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Repository.Root, "infra/azure", script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["PATH"] = _scratch.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["SCRATCH"] = _scratch.FullName,
            ["ONEVISIT_DOOR"] = door,
            ["ONEVISIT_PRIVATE"] = closed,
            ["ONEVISIT_PAUSE"] = "0",
            ["AZURE_RESOURCE_GROUP"] = "rg",
            ["AZURE_KEY_VAULT_NAME"] = "kv-office",
            ["ONEVISIT_BOT_VAULT_NAME"] = "kv-bot",
            ["ONEVISIT_DATA_ACCOUNT"] = "ovdata",
        })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>Where there is a shell.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "The scripts are for sh." : null;
}

/// <inheritdoc cref="UnixFactAttribute"/>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "The scripts are for sh." : null;
}
