using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneVisit.Conversation;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The sentences of the bot as they are today, so that a better wording breaks no test.</summary>
internal static partial class Words
{
    private static readonly JsonElement Chinese = Read("zh-CN");
    private static readonly JsonElement English = Read("en");

    public static string Zh(string phrase, params object[] arguments) => Of(Chinese, phrase, arguments);

    public static string En(string phrase, params object[] arguments) => Of(English, phrase, arguments);

    /// <summary>What is asked, with the words by which it is recognised; a question that holds another comes before it.</summary>
    public static IReadOnlyList<(string Question, string Words)> Asks { get; } = AsksIn(Chinese);

    public static IReadOnlyList<(string Question, string Words)> EnglishAsks { get; } = AsksIn(English);

    public static string Name(string group, string code) => Chinese.GetProperty("names").GetProperty(group).GetProperty(code).GetString()!;

    /// <summary>The longest part of a sentence that is the same whatever is put into it.</summary>
    public static string Literal(string phrase) => Placeholders().Split(Chinese.GetProperty("phrases").GetProperty(phrase).GetString()!).MaxBy(part => part.Length)!;

    private static (string, string)[] AsksIn(JsonElement book) =>
        [.. new[] { "ask", "ask-of" }.SelectMany(group => book.GetProperty("names").GetProperty(group).EnumerateObject()).Select(ask => (ask.Name, Placeholders().Split(ask.Value.GetString()!).MaxBy(part => part.Length)!)).OrderByDescending(ask => ask.Item2.Length)];

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholders();

    private static string Of(JsonElement book, string phrase, object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, book.GetProperty("phrases").GetProperty(phrase).GetString()!, arguments);

    private static JsonElement Read(string language)
    {
        using var file = typeof(ResidentDialogue).Assembly.GetManifestResourceStream($"words/{language}.json")!;
        return JsonDocument.Parse(file).RootElement;
    }
}
