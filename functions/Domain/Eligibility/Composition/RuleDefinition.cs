using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Composition;

/// <summary>What an argument is.</summary>
public enum ArgumentKind
{
    /// <summary>Name of a dated number.</summary>
    Parameter,

    /// <summary>Codes of services.</summary>
    Services,

    /// <summary>A whole number from 0 to 9999 that the law itself fixes, for example a grade.</summary>
    Number,

    /// <summary>A day that the law itself fixes.</summary>
    Date,
}

public sealed record ArgumentDefinition(string Name, ArgumentKind Kind);

/// <summary>Two dated numbers of which the area decides; both the same where it does not.</summary>
public readonly record struct NumberByArea(string Rural, string Urban)
{
    /// <summary><c>null</c> while the area that decides is not known.</summary>
    public string? For(Area? area) => area switch
    {
        _ when Rural == Urban => Urban,
        null => null,
        Area.Urban => Urban,
        _ => Rural,
    };
}

/// <summary>A rule that a service can name: what it looks at, and what it wants to be told.</summary>
public sealed class RuleDefinition
{
    private readonly Func<RuleLine, Rule> make;

    internal RuleDefinition(string name, bool ofAPerson, ImmutableArray<Question> asks, ImmutableArray<ArgumentDefinition> arguments, Func<RuleLine, Rule> make)
    {
        Name = name;
        IsAboutAPerson = ofAPerson;
        Asks = asks;
        Arguments = arguments;
        this.make = make;
    }

    /// <summary>Stable; the words for it live in resources.</summary>
    public string Name { get; }

    /// <summary>It looks at one person, and stands under <c>person</c>; otherwise at the household.</summary>
    public bool IsAboutAPerson { get; }

    /// <summary>The facts it looks at.</summary>
    public ImmutableArray<Question> Asks { get; }

    public ImmutableArray<ArgumentDefinition> Arguments { get; }

    /// <summary>Dated numbers that it reads without being told their names.</summary>
    public ImmutableArray<NumberByArea> Reads { get; init; } = [];

    /// <summary>The name under which it is told where it must not hold; <c>null</c>: it cannot be turned round.</summary>
    public string? Opposite { get; init; }

    internal Rule Make(LawReference law, ImmutableArray<Argument> arguments, bool turnedRound = false) => make(new RuleLine(this, law, arguments, turnedRound));
}
