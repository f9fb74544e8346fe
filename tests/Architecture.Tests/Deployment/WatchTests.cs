using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>An alarm that listens for what nobody says never rings.</summary>
public sealed partial class WatchTests
{
    private static readonly string[] Watchers = ["modules/alerts.bicep", "workbook.json"];

    private static string Programs { get; } = string.Concat(Repository.Sources("functions", "bot").Select(source => source.Text));

    [Fact]
    public void Every_figure_that_is_watched_is_given() => Assert.All(Figures(), figure => Assert.Contains($"\"{figure}\"", Programs, StringComparison.Ordinal));

    [Fact]
    public void Every_figure_that_is_given_is_watched() =>
        Assert.Equal(GivenFigure().Matches(Programs).Select(found => found.Value.Trim('"')).Distinct().Order(StringComparer.Ordinal), Figures().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_that_is_watched_is_written()
    {
        var lines = Line().Matches(Bicep.Read("modules/alerts.bicep")).Select(found => found.Groups["text"].Value).ToArray();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(line, Programs, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_collector_the_same_alarms_are_there() =>
        Assert.Equal(Alarms("ofFigures"), Alarms("inTheirPlace"));

    private static IEnumerable<string> Figures() => Watchers.SelectMany(watcher => WatchedFigure().Matches(Bicep.Read(watcher))).Select(found => found.Value).Distinct();

    private static IEnumerable<string> Alarms(string variable) => Alarm().Matches(Bicep.Variable("modules/alerts.bicep", variable)).Select(found => found.Groups["name"].Value);

    [GeneratedRegex(@"\bonevisit\.[a-z]+\.[a-z]+\b")]
    private static partial Regex WatchedFigure();

    [GeneratedRegex(@"""onevisit\.[a-z]+\.[a-z]+""")]
    private static partial Regex GivenFigure();

    [GeneratedRegex(@"\b(?:Message|ResultDescription) has ""(?<text>[^""]+)""")]
    private static partial Regex Line();

    [GeneratedRegex(@"^    name: '(?<name>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Alarm();
}
