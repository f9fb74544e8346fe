using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

/// <summary>What README reckons is what the programs do.</summary>
public sealed partial class CostTests
{
    private const int Days = 30;

    private static string Readme { get; } = Bicep.Read("README.md").ReplaceLineEndings("\n");

    [Fact]
    public void Timers_run_as_often_as_it_says()
    {
        var timers = Repository.Sources("functions", "bot").SelectMany(source => Timer().Matches(source.Text)).Select(found => ADay(found.Groups["when"].Value)).ToArray();
        var said = Said().Match(Readme);
        int Number(string name) => int.Parse(said.Groups[name].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        Assert.Equal(
            [(1440, Number("minute")), (288, Number("five")), (144, Number("ten")), (24, Number("hour")), (1, Number("day"))],
            timers.GroupBy(runs => runs).OrderByDescending(group => group.Key).Select(group => (group.Key, group.Count())));
        Assert.InRange(Number("runs"), 0.99 * timers.Sum() * Days, 1.01 * timers.Sum() * Days);
    }

    [Fact]
    public void A_case_asks_of_storage_what_the_test_of_it_lets_pass()
    {
        var (test, said) = (Repository.Sources("tests").Single(source => source.Path.EndsWith("/StorageRequestTests.cs", StringComparison.Ordinal)).Text, OfACase().Match(Readme));
        int Number(string name) => int.Parse(said.Groups[name].Value, CultureInfo.InvariantCulture);
        int Most(string name) => int.Parse(Regex.Match(test, $@"const int {name} = (\d+);").Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.Equal((Most("Most"), Most("MostForNotices")), (Number("most"), Number("mostAsked")));
        Assert.InRange(Number("own") + Number("engine"), Most("Most") - 5, Most("Most"));
        Assert.Contains($"| tables: {Number("tables")} + {Number("asked")} + 60 |", Readme, StringComparison.Ordinal);
    }

    // The first number of a cell is Azure public's; the last, in brackets, China's.
    [Fact]
    public void What_is_paid_whether_anybody_comes_adds_up()
    {
        var table = Table().Match(Readme);
        var rows = table.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToArray();
        var together = Cells(table.Groups["together"].Value);

        Assert.NotEmpty(rows);
        Assert.All([0, 1, 2], kind => Assert.Equal(Prices(together[kind]).Public, rows.Sum(row => Prices(row[kind]).Public)));
        Assert.All([1, 2], kind => Assert.Equal(Prices(together[kind]).China, rows.Sum(row => Prices(row[kind]).China)));
    }

    [Fact]
    public void Alarms_are_as_many_as_are_paid_for()
    {
        var rules = Regex.Count(Bicep.Variable("modules/alerts.bicep", "ofFigures") + Bicep.Variable("modules/alerts.bicep", "ofLines"), "^    name: ", RegexOptions.Multiline);

        Assert.Contains($"alarms ({rules} by lines or figures, one by metric)", Readme, StringComparison.Ordinal);
    }

    // Second, minute, hour; every day.
    private static int ADay(string cron) => cron.Split(' ') switch
    {
        [_, "*", "*", "*", "*", "*"] => 1440,
        [_, var minute, "*", "*", "*", "*"] when minute.Split('/') is [_, var step] => 1440 / int.Parse(step, CultureInfo.InvariantCulture),
        [_, _, "*", "*", "*", "*"] => 24,
        [_, _, _, "*", "*", "*"] => 1,
        _ => throw new NotSupportedException($"How often is {cron}?"),
    };

    private static string[] Cells(string row) => row.Split('|', StringSplitOptions.TrimEntries)[2..5];

    private static (int Public, int China) Prices(string cell)
    {
        var numbers = Price().Matches(cell).Select(found => int.Parse(found.Value, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [] ? default : (numbers[0], numbers[^1]);
    }

    [GeneratedRegex(@"TimerTrigger\(""(?<when>[^""]+)""")]
    private static partial Regex Timer();

    [GeneratedRegex(@"Timers run (?<runs>[0-9,]+) times a month \((?<minute>\d+) each minute, (?<five>\d+) every five minutes, (?<ten>\d+) every ten, (?<hour>\d+) each hour, (?<day>\d+) a day\)")]
    private static partial Regex Said();

    [GeneratedRegex(@"\*\*(?<own>\d+)\*\* requests of our own \((?<tables>\d+) tables.*?\*\*(?<engine>\d+)\*\* reckoned for the engine.*?lets (?<most>\d+) pass.*?\*\*(?<asked>\d+)\*\* requests more \(tables; the test lets (?<mostAsked>\d+) pass\)", RegexOptions.Singleline)]
    private static partial Regex OfACase();

    [GeneratedRegex(@"\| \| dev \| pilot \| city \|\n\|---\|---\|---\|---\|\n(?<rows>(?:\| (?!\*\*together)[^\n]*\n)+)(?<together>\| \*\*together[^\n]*)\n")]
    private static partial Regex Table();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Price();
}
