using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility;

/// <summary>One line of law, checked against a household, with all it was checked by: <see cref="TraceReplay"/> finds the outcome again from it.</summary>
/// <param name="Rule">Stable name, see <see cref="RuleNames"/>; the words for it live in resources.</param>
/// <param name="Holds"><c>null</c> when not known yet.</param>
/// <param name="Sum">The numbers compared, when all are known.</param>
/// <param name="Person">Place of the person in the household's list whom it is about; <c>null</c>: the household.</param>
public sealed record RuleFinding(string Rule, bool? Holds, LawReference Law, Arithmetic? Sum, int? Person = null)
{
    /// <summary>The day it was checked for: ages are counted on it.</summary>
    public DateOnly On { get; init; }

    /// <summary>The area whose numbers were used; <c>null</c>: not known.</summary>
    public Area? Area { get; init; }

    /// <summary>What the service says to the rule: ages, grades, other services.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>The facts looked at, known or not.</summary>
    public ImmutableArray<Input> Inputs { get; init; } = [];

    /// <summary>The dated numbers used.</summary>
    public ImmutableArray<UsedParameter> Parameters { get; init; } = [];

    /// <summary>Of several ways, which it belongs to; <c>null</c>: it must hold itself.</summary>
    public Way? Way { get; init; }

    /// <summary>How far the finding may be shown as law: as far as the weakest of the text and the numbers.</summary>
    public SourceStatus Status => Parameters.Aggregate(
        Sum is null ? Law.Status : SourceStatuses.Weaker(Law.Status, Sum.Status), (status, number) => SourceStatuses.Weaker(status, number.Status));
}

/// <summary>A dated number as it was used.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: it is in force.</param>
public sealed record UsedParameter(string Name, decimal Value, DateOnly? From, DateOnly? To, SourceStatus Status);

/// <summary>Of the choices in a set of rules, in the order they are told, the way tried.</summary>
public sealed record Way(int Choice, int Number);

/// <summary>The numbers of a comparison, to be put into words elsewhere.</summary>
/// <param name="Kind">Stable name of the sum: the rule's, not its opposite's.</param>
/// <param name="Figures">In the order of the calculation; names in <see cref="FigureNames"/>.</param>
/// <param name="Status">Of the weakest number in it: a sum with a demo standard is a demo sum.</param>
public sealed record Arithmetic(string Kind, ImmutableArray<Figure> Figures, SourceStatus Status)
{
    /// <summary>The figure of that name, or <c>null</c>.</summary>
    public decimal? this[string name] => Figures.FirstOrDefault(figure => figure.Name == name)?.Value;
}

/// <param name="Value">Exact; yuan, people, months or homes.</param>
public sealed record Figure(string Name, decimal Value);
