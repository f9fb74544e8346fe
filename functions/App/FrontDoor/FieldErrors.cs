using OneVisit.Domain;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What is wrong with a form, field by field, in the reader's language. Names in camel case with dots.</summary>
public sealed class FieldErrors(Language language)
{
    private readonly Dictionary<string, List<string>> fields = new(StringComparer.Ordinal);

    public bool Any => fields.Count > 0;

    public IReadOnlyDictionary<string, string[]> Fields => fields.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    /// <param name="sentence">Key of the sentence, see <see cref="Sentences"/>.</param>
    public void Add(string field, string sentence, params ReadOnlySpan<object?> facts)
    {
        if (!fields.TryGetValue(field, out var sentences))
            fields[field] = sentences = [];
        sentences.Add(Sentences.Of(language, sentence, facts));
    }
}
