using System.Collections.Frozen;
using System.Text.Json;
using OneVisit.Domain;

namespace OneVisit.Bot.Pages;

/// <summary>The words of the pages, and of the few sentences the app itself says, in Chinese and English.</summary>
internal sealed class PageWords
{
    private readonly FrozenDictionary<Language, FrozenDictionary<string, string>> words = Enum.GetValues<Language>().ToFrozenDictionary(language => language, Read);

    private readonly FrozenDictionary<Language, string> texts;

    private static readonly string[] OfSheets = ["board", "dir", "folder", "ownTalk", "safe", "stats"];

    public PageWords() => texts = words.ToFrozenDictionary(pair => pair.Key, pair => JsonSerializer.Serialize(pair.Value.Where(word => !IsForSheets(word.Key)).ToDictionary()));

    /// <summary>All words of a language as JSON, for a page.</summary>
    public string Json(Language language) => texts[language];

    // Pages of words are set in here; no script needs their words.
    private static bool IsForSheets(string key) => OfSheets.Any(sheet => key.StartsWith(sheet, StringComparison.Ordinal));

    /// <exception cref="KeyNotFoundException">A word that is not in the resources.</exception>
    public string this[Language language, string key] => words[language].TryGetValue(key, out var word) ? word : throw new KeyNotFoundException(key);

    public static FrozenDictionary<string, string> Read(Language language)
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream($"pages/{language.Code()}.json") ?? throw new InvalidOperationException(language.Code());
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
