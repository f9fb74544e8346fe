using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OneVisit.Local.Host.Tests.Runtime;

/// <summary>The pages of this machine speak both languages, and say nothing they have no word for.</summary>
public sealed partial class PageWordsTests
{
    [Theory]
    [InlineData("Demo")]
    [InlineData("Runtime")]
    public void Every_word_is_there_in_both_languages_with_the_same_gaps(string folder) =>
        Assert.Equal(Gaps(Words(folder, "zh-CN")), Gaps(Words(folder, "en")));

    [Theory]
    [InlineData("Demo", "demo.html")]
    [InlineData("Demo", "clock.html")]
    [InlineData("Runtime", "overview.html")]
    [InlineData("Runtime", "instance.html")]
    public void A_page_has_a_word_for_all_it_says(string folder, string page) =>
        Assert.Empty(Named().Matches(Text(folder, page)).Select(word => word.Groups[1].Value).Except(Words(folder, "en").Select(word => word.Key)));

    [Fact]
    public void Every_kind_of_notice_has_a_name() =>
        Assert.Empty(Contracts.NoticeKinds.All.Select(kind => $"kind-{kind}").Except(Words("Runtime", "en").Select(word => word.Key)));

    private static SortedDictionary<string, string> Gaps(JsonObject words) =>
        new(words.ToDictionary(word => word.Key, word => string.Join(' ', Gap().Matches(word.Value!.GetValue<string>()).Select(gap => gap.Value).Order())), StringComparer.Ordinal);

    private static JsonObject Words(string folder, string language) => JsonNode.Parse(Text(folder, $"words.{language}.json"))!.AsObject();

    private static string Text(string folder, string file)
    {
        using StreamReader reader = new(typeof(LocalCity).Assembly.GetManifestResourceStream($"OneVisit.Local.Host.{folder}.Pages.{file}")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("data-word=\"([^\"]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();
}
