using System.Globalization;
using System.Text.Json;
using OneVisit.Conversation;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The sentences of the bot as they are today, so that a better wording breaks no test.</summary>
internal static class Words
{
    private static readonly JsonElement Chinese = Read("zh-CN");
    private static readonly JsonElement English = Read("en");

    public static string Zh(string phrase, params object[] arguments) => Of(Chinese, phrase, arguments);

    public static string En(string phrase, params object[] arguments) => Of(English, phrase, arguments);

    public static string Name(string group, string code) => Chinese.GetProperty("names").GetProperty(group).GetProperty(code).GetString()!;

    private static string Of(JsonElement book, string phrase, object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, book.GetProperty("phrases").GetProperty(phrase).GetString()!, arguments);

    private static JsonElement Read(string language)
    {
        using var file = typeof(ResidentDialogue).Assembly.GetManifestResourceStream($"words/{language}.json")!;
        return JsonDocument.Parse(file).RootElement;
    }
}
