using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Payments;

namespace OneVisit.Domain.Eligibility;

/// <summary>What a service demands, as data that works: dated, so that the rules of a day are those in force on it.</summary>
public sealed class RuleSet
{
    private readonly ImmutableArray<RulesInForce> inForce;

    /// <summary>No rules on any day: what is measured by it stays unknown.</summary>
    public static RuleSet None { get; } = new([]);

    /// <param name="versions">In order of their days, which neither overlap nor leave a gap.</param>
    /// <exception cref="ArgumentException">A rule, formula or argument that is not in the book, or stands where it cannot.</exception>
    public RuleSet(ImmutableArray<DatedRules> versions)
    {
        Versions = versions;
        inForce = [.. versions.Select(version => new RulesInForce(version))];
    }

    /// <summary>As the catalogue has them.</summary>
    public ImmutableArray<DatedRules> Versions { get; }

    /// <summary>Measures a household by the rules and numbers of <see cref="EligibilityParameters.On"/>. Without rules for that day the verdict is unknown, and nothing is asked.</summary>
    public Evaluation Evaluate(Household household, EligibilityParameters parameters)
    {
        foreach (var rules in inForce)
        {
            if (rules.Of.IsInForce(parameters.On))
                return rules.Evaluate(household, parameters);
        }
        return new Evaluation(null, new Circumstances(household, parameters, household.Area), Verdict.Unknown.Only);
    }

    /// <summary>Facts that may be asked for by any of its versions.</summary>
    public IEnumerable<Question> Asks => Versions
        .SelectMany(version => version.Lines.SelectMany(line => RuleBook.Find(line.Rule)!.Asks).Concat(version.LookForSomebody ? [Question.People] : [])).Distinct();

    /// <summary>Is something paid by the month?</summary>
    public bool PaysByTheMonth => Versions.Any(version => version.Pays is { } pays && FormulaBook.Find(pays.Formula) is { IsMonthly: true });
}
