using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding;

/// <summary>The patterns by which free text is understood, from <c>patterns.json</c>.</summary>
internal static class Patterns
{
    private static readonly PatternFile File = PatternFile.Open("patterns");

    public static FrozenDictionary<string, Regex> Commands { get; } = File.Map("commands");

    public static FrozenDictionary<string, Regex> Answers { get; } = File.Map("answers");

    /// <summary>Pay by the day says little about a month.</summary>
    public static Regex Daily { get; } = File.One("daily");

    /// <summary>Words for a period, and how many months it has.</summary>
    public static ImmutableArray<(Regex Pattern, int Months)> Periods { get; } =
        [.. File.Lines("periods").Select(line => (PatternFile.Compile(line.GetProperty("pattern").GetString()!), line.GetProperty("months").GetInt32()))];

    /// <summary>Subjects one can ask to change, most particular first.</summary>
    public static ImmutableArray<KeyValuePair<string, Regex>> Topics { get; } = File.List("topics");

    /// <summary>Words for grades, most particular first.</summary>
    public static ImmutableArray<KeyValuePair<string, Regex>> Stars { get; } = File.List("stars");

    /// <summary>Words for grades of ability, 0 to 3, most particular first.</summary>
    public static ImmutableArray<KeyValuePair<string, Regex>> AbilityGrades { get; } = File.List("abilityGrades");

    public static ImmutableArray<StoryPattern> Events { get; } =
    [
        .. File.Lines("events").Select(line => new StoryPattern(
            line.GetProperty("name").GetString()!, Optional(line, "group"), Has(line, "grief"), Has(line, "count"), Has(line, "intent"),
            line.TryGetProperty("services", out var services) ? [.. services.EnumerateArray().Select(code => code.GetString()!)] : [],
            PatternFile.Compile(line.GetProperty("pattern").GetString()!))),
    ];

    public static ImmutableArray<FactPattern> Facts { get; } =
    [
        .. File.Lines("facts").Select(line => new FactPattern(
            line.GetProperty("fact").GetString()!, line.GetProperty("value").GetString()!, PatternFile.Compile(line.GetProperty("pattern").GetString()!))),
    ];

    public static Regex Members { get; } = File.One("members");
    public static Regex Clause { get; } = File.One("clause");
    public static Regex Wage { get; } = File.One("wage");
    public static Regex Whole { get; } = File.One("whole");
    public static Regex PerHead { get; } = File.One("perHead");
    public static Regex Medical { get; } = File.One("medical");
    public static Regex Spent { get; } = File.One("spent");
    public static Regex AfterCount { get; } = File.One("afterCount");
    public static Regex Negative { get; } = File.One("negative");
    public static Regex Reimbursed { get; } = File.One("reimbursed");
    public static Regex OwedBefore { get; } = File.One("owedBefore");
    public static Regex OwedAfter { get; } = File.One("owedAfter");
    public static Regex RangeBetween { get; } = File.One("rangeBetween");
    public static Regex Village { get; } = File.One("village");
    public static Regex VillageLead { get; } = File.One("villageLead");
    public static Regex Kin { get; } = File.One("kin", "pattern");
    public static Regex KinPairs { get; } = File.One("kin", "pairs");
    public static Regex KinWithSelf { get; } = File.One("kin", "includesSelf");
    public static Regex KinUncounted { get; } = File.One("kin", "many");
    public static Regex Alone { get; } = File.One("kin", "alone");

    public static FrozenDictionary<char, int> Digits { get; } = File.Numbers("numerals", "digits").ToFrozenDictionary(pair => pair.Key[0], pair => (int)pair.Value);
    public static FrozenDictionary<char, decimal> Units { get; } = File.Numbers("numerals", "units").ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value);
    public static FrozenDictionary<string, decimal> NumberWords { get; } = File.Numbers("numerals", "words");
    public static FrozenDictionary<string, decimal> NumberWordUnits { get; } = File.Numbers("numerals", "wordUnits");

    /// <summary>Vague amounts in front, as how many of the next unit they are: 「几百」 is two to nine hundred.</summary>
    public static ImmutableArray<VagueNumber> Vague { get; } =
        [.. File.Lines("vague").Select(line => new VagueNumber(PatternFile.Compile($@"\G({line.GetProperty("pattern").GetString()!})"), line.GetProperty("low").GetDecimal(), line.GetProperty("high").GetDecimal()))];

    /// <summary>The characters with which <see cref="Vague"/> begin, to look no further at most places.</summary>
    public static FrozenSet<char> VagueStart { get; } = File.Text("vagueStart").ToFrozenSet();

    /// <summary>Behind a number: a part of its last unit more, at most this much of it.</summary>
    public static Regex AndMore { get; } = File.One("andMore");

    public static bool IsCommand(this string comparable, string name) => Commands[name].IsMatch(comparable);

    public static bool Says(this string comparable, string name) => Answers[name].IsMatch(comparable);

    private static string? Optional(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Has(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.GetBoolean();
}

/// <param name="Group">Of several patterns of a group only the first that fits counts.</param>
/// <param name="Grief">Somebody died: condole, once.</param>
/// <param name="Count">The pattern's group <c>n</c> says how many.</param>
/// <param name="Intent">A wish, not something that happened.</param>
/// <param name="Services">Codes of the services to ask about where this is told.</param>
internal sealed record StoryPattern(string Name, string? Group, bool Grief, bool Count, bool Intent, ImmutableArray<string> Services, Regex Pattern);

/// <param name="Fact">Name of the household fact.</param>
internal sealed record FactPattern(string Fact, string Value, Regex Pattern);

/// <param name="Pattern">Its group <c>unit</c> is the unit counted; without one the whole is a number of its own. It fits only where it is looked for.</param>
internal sealed record VagueNumber(Regex Pattern, decimal Low, decimal High);
