using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>A way of computing what is paid that a service can name.</summary>
public sealed class FormulaDefinition
{
    internal FormulaDefinition(string name, ImmutableArray<string> arguments, Func<FormulaDefinition, Payment, Formula> make)
    {
        Name = name;
        Arguments = arguments;
        Make = make;
    }

    /// <summary>Stable; the words for it live in resources.</summary>
    public string Name { get; }

    /// <summary>Names of the arguments; each is the name of a dated number.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>Dated numbers that it reads without being told their names.</summary>
    public ImmutableArray<NumberByArea> Reads { get; init; } = [];

    /// <summary>Something is paid every month.</summary>
    public bool IsMonthly => Compute is not null;

    /// <summary>Each person who qualifies gets their own: only for a service about a person.</summary>
    public bool IsPerPerson { get; init; }

    /// <summary>It may go by single people of the household: only where the rules look for somebody.</summary>
    public bool LooksForSomebody { get; init; }

    /// <summary>Bands may stand in the place of the argument.</summary>
    public bool TakesBands { get; init; }

    internal Func<ImmutableArray<AmountPart>, Money>? Compute { get; init; }

    internal Func<FormulaDefinition, Payment, Formula> Make { get; }
}

/// <summary>Every formula that a service can name.</summary>
public static class FormulaBook
{
    private static readonly NumberByArea Standard = new(ParameterNames.StandardRural, ParameterNames.StandardUrban);

    private static readonly FrozenDictionary<string, FormulaDefinition> Formulas = new FormulaDefinition[]
    {
        new("shortfall", [], (definition, _) => new Shortfall(definition)) { Reads = [Standard], Compute = Shortfall.Compute },
        new("shortfall-or-alone", [], (definition, _) => new ShortfallOrAlone(definition)) { Reads = [Standard], LooksForSomebody = true, Compute = ShortfallOrAlone.Compute },
        new("per-person", ["amount"], (definition, pays) => new AmountByBand(definition, pays)) { IsPerPerson = true, TakesBands = true, Compute = AmountByBand.Compute },
        new("per-person-times-standard", ["rural", "urban"], (definition, pays) => new TimesStandard(definition, pays))
        {
            IsPerPerson = true, Reads = [Standard], Compute = TimesStandard.Compute,
        },
        NotMonthly("once-up-to", ["most"]),
        NotMonthly("once-months-of-standard", ["illness_least", "illness_most", "education_least", "education_most"], new NumberByArea(ParameterNames.StandardUrban, ParameterNames.StandardUrban)),
        NotMonthly("share-of-old-wage", ["share"]),
        NotMonthly("free-of-charge", ["storage_days", "ash_years"]),
        NotMonthly("status-for-months", ["months"]),
        NotMonthly("shelter-for-days", ["days"]),
    }.ToFrozenDictionary(formula => formula.Name, StringComparer.Ordinal);

    /// <summary>In order of their names.</summary>
    public static IEnumerable<FormulaDefinition> All => Formulas.Values.OrderBy(formula => formula.Name, StringComparer.Ordinal);

    public static FormulaDefinition? Find(string name) => Formulas.GetValueOrDefault(name);

    /// <summary>What a trace says was paid by the month, computed again; <c>null</c> where nothing is.</summary>
    internal static Money? Replay(AmountTrace amount) => Find(amount.Formula)?.Compute?.Invoke(amount.Parts).ToFen();

    /// <exception cref="ArgumentException">No such formula, or it cannot stand there.</exception>
    internal static Formula Make(Payment pays, DatedRules rules)
    {
        var formula = Find(pays.Formula) ?? throw new ArgumentException($"There is no formula {pays.Formula}.");
        if ((formula.IsPerPerson && rules.Person.IsEmpty) || (formula.LooksForSomebody && !rules.LookForSomebody) || (pays.By is not null && !formula.TakesBands))
            throw new ArgumentException($"The formula {pays.Formula} cannot stand there.");
        if (pays.By is null && formula.Arguments.FirstOrDefault(name => !pays.Arguments.Any(given => given.Name == name)) is { } missing)
            throw new ArgumentException($"{pays.Formula} wants {missing}.");
        return formula.Make(formula, pays);
    }

    private static FormulaDefinition NotMonthly(string name, ImmutableArray<string> arguments, params ImmutableArray<NumberByArea> reads) =>
        new(name, arguments, (definition, pays) => new NotByTheMonth(definition, pays)) { Reads = reads };
}
