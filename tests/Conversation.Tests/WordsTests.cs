using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Tests;

public sealed partial class WordsTests
{
    private static readonly Dictionary<string, string> Chinese = Read("zh-CN");
    private static readonly Dictionary<string, string> English = Read("en");

    [Fact]
    public void Both_languages_hold_the_same_keys() => Assert.Equal(Chinese.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Both_languages_hold_the_same_placeholders() => Assert.All(
        Chinese.Where(pair => !pair.Key.StartsWith("names.format.", StringComparison.Ordinal)),
        pair => Assert.Equal(Holes(pair.Value), Holes(English[pair.Key])));

    [Fact]
    public void Every_phrase_of_the_program_is_in_the_book_and_no_other() =>
        Assert.Equal(Enum.GetNames<Words.Phrase>().Order(), Chinese.Keys.Where(key => key.StartsWith("phrases.", StringComparison.Ordinal)).Select(key => key["phrases.".Length..]).Order());

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Distinct().Order();

    private static Dictionary<string, string> Read(string language)
    {
        using var file = typeof(ResidentDialogue).Assembly.GetManifestResourceStream($"words/{language}.json")!;
        using var json = JsonDocument.Parse(file);
        return Flatten(json.RootElement, "").ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    private static IEnumerable<(string Key, string Value)> Flatten(JsonElement element, string prefix) => element.EnumerateObject().SelectMany(property =>
        property.Value.ValueKind == JsonValueKind.Object ? Flatten(property.Value, $"{prefix}{property.Name}.") : [(prefix + property.Name, property.Value.GetString()!)]);

    [GeneratedRegex(@"\{[0-9]")]
    private static partial Regex Hole();
}
