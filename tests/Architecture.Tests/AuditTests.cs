using System.Diagnostics;
using System.Text.Json;

namespace OneVisit.Architecture.Tests;

/// <summary>What continuous integration says about known weaknesses of packages.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Weak = """{ "projects": [ { "frameworks": [ { "topLevelPackages": [ { "id": "Weak.Package", "vulnerabilities": [ { "severity": "High", "advisoryurl": "https://advisories.example/GHSA-aaaa-bbbb-cccc" } ] } ] } ] } ] }""";
    private const string Fine = """{ "projects": [ { "path": "x" } ] }""";
    private const string NothingOfNpm = """{ "vulnerabilities": {} }""";
    private const string WeakOfNpm = """{ "vulnerabilities": { "weak": { "via": [ "other", { "name": "weak", "severity": "low", "url": "https://advisories.example/GHSA-dddd-eeee-ffff" } ] } } }""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("onevisit-audit-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Where_nothing_is_known_all_is_fine() => Assert.StartsWith("0 Dependency audit: fine; NuGet 0 known; npm 0 known; browsers 0 known; 0 accepted.", Audit(Fine, NothingOfNpm, "[]"), StringComparison.Ordinal);

    [Fact]
    public void A_weakness_nobody_accepted_fails() => Assert.Contains("High GHSA-aaaa-bbbb-cccc Weak.Package", Failed(Weak, NothingOfNpm, "[]"), StringComparison.Ordinal);

    [Fact]
    public void A_weakness_of_what_is_never_deployed_is_told_and_fails_nothing()
    {
        var said = Audit(Fine, WeakOfNpm, "[]");

        Assert.StartsWith("0 Dependency audit: fine", said, StringComparison.Ordinal);
        Assert.Contains("on this machine only: low GHSA-dddd-eeee-ffff weak", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weakness_of_what_runs_in_browsers_is_told_and_fails_who_publishes()
    {
        Assert.Contains("in browsers: low GHSA-dddd-eeee-ffff weak", Audit(Fine, NothingOfNpm, "[]", WeakOfNpm), StringComparison.Ordinal);
        Assert.StartsWith("1 Dependency audit: FAILED", Audit(Fine, NothingOfNpm, "[]", WeakOfNpm, "--strict"), StringComparison.Ordinal);
        Assert.StartsWith("0 Dependency audit: fine", Audit(Fine, WeakOfNpm, "[]", NothingOfNpm, "--strict"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_was_asked_nothing_is_called_fine()
    {
        Assert.StartsWith("0 Dependency audit: not made", Audit("{}", "{}", "[]", "{}"), StringComparison.Ordinal);
        Assert.StartsWith("0 Dependency audit: fine as far as it was asked", Audit(Fine, "{}", "[]", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_accepted_until_later_does_not() => Assert.StartsWith("0 ", Audit(Weak, NothingOfNpm, Accepted("2026-12-31")), StringComparison.Ordinal);

    [Fact]
    public void An_acceptance_ends_on_its_day() => Assert.Contains("accepted until 2026-11-26 only", Failed(Weak, NothingOfNpm, Accepted("2026-11-26")), StringComparison.Ordinal);

    [Fact]
    public void An_acceptance_that_is_not_needed_any_more_fails() => Assert.Contains("not found any more: GHSA-aaaa-bbbb-cccc", Failed(Fine, NothingOfNpm, Accepted("2026-12-31")), StringComparison.Ordinal);

    [Fact]
    public void An_acceptance_says_why() => Assert.Contains("without id, package, reason or until", Failed(Weak, NothingOfNpm, """[{ "id": "GHSA-aaaa-bbbb-cccc", "package": "Weak.Package", "until": "2026-12-31" }]"""), StringComparison.Ordinal);

    [Fact]
    public void What_is_accepted_today_is_written_as_it_has_to_be() => Assert.All(
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".ci/accepted-findings.json"))).RootElement.EnumerateArray(),
        one => Assert.Equal(["id", "package", "reason", "until"], one.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal)));

    private static string Accepted(string until) => $$"""[{ "id": "GHSA-aaaa-bbbb-cccc", "package": "Weak.Package", "reason": "we never call what is weak in it", "until": "{{until}}" }]""";

    private string Failed(string nuget, string npm, string accepted)
    {
        var said = Audit(nuget, npm, accepted);
        Assert.StartsWith("1 Dependency audit: FAILED", said, StringComparison.Ordinal);
        return said;
    }

    // How it ended, and what it said.
    private string Audit(string nuget, string npm, string accepted, string browser = NothingOfNpm, params string[] asked)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, ".ci/audit.cjs"), "--today", "2026-11-27", "--nuget", Put("nuget", nuget), "--npm", Put("npm", npm), "--browser", Put("browser", browser), "--accepted", Put("accepted", accepted), .. asked]) { RedirectStandardOutput = true })!;
        var said = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return $"{node.ExitCode} {said}";
    }

    private string Put(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name + ".json");
        File.WriteAllText(file, text);
        return file;
    }
}
