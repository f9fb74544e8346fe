using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Payments;

namespace OneVisit.Domain.Eligibility;

/// <summary>One version of the rules of a service, ready to measure by.</summary>
internal sealed class RulesInForce
{
    private readonly Someone? person;

    public RulesInForce(DatedRules rules)
    {
        Of = rules;
        var household = rules.Household.Select(clause => Made(clause, ofAPerson: false, insideChoice: false));
        if (!rules.Person.IsEmpty)
        {
            person = new Someone(
                rules.Person.SelectMany(clause => clause.Lines).First().Law, [.. rules.Person.Select(clause => Made(clause, ofAPerson: true, insideChoice: false))]);
            household = household.Append(person);
        }
        Condition = new All([.. household]);
        Formula = rules.Pays is { } pays ? FormulaBook.Make(pays, person is not null) : null;
    }

    public DatedRules Of { get; }

    public Condition Condition { get; }

    public Formula? Formula { get; }

    public Evaluation Evaluate(Household household, EligibilityParameters parameters)
    {
        var circumstances = new Circumstances(household, parameters, Of.Area ?? household.Area);
        return new Evaluation(this, circumstances, Condition.Holds(circumstances) switch
        {
            true => Entitled(circumstances),
            false => Verdict.Unlikely.Only,
            null => Verdict.Unknown.Only,
        });
    }

    /// <summary>Facts not known that make the amount of a household that meets the condition another.</summary>
    public QuestionSet OpenForAmount(in Circumstances circumstances) => Formula?.Open(circumstances) ?? QuestionSet.None;

    /// <summary>Where the amount of a household that meets the condition comes from; <c>null</c> while a number for it is missing, or nothing is said of one.</summary>
    public AmountTrace? Explain(in Circumstances circumstances) => Formula?.Explain(circumstances, person);

    private Verdict Entitled(in Circumstances circumstances)
    {
        if (Formula is not { IsMonthly: true })
            return Verdict.Likely.WithoutAmount;
        return Formula.Amount(circumstances, person) is { } amount ? new Verdict.Likely(amount.ToFen()) : Verdict.Unknown.Only;
    }

    private static Condition Made(Clause clause, bool ofAPerson, bool insideChoice) => clause switch
    {
        Clause.Line line => Made(line, ofAPerson, turnedRound: false),
        Clause.Not not => Made(not.Of, ofAPerson, turnedRound: true),
        Clause.AllOf all => new All([.. all.Parts.Select(part => Made(part, ofAPerson, insideChoice))]),
        Clause.AnyOf any when !insideChoice => new FirstOf([.. any.Ways.Select(way => Made(way, ofAPerson, insideChoice: true))]),
        _ => throw new ArgumentException("A choice inside a choice."),
    };

    private static Rule Made(Clause.Line line, bool ofAPerson, bool turnedRound)
    {
        var definition = RuleBook.Find(line.Rule) ?? throw new ArgumentException($"There is no rule {line.Rule}.");
        if (definition.IsAboutAPerson != ofAPerson || (turnedRound && definition.Opposite is null))
            throw new ArgumentException($"The rule {line.Rule} cannot stand there.");
        return definition.Make(line.Law, line.Arguments, turnedRound);
    }
}
