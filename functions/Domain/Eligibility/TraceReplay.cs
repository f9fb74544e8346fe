using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility;

/// <summary>Finds outcomes and verdict again from what a trace tells, and from nothing else: whoever was given it can check the office.</summary>
public static class TraceReplay
{
    /// <summary>Does the rule hold, by the facts, numbers and arguments that the finding names?</summary>
    /// <exception cref="ArgumentException">The finding names a rule that does not exist.</exception>
    public static bool? Outcome(RuleFinding finding)
    {
        if (finding.Rule == RuleNames.SomebodyInTheHousehold)
            return finding.Inputs.Single(input => input.Question == Question.People).Value is int people ? people > 0 : null;
        var (definition, turnedRound) = RuleBook.Find(finding.Rule) is { } rule
            ? (rule, false)
            : (RuleBook.FindByOpposite(finding.Rule) ?? throw new ArgumentException(finding.Rule, nameof(finding)), true);
        var circumstances = new Circumstances(HouseholdOf(finding), NumbersOf(finding), finding.Area, finding.Person is null ? null : 0);
        return definition.Make(finding.Law, finding.Arguments, turnedRound).Holds(circumstances);
    }

    /// <summary>What the findings amount to: all must hold, and of the ways of a choice one.</summary>
    public static bool? Outcome(ImmutableArray<RuleFinding> findings)
    {
        bool? all = true;
        foreach (var finding in findings.Where(finding => finding.Way is null))
            all &= Outcome(finding);
        foreach (var choice in findings.Where(finding => finding.Way is not null).GroupBy(finding => finding.Way!.Choice))
        {
            bool? any = false;
            foreach (var way in choice.GroupBy(finding => finding.Way!.Number))
                any |= way.Aggregate((bool?)true, (holds, finding) => holds & Outcome(finding));
            all &= any;
        }
        return all;
    }

    /// <summary>The verdict of the whole trace. Without findings there were no rules that day, and it is unknown.</summary>
    /// <param name="amount">As <see cref="Evaluation.ExplainAmount"/> told it.</param>
    /// <param name="paysByTheMonth">A verdict without an amount is unknown where one belongs to it.</param>
    public static Verdict Verdict(ImmutableArray<RuleFinding> findings, AmountTrace? amount, bool paysByTheMonth) =>
        (findings.IsEmpty ? null : Outcome(findings)) switch
        {
            false => Eligibility.Verdict.Unlikely.Only,
            true when !paysByTheMonth => Eligibility.Verdict.Likely.WithoutAmount,
            true when amount is not null => new Verdict.Likely(FormulaBook.Replay(amount)),
            _ => Eligibility.Verdict.Unknown.Only,
        };

    private static Household HouseholdOf(RuleFinding finding)
    {
        var household = finding.Person is null ? new Household() : new Household { People = [new Person()] };
        foreach (var input in finding.Inputs)
            household = FactBook.Write(household, input.Question, 0, input.Value);
        // The one person of the finding stands first here; nobody else's income is among its facts.
        return household.Incomes is { } incomes && finding.Person is not null
            ? household with { Incomes = [.. incomes.Select(income => income with { Person = 0 })] }
            : household;
    }

    private static EligibilityParameters NumbersOf(RuleFinding finding) => EligibilityParameters.Of(
        finding.On, finding.Parameters.ToDictionary(used => used.Name, used => new Sourced<decimal>(used.Value, used.Status, used.From, used.To), StringComparer.Ordinal))
        with
        {
            IncomeExclusions =
            [
                .. from kind in Enum.GetValues<IncomeKind>()
                   from used in finding.Parameters
                   where used.Name == kind.ExclusionParameter()
                   select new IncomeExclusion(kind, used.Name, used.From ?? finding.On, used.To, finding.Law, used.Status),
            ],
        };
}
