using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OneVisit.Domain;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Issued;

/// <summary>The words of papers that the office issues, from <c>Issued/Data</c>; <c>{0}</c> in them is filled in.</summary>
internal sealed class IssuedWords(Language reader)
{
    private static readonly Lazy<FrozenDictionary<string, Text>> Read = new(() =>
    {
        using var stream = typeof(IssuedWords).Assembly.GetManifestResourceStream("Issued/words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Text>>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.ToFrozenDictionary(StringComparer.Ordinal);
    });

    private readonly FormWords words = new(reader);

    public static IReadOnlyDictionary<string, Text> All => Read.Value;

    public bool InEnglish => reader == Language.English;

    /// <exception cref="KeyNotFoundException">Not among the words.</exception>
    public static Text Text(string key) => Read.Value.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException(key);

    // Once over the template: what stands in a fact is never filled again.
    public static Text Text(string key, params ImmutableArray<Text> facts) => new(
        string.Format(CultureInfo.InvariantCulture, Text(key).Zh, [.. facts.Select(fact => fact.Zh)]),
        string.Format(CultureInfo.InvariantCulture, Text(key).En, [.. facts.Select(fact => fact.En)]));

    public static Text Same(string text) => new(text, text);

    public static Text Same(int number) => Same(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A day with its weekday.</summary>
    public static Text Day(DateOnly day) => new(
        day.ToString("yyyy 年 M 月 d 日（ddd）", CultureInfo.GetCultureInfo("zh-CN")), day.ToString("ddd, d MMMM yyyy", CultureInfo.GetCultureInfo("en")));

    public static Text Month(DateOnly day) => new(day.ToString("yyyy 年 M 月", CultureInfo.GetCultureInfo("zh-CN")), day.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en")));

    public static Text Joined(IEnumerable<Text> texts)
    {
        var all = texts.ToArray();
        return new(string.Join("、", all.Select(text => text.Zh)), string.Join(", ", all.Select(text => text.En)));
    }

    public Wording Of(Text text) => words.Of(text);

    public Wording Of(string key) => Of(Text(key));

    public Wording Of(string key, params ImmutableArray<Text> facts) => Of(Text(key, facts));
}
