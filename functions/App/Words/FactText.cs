using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Functions.Words;

/// <summary>A fact as it was told, in words: 「家里几口人：4」.</summary>
internal static class FactText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(Input input, Language language) =>
        Word(language, "told.separator", Sentences.Of(language, "fact." + input.Question), Value(input.Value, language));

    private static string Value(object? value, Language language) => value switch
    {
        null => Word(language, "not-known"),
        bool flag => Word(language, flag ? "yes" : "no"),
        Money money => Word(language, "yuan", Sentences.Yuan(language, money.Yuan)),
        DateOnly day => Day(day),
        Area area => Word(language, area.Code()),
        ImmutableHashSet<string> { IsEmpty: true } => Word(language, "none"),
        ImmutableHashSet<string> codes => string.Join(Sentences.Of(language, "note.separator"), codes.Order(StringComparer.Ordinal)),
        Enum word => Word(language, $"{word.GetType().Name}.{word}"),
        Disability { Grade: 0 } => Word(language, "none"),
        Disability disability => Word(
            language, "disability", disability.Kind is { } kind ? Word(language, $"{nameof(DisabilityKind)}.{kind}") : "?", disability.Grade?.ToString(Invariant) ?? "?"),
        Parents parents => Word(language, "parents", Parent(parents.Father, language), Parent(parents.Mother, language)),
        Away away => away.Since is { } since ? Word(language, "since", Value(away.Reason, language), Day(since)) : Value(away.Reason, language),
        Dependence dependence => Word(language, (dependence.OnTheHousehold | dependence.Studies) switch { true => "yes", false => "no", _ => "not-known" }),
        ImmutableArray<Income> { IsEmpty: true } => Word(language, "none"),
        ImmutableArray<Income> incomes => string.Join(Sentences.Of(language, "note.separator"), incomes.Select(income => Income(income, language))),
        LayOff work => work == LayOff.Never ? Word(language, "lay-off-never") : Word(language, "lay-off", Day(work.StartedOn), Day(work.LaidOffOn)),
        var number => string.Create(Invariant, $"{number}"),
    };

    private static string Income(Income income, Language language) => Word(
        language, income.Per == Per.Month ? "income-month" : "income-year", Sentences.Of(language, "income." + income.Kind.Code()), Sentences.Yuan(language, income.Amount.Yuan));

    private static string Parent(ParentState? parent, Language language)
    {
        if (parent is null)
            return Word(language, "not-known");
        var words = Word(language, $"{nameof(ParentFate)}.{parent.Fate}");
        if (parent.Since is { } since)
            words = Word(language, "since", words, Day(since));
        return parent.SentenceMonths is { } months ? Word(language, "months", words, months) : words;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", Invariant) ?? "?";

    private static string Word(Language language, string key, params ReadOnlySpan<object?> facts) => Sentences.Of(language, "value." + key, facts);
}
