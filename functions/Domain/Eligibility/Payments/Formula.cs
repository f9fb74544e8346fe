using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>How an amount is computed for a household that is entitled.</summary>
internal abstract class Formula(FormulaDefinition definition)
{
    public bool IsMonthly => definition.IsMonthly;

    /// <summary>Per month, exact; <c>null</c> while a number for it is missing.</summary>
    /// <param name="person">Who of the household qualifies, where the service is about a person.</param>
    public abstract Money? Amount(in Circumstances circumstances, Someone? person);

    /// <summary>Facts not known by which it would be another amount; who else qualifies is not among them.</summary>
    public virtual QuestionSet Open(in Circumstances circumstances) => QuestionSet.None;

    /// <summary>Where it comes from; <c>null</c> while a number for it is missing.</summary>
    public AmountTrace? Explain(in Circumstances circumstances, Someone? person)
    {
        var (parts, used) = (ImmutableArray.CreateBuilder<AmountPart>(), ImmutableArray.CreateBuilder<UsedParameter>());
        if (!Tell(circumstances, person, parts, used))
            return null;
        var told = parts.ToImmutable();
        return new AmountTrace(definition.Name, told, used.ToImmutable(), definition.Compute?.Invoke(told).ToFen());
    }

    /// <returns><c>false</c>: a number for it is missing.</returns>
    protected abstract bool Tell(
        in Circumstances circumstances, Someone? person, ImmutableArray<AmountPart>.Builder parts, ImmutableArray<UsedParameter>.Builder used);

    /// <summary>The number, noted as used; <c>null</c>: there is none for the day.</summary>
    protected static decimal? Use(string? name, in Circumstances circumstances, ImmutableArray<UsedParameter>.Builder used)
    {
        if (name is null || circumstances.Parameters.Number(name) is not { } number)
            return null;
        if (!used.Any(before => before.Name == name))
            used.Add(new UsedParameter(name, number.Value, number.From, number.To, number.Status));
        return number.Value;
    }
}
