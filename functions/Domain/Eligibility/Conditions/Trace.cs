using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>Takes down what was checked: facts, numbers and law, in a way that the outcome can be found again from it.</summary>
internal sealed class Trace
{
    private readonly ImmutableArray<RuleFinding>.Builder findings = ImmutableArray.CreateBuilder<RuleFinding>(12);
    private int choices;
    private Way? way;

    public ImmutableArray<RuleFinding> Findings => findings.DrainToImmutable();

    /// <summary>What is told next belongs to the first way of a new choice.</summary>
    public void BeginChoice() => way = new Way(choices++, 0);

    public void NextWay() => way = way! with { Number = way.Number + 1 };

    public void EndChoice() => way = null;

    public void Tell(Rule rule, in Circumstances circumstances)
    {
        var numbers = Numbers(rule, circumstances);
        var figures = rule.Figures(circumstances);
        var status = Weakest(rule.Law.Status, numbers);
        findings.Add(new RuleFinding(
            rule.Name, rule.Holds(circumstances), rule.Law, figures is { } told ? new Arithmetic(rule.Line.Definition.Name, told, status) : null, circumstances.At)
        {
            On = circumstances.Day,
            Area = circumstances.Area,
            Arguments = rule.Line.Arguments,
            Inputs = FactBook.Inputs(rule.Line.Definition.Asks, circumstances),
            Parameters = numbers,
            Way = way,
        });
    }

    /// <summary>Nobody is known who could meet the rules about a person, or there is nobody.</summary>
    public void TellNobody(bool? holds, LawReference law, in Circumstances circumstances) =>
        findings.Add(new RuleFinding(RuleNames.SomebodyInTheHousehold, holds, law, null)
        {
            On = circumstances.Day, Inputs = FactBook.Inputs([Question.People], circumstances), Way = way,
        });

    /// <summary>The dated numbers that a rule reads, as far as there are any for the day.</summary>
    private static ImmutableArray<UsedParameter> Numbers(Rule rule, in Circumstances circumstances)
    {
        var (line, definition) = (rule.Line, rule.Line.Definition);
        if (definition.Reads.IsEmpty && definition.Arguments.IsEmpty)
            return [];
        var used = ImmutableArray.CreateBuilder<UsedParameter>();
        foreach (var number in definition.Reads)
            Add(number.For(circumstances.Area), circumstances, used);
        for (var at = 0; at < definition.Arguments.Length; at++)
        {
            if (definition.Arguments[at].Kind == ArgumentKind.Parameter)
                Add(line.Parameter(definition.Arguments[at].Name), circumstances, used);
        }
        foreach (var name in rule.FurtherNumbers(circumstances))
            Add(name, circumstances, used);
        return used.ToImmutable();
    }

    private static void Add(string? name, in Circumstances circumstances, ImmutableArray<UsedParameter>.Builder used)
    {
        if (name is not null && circumstances.Parameters.Number(name) is { } number)
            used.Add(new UsedParameter(name, number.Value, number.From, number.To, number.Status));
    }

    private static SourceStatus Weakest(SourceStatus status, ImmutableArray<UsedParameter> numbers)
    {
        foreach (var number in numbers)
            status = SourceStatuses.Weaker(status, number.Status);
        return status;
    }
}
