using System.Text.Json;
using OneVisit.Bot;

namespace OneVisit.Local.Host.Demo;

/// <summary>The words of the demo's pages. Kinds of work are called what the staff's desk calls them: there is one list of them.</summary>
internal static class DemoWords
{
    private const string OfWork = "kind";

    /// <param name="language">As in the file's name, for example <c>zh-CN</c>.</param>
    /// <returns><c>null</c>: no such language.</returns>
    public static IReadOnlyDictionary<string, string>? Of(string language) =>
        Read(typeof(DemoWords), $"OneVisit.Local.Host.Demo.Pages.words.{language}.json") is { } own && Read(typeof(BotApplication), $"pages/{language}.json") is { } desk
            ? own.Concat(desk.Where(word => word.Key.StartsWith(OfWork, StringComparison.Ordinal))).ToDictionary()
            : null;

    private static Dictionary<string, string>? Read(Type beside, string name)
    {
        using var file = beside.Assembly.GetManifestResourceStream(name);
        return file is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(file);
    }
}
