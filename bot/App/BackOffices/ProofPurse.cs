using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using Names = OneVisit.Contracts.Headers;

namespace OneVisit.Bot.BackOffices;

/// <summary>What was proven in one conversation, in the back office's own words: shown with what is asked, and taken anew from its answers.</summary>
/// <param name="actedAt">When the person did what is only now sent; <c>null</c>: now.</param>
/// <param name="home">Where what is given anew is kept, if not here.</param>
internal sealed class ProofPurse(ImmutableArray<string> words, DateTimeOffset? actedAt = null, ProofPurse? home = null)
{
    private const int Most = 12;

    public ImmutableArray<string> Words { get; private set; } = words.IsDefault ? [] : words;

    public void ShowIn(HttpRequestHeaders headers)
    {
        if (Words.IsEmpty) return;
        headers.TryAddWithoutValidation(Names.Proof, string.Join(',', Words));
        if (actedAt is { } then) headers.Add(Names.ActedAt, then.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    public void TakeFrom(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues(Names.Proof, out var given)) return;
        foreach (var word in given.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))) (home ?? this).Keep(word);
    }

    // A word about the same takes the place of the one before.
    private void Keep(string word) => Words = [.. Words.Where(other => SubjectOf(other) != SubjectOf(word)).Append(word).TakeLast(Most)];

    private static string SubjectOf(string word) => word.Split('.')[0];
}
