using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Services;

namespace OneVisit.Catalogue.Linting;

/// <summary>Everyday words lead to one service each: a word of two leads to neither.</summary>
internal sealed class WordLint
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    public void Check(EverydayWords words, string code, YamlMap map)
    {
        Check(words.Zh, "zh", code, map);
        Check(words.En, "en", code, map);
    }

    private void Check(IEnumerable<string> words, string key, string code, YamlMap map)
    {
        foreach (var word in words.Where(word => word.Length > 0))
        {
            if (!owners.TryAdd(AsHeard(word), code))
                map.Fault(FaultKind.SharedWord, $"{word}: {owners[AsHeard(word)]}, {code}", key);
        }
    }

    // Spaces, case and punctuation make no other word.
    private static string AsHeard(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
