using System.Text.Json;
using System.Text.RegularExpressions;
using OneVisit.Conversation.Understanding;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

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

    [Theory]
    [InlineData("ask")]
    [InlineData("fact")]
    public void Every_question_and_list_has_words(string group) =>
        Assert.All(Enum.GetNames<Question>().Concat(Enum.GetNames<Checklist>()), name => Assert.Contains($"names.{group}.{name}", Chinese));

    [Fact]
    public void Every_question_has_an_example_of_its_own_or_of_its_kind() => Assert.All(
        Enum.GetValues<Question>(), question => Assert.True(Chinese.ContainsKey($"names.example.{question}") || Chinese.ContainsKey($"names.example-kind.{AnswerKinds.Of(question)}"), $"{question}"));

    [Fact]
    public void Every_list_has_an_example_and_a_reason() =>
        Assert.All(Enum.GetNames<Checklist>(), name => Assert.True(Chinese.ContainsKey($"names.example.{name}") && Chinese.ContainsKey($"names.why.{name}"), name));

    [Theory]
    [InlineData("rule-holds")]
    [InlineData("rule-fails")]
    [InlineData("rule-open")]
    public void Every_rule_of_the_law_has_words(string group) =>
        Assert.All(typeof(RuleNames).GetFields().Select(field => (string)field.GetValue(null)!), rule => Assert.Contains($"names.{group}.{rule}", Chinese));

    [Fact]
    public void Everything_that_can_be_ticked_has_words() =>
        Assert.All(typeof(Options).GetFields().Select(field => (string)field.GetValue(null)!), option => Assert.Contains($"names.option.{option}", Chinese));

    [Fact]
    public void Every_fate_of_a_parent_and_kind_of_disability_has_words() => Assert.All(
        Enum.GetValues<ParentFate>().Select(fate => $"names.fate.{WireWords.Of(fate)}").Concat(Enum.GetValues<DisabilityKind>().Select(kind => $"names.kind.{WireWords.Of(kind)}")),
        key => Assert.Contains(key, Chinese));

    [Fact]
    public void Every_cause_for_which_a_clock_stands_still_or_gets_longer_has_words() => Assert.All(
        PauseCauses.All.Select(cause => $"names.pause-cause.{cause}").Concat(ExtensionCauses.All.Select(cause => $"names.extension-cause.{cause}")), key => Assert.Contains(key, Chinese));

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
