using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Composition;

/// <summary>A part of what a service demands, as the catalogue writes it down. A value; <see cref="RuleSet"/> makes it work.</summary>
public abstract record Clause
{
    /// <summary>One line of law.</summary>
    /// <param name="Rule">Name in <see cref="RuleBook"/>.</param>
    /// <param name="Arguments">As the rule wants them; see <see cref="RuleDefinition.Arguments"/>.</param>
    public sealed record Line(string Rule, LawReference Law, ImmutableArray<Argument> Arguments) : Clause;

    /// <summary>Holds where the line does not; told under the name of its opposite.</summary>
    public sealed record Not(Line Of) : Clause;

    /// <summary>All must hold.</summary>
    public sealed record AllOf(ImmutableArray<Clause> Parts) : Clause;

    /// <summary>One is enough. They are tried in order: what stands later is asked about only once what stands earlier has failed. Never one inside another.</summary>
    public sealed record AnyOf(ImmutableArray<Clause> Ways) : Clause;

    /// <summary>One and the same person of the household meets all of them. In rules that are not about a person as a whole, and once in them.</summary>
    /// <param name="FirstAsked">About the household: where it fails nobody is looked for, as long as nobody is told of. <c>null</c>: nothing is asked first.</param>
    public sealed record Somebody(Line? FirstAsked, ImmutableArray<Clause> Person) : Clause;

    private Clause()
    {
    }

    /// <summary>The lines in it, from top to bottom.</summary>
    public IEnumerable<Line> Lines => this switch
    {
        Line line => [line],
        Not not => [not.Of],
        AllOf all => all.Parts.SelectMany(part => part.Lines),
        AnyOf any => any.Ways.SelectMany(way => way.Lines),
        Somebody somebody => (somebody.FirstAsked is { } first ? [first] : Enumerable.Empty<Line>()).Concat(somebody.Person.SelectMany(part => part.Lines)),
        _ => [],
    };

    /// <summary>How often somebody is looked for in it.</summary>
    public int Somebodies => this switch
    {
        AllOf all => all.Parts.Sum(part => part.Somebodies),
        AnyOf any => any.Ways.Sum(way => way.Somebodies),
        Somebody => 1,
        _ => 0,
    };
}

/// <summary>An argument of a rule or of a formula, as it is written in the catalogue.</summary>
/// <param name="Values">One, or several where the argument is a list.</param>
public sealed record Argument(string Name, ImmutableArray<string> Values)
{
    /// <summary>An argument of one value.</summary>
    public static Argument Of(string name, string value) => new(name, [value]);

    public override string ToString() => $"{Name}: {string.Join(", ", Values)}";
}
