using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>How people write dates, ages and spans of time, from <c>dates.json</c>.</summary>
internal static class DateWords
{
    private static readonly PatternFile File = PatternFile.Open("dates");

    public static Regex Lunar { get; } = File.One("lunar");
    public static Regex Solar { get; } = File.One("solar");
    public static ImmutableArray<Regex> Forms { get; } = File.Row("forms");
    public static ImmutableArray<Regex> Years { get; } = File.Row("years");
    public static FrozenDictionary<string, decimal> RelativeYears { get; } = File.Numbers("relativeYears");
    public static FrozenDictionary<string, decimal> YearsToCome { get; } = File.Numbers("yearsToCome");
    public static Regex EndOfYear { get; } = File.One("endOfYear");
    public static ImmutableArray<(Regex Pattern, int Year)> NamedYears { get; } = [.. File.Numbers("namedYears").Select(pair => (PatternFile.Compile(pair.Key), (int)pair.Value))];
    public static Regex MonthAndDay { get; } = File.One("monthAndDay");
    public static FrozenDictionary<string, decimal> Months { get; } = File.Numbers("months");
    public static Regex LunarMonths { get; } = File.One("lunarMonths");
    public static ImmutableArray<Festival> Festivals { get; } = [.. File.Lines("festivals").Select(line => new Festival(Pattern(line), Has(line, "lunar"), Number(line, "month"), Number(line, "day"), Has(line, "last")))];
    public static ImmutableArray<(Regex Pattern, int From, int To)> PartsOfYear { get; } = [.. File.Lines("partsOfYear").Select(line => (Pattern(line), Number(line, "from")!.Value, Number(line, "to")!.Value))];
    public static ImmutableArray<Regex> Decades { get; } = File.Row("decades");

    public static Regex Zodiac { get; } = File.One("zodiac", "pattern");
    public static FrozenDictionary<string, decimal> Animals { get; } = File.Numbers("zodiac", "animals");
    public static Regex Cycle { get; } = File.One("cycle", "pattern");
    public static string Stems { get; } = File.Text("cycle", "stems");
    public static string Branches { get; } = File.Text("cycle", "branches");

    public static string ClauseEnds { get; } = File.Text("ages", "clauseEnds");
    public static Regex AgeUnit { get; } = File.One("ages", "unitBehind");
    public static Regex AgeWord { get; } = File.One("ages", "wordBefore");
    public static Regex NoAge { get; } = File.One("ages", "moneyBehind");
    public static Regex AgeFiller { get; } = File.One("ages", "filler");
    public static Regex NominalAge { get; } = File.One("ages", "nominal");
    public static Regex FullAge { get; } = File.One("ages", "full");
    public static ImmutableArray<VagueAge> VagueAges { get; } = [.. File.Lines("ages", "vague").Select(VagueAge.Of)];
    public static Regex AgeDecade { get; } = File.One("ages", "decade");
    public static FrozenDictionary<string, decimal> AgeDecades { get; } = File.Numbers("ages", "decades");
    public static FrozenDictionary<string, decimal> AgeDecadeParts { get; } = File.Numbers("ages", "decadeParts");
    public static ImmutableArray<(Regex Pattern, int? Months)> AgesInMonths { get; } = [.. File.Lines("ages", "months").Select(line => (Pattern(line), Number(line, "months")))];

    public static Regex Lasting { get; } = File.One("lasting", "number");
    public static Regex NearlyLasting { get; } = File.One("lasting", "nearly");
    public static ImmutableArray<(Regex Pattern, int Low, int High)> FixedLasting { get; } = [.. File.Lines("lasting", "fixed").Select(line => (Pattern(line), Number(line, "low")!.Value, Number(line, "high")!.Value))];
    public static Regex Sentence { get; } = File.One("lasting", "sentence");
    public static Regex ForLife { get; } = File.One("lasting", "life");

    /// <summary>廿 and 卅 written out, which keeps the place of nothing else.</summary>
    public static string WithoutTallies(string text) =>
        text.Replace(File.Text("twenties"), "二十", StringComparison.Ordinal).Replace(File.Text("thirties"), "三十", StringComparison.Ordinal);

    private static Regex Pattern(JsonElement line) => PatternFile.Compile(line.GetProperty("pattern").GetString()!);

    private static int? Number(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static bool Has(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.GetBoolean();
}

/// <param name="Day"><c>null</c>: the pattern's group <c>d</c> says it.</param>
/// <param name="Last">The last day of the year.</param>
internal sealed record Festival(Regex Pattern, bool Lunar, int? Month, int? Day, bool Last);

/// <summary>Words that make an age vague, by how many years.</summary>
/// <param name="Tens">Only of whole tens: 「七十多」.</param>
internal sealed record VagueAge(Regex? Before, Regex? Behind, int Low, int High, bool Tens)
{
    public static VagueAge Of(JsonElement line) => new(
        line.TryGetProperty("before", out var before) ? PatternFile.Compile(before.GetString()!) : null,
        line.TryGetProperty("behind", out var behind) ? PatternFile.Compile(behind.GetString()!) : null,
        line.GetProperty("low").GetInt32(), line.GetProperty("high").GetInt32(), line.TryGetProperty("tens", out _));

    public bool Fits(string before, string behind, decimal age) =>
        (!Tens || age % 10 == 0) && (Before?.IsMatch(before) ?? true) && (Behind?.IsMatch(behind) ?? true);
}
