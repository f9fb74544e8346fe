using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>Questions, checklists and signs as they are written in data: <c>local-hukou</c>, <c>who-is-there</c>, <c>draws-allowance</c>.</summary>
public static class InterviewWords
{
    private static readonly FrozenDictionary<string, Question> AllQuestions = Words<Question>();
    private static readonly FrozenDictionary<string, Checklist> AllChecklists = Words<Checklist>();
    private static readonly FrozenDictionary<string, Sign> AllSigns = Words<Sign>();

    public static Question? ParseQuestion(string? word) => word is not null && AllQuestions.TryGetValue(word, out var question) ? question : null;

    public static Checklist? ParseChecklist(string? word) => word is not null && AllChecklists.TryGetValue(word, out var checklist) ? checklist : null;

    public static Sign? ParseSign(string? word) => word is not null && AllSigns.TryGetValue(word, out var sign) ? sign : null;

    public static string Of(Inquiry inquiry) => inquiry.Question is { } question ? Kebab(question.ToString()) : Kebab(inquiry.Checklist.ToString()!);

    /// <summary>Can a guess at this inquiry be read?</summary>
    public static bool IsReadable(Question? question, Checklist? checklist, string guess, ImmutableArray<string> benefits) => question is { } single
        ? Guesses.Read(single, guess, new Household(), Nothing) is not null
        : Guesses.Read(guess, Checklists.EveryOption(checklist!.Value, benefits)) is not null;

    private static readonly EligibilityParameters Nothing = new(new DateOnly(2026, 1, 1), null, null, null, null, null, null);

    private static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(value => Kebab(value.ToString()), StringComparer.Ordinal);

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
