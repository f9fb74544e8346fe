using System.Collections.Immutable;
using System.Reflection;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility;

/// <summary>
/// Data minimisation (个人信息保护法 第六条): of what a household told, only what makes a difference is kept. A fact makes one when what is
/// said of the household, rule by rule, would be another without it.
/// </summary>
public static class NeededFacts
{
    private static readonly PropertyInfo[] OfHousehold = [.. typeof(Household).GetProperties().Where(fact => fact.CanWrite && fact.Name != nameof(Household.People))];
    private static readonly PropertyInfo[] OfPerson = [.. typeof(Person).GetProperties().Where(fact => fact.CanWrite)];

    /// <param name="said">What is said of a household, as text: verdict, findings, list of papers. Equal texts, equal cases.</param>
    /// <param name="always">Facts that are kept whatever the rules look at, by name.</param>
    public static Household Of(Household told, Func<Household, string> said, params IReadOnlyCollection<string> always)
    {
        var whole = said(told);
        var kept = told;
        foreach (var fact in OfHousehold.Where(fact => !always.Contains(fact.Name)))
            kept = Unless(kept, Without(kept, fact));
        if (kept.People is not { } people)
            return kept;
        if (said(kept with { People = null }) == whole)
            return kept with { People = null };
        for (var at = 0; at < people.Length; at++)
        {
            foreach (var fact in OfPerson)
                kept = Unless(kept, kept with { People = kept.People!.Value.SetItem(at, Without(kept.People.Value[at], fact)) });
        }
        return kept;

        Household Unless(Household with, Household without) => said(without) == whole ? without : with;
    }

    /// <summary>What the rules say of a household, for <see cref="Of"/>.</summary>
    public static string Trace(Evaluation evaluation) => string.Join('\n', evaluation.Explain().Select(Line)
        .Prepend(evaluation.Verdict.ToString()).Concat(evaluation.StillOpen.Select(question => question.ToString())));

    private static string Line(RuleFinding finding) =>
        $"{finding.Rule} {finding.Holds} {finding.Person} {string.Join(' ', finding.Sum?.Figures.Select(figure => $"{figure.Name}={figure.Value}") ?? [])}";

    private static T Without<T>(T record, PropertyInfo fact)
        where T : notnull
    {
        var copy = record switch
        {
            Household household => (T)(object)(household with { }),
            Person person => (T)(object)(person with { }),
            _ => throw new ArgumentOutOfRangeException(nameof(record)),
        };
        fact.SetValue(copy, null);
        return copy;
    }
}
