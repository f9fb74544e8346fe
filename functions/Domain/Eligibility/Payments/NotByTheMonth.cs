using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>Help once, or in kind, or a status for a time: the numbers that bound it are told, and there is no amount by the month.</summary>
internal sealed class NotByTheMonth(FormulaDefinition definition, Payment payment) : Formula(definition)
{
    private readonly FormulaDefinition definition = definition;

    public override Money? Amount(in Circumstances circumstances, Someone? person) => null;

    protected override bool Tell(
        in Circumstances circumstances, Someone? person, ImmutableArray<AmountPart>.Builder parts, ImmutableArray<UsedParameter>.Builder used)
    {
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var argument in definition.Arguments)
        {
            if (Use(payment.Arguments.First(given => given.Name == argument).Values[0], circumstances, used) is not { } number)
                return false;
            figures.Add(new Figure(argument, number));
        }
        foreach (var name in definition.Reads)
        {
            if (Use(name.For(circumstances.Area), circumstances, used) is not { } number)
                return false;
            figures.Add(new Figure(FigureNames.Standard, number));
        }
        parts.Add(new AmountPart(null, figures.ToImmutable()));
        return true;
    }
}
