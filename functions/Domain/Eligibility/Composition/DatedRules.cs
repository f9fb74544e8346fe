using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility.Composition;

/// <summary>What a service demands and pays from one day on.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive, or <c>null</c> while in force.</param>
/// <param name="Area">Whose standard it goes by; <c>null</c>: that of the household's own area.</param>
/// <param name="Household">All must hold, whoever the person is.</param>
/// <param name="Person">One and the same person of the household meets all of them; empty: the service is not about a person.</param>
/// <param name="Pays"><c>null</c>: nothing is said of an amount.</param>
public sealed record DatedRules(
    DateOnly From, DateOnly? To, Area? Area, ImmutableArray<Clause> Household, ImmutableArray<Clause> Person, Payment? Pays)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>Somebody is looked for among the people of the household.</summary>
    public bool LookForSomebody => !Person.IsEmpty || Household.Any(clause => clause.Somebodies > 0);

    /// <summary>All lines, from top to bottom.</summary>
    public IEnumerable<Clause.Line> Lines => Household.Concat(Person).SelectMany(clause => clause.Lines);
}

/// <summary>How the amount comes about.</summary>
/// <param name="Formula">Name in <see cref="FormulaBook"/>.</param>
/// <param name="By">What the bands go by, or <c>null</c> where there are none.</param>
/// <param name="Bands">In order; the first that reaches far enough counts.</param>
public sealed record Payment(string Formula, ImmutableArray<Argument> Arguments, BandKey? By, ImmutableArray<Band> Bands);

/// <param name="To">Up to this age or grade, inclusive.</param>
/// <param name="Amount">Name of a dated number: yuan per month and person.</param>
public sealed record Band(int To, string Amount);

/// <summary>What the amount of a person goes by.</summary>
public enum BandKey
{
    /// <summary>Full years on the day.</summary>
    Age,

    /// <summary>Grade of the disability certificate.</summary>
    DisabilityGrade,
}

/// <summary>Keys of bands as the catalogue writes them.</summary>
public static class BandKeys
{
    public static BandKey? Parse(string? code) => code switch
    {
        "age" => BandKey.Age,
        "disability-grade" => BandKey.DisabilityGrade,
        _ => null,
    };
}
