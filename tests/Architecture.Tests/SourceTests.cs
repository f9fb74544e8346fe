using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests;

/// <summary>What the product's sources may not contain.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void Product_code_is_the_same_in_both_builds() =>
        Assert.Empty(Where(Repository.Sources("functions", "bot"), ConditionalCompilation()));

    [Fact]
    public void Clocks_are_time_providers() =>
        Assert.Empty(Where(Repository.Sources("functions", "bot"), WallClock()));

    [Fact]
    public void No_test_sleeps() =>
        Assert.Empty(Where(Repository.Sources("tests").Where(file => !file.Path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal)), Sleep()));

    [Fact]
    public void Product_code_does_not_name_the_local_runtime() =>
        Assert.Empty(Where(Repository.Sources("functions", "bot"), LocalRuntime()));

    [Fact]
    public void The_root_holds_the_four_folders_of_the_map_and_no_other()
    {
        var folders = Directory.EnumerateDirectories(Repository.Root).Select(Path.GetFileName).OfType<string>()
            .Where(name => name[0] != '.' && name is not ("bin" or "obj" or "TestResults" or "BenchmarkDotNet.Artifacts"));

        Assert.Equal(["bot", "functions", "infra", "tests"], folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_root_holds_one_solution() =>
        Assert.Equal(["OneVisit.slnx"], Directory.EnumerateFiles(Repository.Root).Select(Path.GetFileName).OfType<string>().Where(name => name.EndsWith(".slnx", StringComparison.Ordinal) || name.EndsWith(".sln", StringComparison.Ordinal)));

    private static IEnumerable<string> Where(IEnumerable<(string Path, string Text)> sources, Regex pattern) =>
        from source in sources where pattern.IsMatch(source.Text) select source.Path;

    [GeneratedRegex(@"^\s*#if\b", RegexOptions.Multiline)]
    private static partial Regex ConditionalCompilation();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bOneVisit\.Local\b")]
    private static partial Regex LocalRuntime();
}
