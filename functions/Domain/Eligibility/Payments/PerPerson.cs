using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>A benefit for each person of the household who qualifies; the amounts are added up.</summary>
internal abstract class PerPerson(FormulaDefinition definition) : Formula(definition)
{
    public sealed override Money? Amount(in Circumstances circumstances, Someone? person)
    {
        var sum = Money.Zero;
        for (var at = 0; at < circumstances.Household.People!.Value.Length; at++)
        {
            if (person!.HoldsFor(circumstances, at) is not true)
                continue;
            if (AmountOfOne(circumstances with { At = at }) is not { } yuan)
                return null;
            sum += new Money(yuan);
        }
        return sum;
    }

    protected sealed override bool Tell(
        in Circumstances circumstances, Someone? person, ImmutableArray<AmountPart>.Builder parts, ImmutableArray<UsedParameter>.Builder used)
    {
        for (var at = 0; at < circumstances.Household.People!.Value.Length; at++)
        {
            if (person!.HoldsFor(circumstances, at) is not true)
                continue;
            if (FiguresOfOne(circumstances with { At = at }, used) is not { } figures)
                return false;
            parts.Add(new AmountPart(at, figures));
        }
        return true;
    }

    /// <summary>Yuan per month of the person looked at; <c>null</c> while a number for it is missing.</summary>
    protected abstract decimal? AmountOfOne(in Circumstances circumstances);

    protected abstract ImmutableArray<Figure>? FiguresOfOne(in Circumstances circumstances, ImmutableArray<UsedParameter>.Builder used);
}

/// <summary>One amount for everybody, or one by age or by grade of disability.</summary>
internal sealed class AmountByBand(FormulaDefinition definition, Payment payment) : PerPerson(definition)
{
    private readonly string? always = payment.Arguments.FirstOrDefault(given => given.Name == "amount")?.Values[0];

    public static Money Compute(ImmutableArray<AmountPart> parts) => new(parts.Sum(part => part.Figures.Single(figure => figure.Name == FigureNames.Amount).Value));

    protected override decimal? AmountOfOne(in Circumstances circumstances) => NameFor(circumstances) is { } name ? circumstances.Number(name) : null;

    protected override ImmutableArray<Figure>? FiguresOfOne(in Circumstances circumstances, ImmutableArray<UsedParameter>.Builder used)
    {
        if (Use(NameFor(circumstances), circumstances, used) is not { } yuan)
            return null;
        return payment.By switch
        {
            BandKey.Age => [new(FigureNames.Age, KeyFor(circumstances)!.Value), new(FigureNames.Amount, yuan)],
            BandKey.DisabilityGrade => [new(FigureNames.Grade, KeyFor(circumstances)!.Value), new(FigureNames.Amount, yuan)],
            _ => [new(FigureNames.Amount, yuan)],
        };
    }

    private string? NameFor(in Circumstances circumstances)
    {
        if (payment.By is null)
            return always;
        var key = KeyFor(circumstances);
        foreach (var band in payment.Bands)
        {
            if (key <= band.To)
                return band.Amount;
        }
        return null;
    }

    private int? KeyFor(in Circumstances circumstances) =>
        payment.By == BandKey.Age ? circumstances.AgeOf(circumstances.Person.BornOn) : circumstances.Person.Disability?.Grade;
}

/// <summary>A multiple of the standard of the area.</summary>
internal sealed class TimesStandard(FormulaDefinition definition, Payment payment) : PerPerson(definition)
{
    private static readonly NumberByArea Standard = new(ParameterNames.StandardRural, ParameterNames.StandardUrban);

    private readonly NumberByArea factors = new(Named(payment, "rural"), Named(payment, "urban"));

    public static Money Compute(ImmutableArray<AmountPart> parts) => new(parts.Sum(part => part.Figures[0].Value * part.Figures[1].Value));

    protected override decimal? AmountOfOne(in Circumstances circumstances) =>
        circumstances.Standard is { } standard && factors.For(circumstances.Area) is { } name && circumstances.Number(name) is { } factor ? standard.Yuan * factor : null;

    protected override ImmutableArray<Figure>? FiguresOfOne(in Circumstances circumstances, ImmutableArray<UsedParameter>.Builder used) =>
        Use(Standard.For(circumstances.Area), circumstances, used) is { } standard && Use(factors.For(circumstances.Area), circumstances, used) is { } factor
            ? [new(FigureNames.Standard, standard), new(FigureNames.Factor, factor)]
            : null;

    private static string Named(Payment payment, string argument) => payment.Arguments.First(given => given.Name == argument).Values[0];
}
