using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding;

/// <summary>
/// The patterns by which free text is understood, from <c>patterns.json</c>. Plain expressions that anybody can read and contest. Repetitions in them
/// are bounded, as is the text they read, so that no message can keep a turn busy; a second is the backstop.
/// </summary>
internal static class Patterns
{
    private static readonly JsonElement Root = Load();

    public static FrozenDictionary<string, Regex> Commands { get; } = Map("commands");

    public static FrozenDictionary<string, Regex> Answers { get; } = Map("answers");

    public static FrozenDictionary<string, Regex> Periods { get; } = Map("periods");

    /// <summary>Subjects one can ask to change, most particular first.</summary>
    public static ImmutableArray<KeyValuePair<string, Regex>> Topics { get; } = [.. List("topics")];

    /// <summary>Words for grades, most particular first.</summary>
    public static ImmutableArray<KeyValuePair<string, Regex>> Stars { get; } = [.. List("stars")];

    public static ImmutableArray<StoryPattern> Events { get; } =
    [
        .. Root.GetProperty("events").EnumerateArray().Select(line => new StoryPattern(
            line.GetProperty("name").GetString()!, Optional(line, "group"), Has(line, "grief"), Has(line, "count"), Has(line, "intent"),
            Compile(line.GetProperty("pattern").GetString()!))),
    ];

    public static ImmutableArray<FactPattern> Facts { get; } =
    [
        .. Root.GetProperty("facts").EnumerateArray().Select(line => new FactPattern(
            line.GetProperty("fact").GetString()!, line.GetProperty("value").GetString()!, Compile(line.GetProperty("pattern").GetString()!))),
    ];

    public static Regex Members { get; } = One("members");
    public static Regex Clause { get; } = One("clause");
    public static Regex Wage { get; } = One("wage");
    public static Regex Whole { get; } = One("whole");
    public static Regex Medical { get; } = One("medical");
    public static Regex Spent { get; } = One("spent");
    public static Regex AfterCount { get; } = One("afterCount");
    public static Regex Negative { get; } = One("negative");
    public static Regex OwedBefore { get; } = One("owedBefore");
    public static Regex OwedAfter { get; } = One("owedAfter");
    public static Regex RangeBetween { get; } = One("rangeBetween");
    public static Regex Village { get; } = One("village");
    public static Regex VillageLead { get; } = One("villageLead");
    public static Regex Kin { get; } = Part("kin", "pattern");
    public static Regex KinPairs { get; } = Part("kin", "pairs");
    public static Regex KinWithSelf { get; } = Part("kin", "includesSelf");
    public static Regex KinUncounted { get; } = Part("kin", "many");
    public static Regex Alone { get; } = Part("kin", "alone");

    public static FrozenDictionary<char, int> Digits { get; } = Numbers("digits").ToFrozenDictionary(pair => pair.Key[0], pair => (int)pair.Value);
    public static FrozenDictionary<char, decimal> Units { get; } = Numbers("units").ToFrozenDictionary(pair => pair.Key[0], pair => pair.Value);
    public static FrozenDictionary<string, decimal> NumberWords { get; } = Numbers("words").ToFrozenDictionary(StringComparer.Ordinal);
    public static FrozenDictionary<string, decimal> NumberWordUnits { get; } = Numbers("wordUnits").ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsCommand(this string comparable, string name) => Commands[name].IsMatch(comparable);

    public static bool Says(this string comparable, string name) => Answers[name].IsMatch(comparable);

    private static JsonElement Load()
    {
        using var file = typeof(Patterns).Assembly.GetManifestResourceStream("understanding/patterns.json")!;
        return JsonDocument.Parse(file).RootElement;
    }

    private static IEnumerable<KeyValuePair<string, Regex>> List(string group) =>
        Root.GetProperty(group).EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Compile(entry.Value.GetString()!)));

    private static FrozenDictionary<string, Regex> Map(string group) => List(group).ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, decimal>> Numbers(string group) =>
        Root.GetProperty("numerals").GetProperty(group).EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetDecimal()));

    private static Regex One(string name) => Compile(Root.GetProperty(name).GetString()!);

    private static Regex Part(string group, string name) => Compile(Root.GetProperty(group).GetProperty(name).GetString()!);

    // Interpreted: building automata (NonBacktracking) or code (Compiled) for a hundred patterns takes seconds at the start and saves microseconds later.
    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static string? Optional(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Has(JsonElement line, string name) => line.TryGetProperty(name, out var value) && value.GetBoolean();
}

/// <param name="Group">Of several patterns of a group only the first that fits counts.</param>
/// <param name="Grief">Somebody died: condole, once.</param>
/// <param name="Count">The pattern's group <c>n</c> says how many.</param>
/// <param name="Intent">A wish, not something that happened.</param>
internal sealed record StoryPattern(string Name, string? Group, bool Grief, bool Count, bool Intent, Regex Pattern);

/// <param name="Fact">Name of the household fact.</param>
internal sealed record FactPattern(string Fact, string Value, Regex Pattern);
