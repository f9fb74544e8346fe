using System.Collections.Frozen;
using System.Text.Json;

namespace OneVisit.Bot.Pages;

/// <summary>The words of the pages, and of the few sentences the app itself says, in Chinese and English.</summary>
internal sealed class PageWords
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> words =
        new[] { Chinese, English }.ToFrozenDictionary(language => language, Read);

    /// <summary>All words of a language as JSON, for a page.</summary>
    public string Json(string language) => JsonSerializer.Serialize(words[language]);

    /// <exception cref="KeyNotFoundException">A word that is not in the resources.</exception>
    public string this[string language, string key] => words[language].TryGetValue(key, out var word) ? word : throw new KeyNotFoundException(key);

    public static FrozenDictionary<string, string> Read(string language)
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream($"pages/{language}.json") ?? throw new InvalidOperationException(language);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
