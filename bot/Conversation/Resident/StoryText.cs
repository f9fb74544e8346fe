using System.Text.RegularExpressions;
using OneVisit.Conversation.Understanding;

namespace OneVisit.Conversation.Resident;

/// <summary>The story as it is kept: bounded, and without long numbers, as those are people's numbers.</summary>
internal static partial class StoryText
{
    public static string Add(string? before, string text, string hidden)
    {
        var story = before is null ? WithoutNumbers(text, hidden) : $"{before}\n{WithoutNumbers(text, hidden)}";
        if (story.Length <= PlainInput.Longest) return story;
        var cut = PlainInput.Longest;
        return char.IsHighSurrogate(story[cut - 1]) ? story[..(cut - 1)] : story[..cut];
    }

    /// <summary>Every run of seven digits or more, blanks and hyphens between them included, replaced.</summary>
    public static string WithoutNumbers(string text, string hidden) => LongNumber().Replace(text, $"[{hidden}]");

    [GeneratedRegex(@"[0-9\uFF10-\uFF19](?:[ -]?[0-9xX\uFF10-\uFF19\uFF38\uFF58]){6,}")]
    private static partial Regex LongNumber();
}
