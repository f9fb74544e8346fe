using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Payments;

namespace OneVisit.Domain.Eligibility;

/// <summary>One version of the rules of a service, ready to measure by.</summary>
internal sealed class RulesInForce
{
    // Who is looked for, and may be paid; the rules look for somebody once at most.
    private Someone? person;

    public RulesInForce(DatedRules rules)
    {
        Of = rules;
        var household = rules.Household.Select(clause => Made(clause, ofAPerson: false, insideChoice: false)).ToList();
        if (!rules.Person.IsEmpty)
            household.Add(Made(new Clause.Somebody(null, rules.Person), ofAPerson: false, insideChoice: false));
        Condition = new All([.. household]);
        Formula = rules.Pays is { } pays ? FormulaBook.Make(pays, rules) : null;
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

    private Condition Made(Clause clause, bool ofAPerson, bool insideChoice) => clause switch
    {
        Clause.Line line => Made(line, ofAPerson, turnedRound: false),
        Clause.Not not => Made(not.Of, ofAPerson, turnedRound: true),
        Clause.AllOf all => new All([.. all.Parts.Select(part => Made(part, ofAPerson, insideChoice))]),
        Clause.AnyOf any when !insideChoice => new FirstOf([.. any.Ways.Select(way => Made(way, ofAPerson, insideChoice: true))]),
        Clause.Somebody somebody when !ofAPerson && person is null => person = Made(somebody, insideChoice),
        Clause.Somebody => throw new ArgumentException("Somebody is looked for twice."),
        _ => throw new ArgumentException("A choice inside a choice."),
    };

    private Someone Made(Clause.Somebody somebody, bool insideChoice) => new(
        somebody.Person.SelectMany(clause => clause.Lines).First().Law,
        somebody.FirstAsked is { } first ? Made(first, ofAPerson: false, turnedRound: false) : null,
        [.. somebody.Person.Select(clause => Made(clause, ofAPerson: true, insideChoice))]);

    private static Rule Made(Clause.Line line, bool ofAPerson, bool turnedRound)
    {
        var definition = RuleBook.Find(line.Rule) ?? throw new ArgumentException($"There is no rule {line.Rule}.");
        if (definition.IsAboutAPerson != ofAPerson || (turnedRound && definition.Opposite is null))
            throw new ArgumentException($"The rule {line.Rule} cannot stand there.");
        return definition.Make(line.Law, line.Arguments, turnedRound);
    }
}
