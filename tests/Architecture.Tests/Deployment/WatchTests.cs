using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>An alarm that listens for what nobody says never rings.</summary>
public sealed partial class WatchTests
{
    private static readonly string[] Watchers = ["modules/alerts.bicep", "workbook.json", "workbook.lines.json"];

    // What the host tells by its connection string, and what a diagnostic setting of the bot's sends.
    private static readonly string[] WithoutCollector = ["AppTraces", "AppRequests", "AppServiceConsoleLogs"];

    private static string Programs { get; } = string.Concat(Repository.Sources("functions", "bot").Select(source => source.Text));

    [Fact]
    public void Every_figure_that_is_watched_is_given() => Assert.All(Figures(), figure => Assert.Contains($"\"{figure}\"", Programs, StringComparison.Ordinal));

    [Fact]
    public void Every_figure_that_is_given_is_watched() =>
        Assert.Equal(GivenFigure().Matches(Programs).Select(found => found.Value.Trim('"')).Distinct().Order(StringComparer.Ordinal), Figures().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_that_is_watched_is_written()
    {
        var lines = Watchers.SelectMany(watcher => Line().Matches(Bicep.Read(watcher).Replace("\\\"", "\"", StringComparison.Ordinal))).Select(found => found.Groups["text"].Value).ToArray();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(line, Programs, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_collector_the_same_alarms_are_there() =>
        Assert.Equal(Alarms("ofFigures"), Alarms("inTheirPlace"));

    [Fact]
    public void Without_the_collector_the_page_has_the_same_parts_and_asks_for_nothing_that_is_not_there()
    {
        Assert.Equal(Parts("workbook.json"), Parts("workbook.lines.json"));
        Assert.Empty(Tables(Bicep.Read("workbook.lines.json")).Except(WithoutCollector));
        Assert.Empty(Tables(Bicep.Variable("modules/alerts.bicep", "inTheirPlace") + Bicep.Variable("modules/alerts.bicep", "ofLines")).Except(WithoutCollector));
    }

    // Refused, what the host tells would be lost without a sign: where a cloud takes no identity, the address is enough.
    [Fact]
    public void In_each_cloud_what_the_host_tells_is_taken()
    {
        Assert.Equal(["public", "china"], Ingestion().Matches(Bicep.Read("clouds.bicep")).Select(found => found.Groups["cloud"].Value));
        Assert.Contains("byAddress: !empty(collectorImage) || !here.hasEntraIngestion", Bicep.Read(Bicep.Main), StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: !byAddress", Bicep.Read("modules/telemetry.bicep"), StringComparison.Ordinal);
        Assert.Contains("var tellingSettings = here.hasEntraIngestion ? { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: ", Bicep.Read(Bicep.Main), StringComparison.Ordinal);
        Assert.Contains("  APPLICATIONINSIGHTS_CONNECTION_STRING: ", Bicep.Variable(Bicep.Main, "backOfficeSettings"), StringComparison.Ordinal);
        Assert.Contains("{ category: 'AppServiceConsoleLogs', enabled: true }", Bicep.Read("modules/bot.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_is_heard_by_a_round_that_there_is()
    {
        var silent = Silent().Match(Bicep.Read("modules/alerts.bicep"));
        var round = Repository.Sources("functions").Single(source => source.Path.EndsWith($"/{silent.Groups["round"].Value}.cs", StringComparison.Ordinal));

        Assert.Contains($"[Function(nameof({silent.Groups["round"].Value}))]", round.Text, StringComparison.Ordinal);
        Assert.Contains("TimerTrigger(\"0 */5 * * * *\")", round.Text, StringComparison.Ordinal);
        Assert.InRange(int.Parse(silent.Groups["minutes"].Value, CultureInfo.InvariantCulture), 3 * 5, 60);
    }

    // Mail that says "resolved" while a notice lies aside would be believed.
    [Theory]
    [InlineData("inTheirPlace", "notices-put-aside", "cases-red", "facts-refused", "catalogue-unreadable", "journals-changed", "values-in-full")]
    [InlineData("ofFigures", "cases-red", "facts-refused", "values-in-full")]
    [InlineData("ofLines", "a-number-in-a-log", "erasing-failed")]
    public void What_is_told_once_is_not_over_when_its_line_is_old(string rules, params string[] once)
    {
        Assert.Equal(once, Lasting().Matches(Bicep.Variable("modules/alerts.bicep", rules)).Where(rule => rule.Groups["lasts"].Value == "false").Select(rule => rule.Groups["name"].Value));
        Assert.Contains("autoMitigate: rule.lasts", Bicep.Read("modules/alerts.bicep"), StringComparison.Ordinal);
    }

    // The loop reads it of every one: with one without it nothing at all is deployed.
    [Theory]
    [InlineData("ofFigures")]
    [InlineData("inTheirPlace")]
    [InlineData("ofLines")]
    public void Every_alarm_says_whether_it_lasts(string rules) =>
        Assert.Equal(Alarms(rules), Lasting().Matches(Bicep.Variable("modules/alerts.bicep", rules)).Select(rule => rule.Groups["name"].Value));

    // The host is called as the app is (func-onevisit-…), the programs as they call themselves.
    [Fact]
    public void The_page_finds_the_programs_by_what_all_their_names_hold() =>
        Assert.All(["workbook.json", "workbook.lines.json"], page => Assert.DoesNotMatch("AppRoleName (startswith|==)", Bicep.Read(page)));

    private static IEnumerable<string> Figures() => Watchers.SelectMany(watcher => WatchedFigure().Matches(Bicep.Read(watcher))).Select(found => found.Value).Distinct();

    private static IEnumerable<string> Tables(string queries) => Table().Matches(queries).Select(found => found.Value).Distinct();

    private static IEnumerable<string> Parts(string page) =>
        JsonDocument.Parse(Bicep.Read(page)).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!);

    private static IEnumerable<string> Alarms(string variable) => Alarm().Matches(Bicep.Variable("modules/alerts.bicep", variable)).Select(found => found.Groups["name"].Value);

    [GeneratedRegex(@"\bonevisit\.[a-z]+\.[a-z]+\b")]
    private static partial Regex WatchedFigure();

    [GeneratedRegex(@"""onevisit\.[a-z]+\.[a-z]+""")]
    private static partial Regex GivenFigure();

    [GeneratedRegex(@"\b(?:Message|ResultDescription) has ""(?<text>[^""]+)""")]
    private static partial Regex Line();

    [GeneratedRegex(@"^    name: '(?<name>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex Alarm();

    [GeneratedRegex(@"^    name: '(?<name>[^']+)'\r?\n    lasts: (?<lasts>true|false)", RegexOptions.Multiline)]
    private static partial Regex Lasting();

    [GeneratedRegex(@"\bApp[A-Z]\w+(?= \|)")]
    private static partial Regex Table();

    [GeneratedRegex(@"^  (?<cloud>\w+): \{(?:(?!^  \}).)*?^    hasEntraIngestion: (?:true|false)\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Ingestion();

    [GeneratedRegex(@"minutes: (?<minutes>[0-9]+)\s+query: 'AppRequests \| where Name == ""(?<round>\w+)"" \| summarize Rounds = count\(\) \| where Rounds == 0'")]
    private static partial Regex Silent();
}
