using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Payments;

/// <summary>Where an amount comes from.</summary>
/// <param name="Formula">Stable name, see <see cref="FormulaBook"/>; the words for it live in resources.</param>
/// <param name="Parts">One a person where each gets their own; otherwise one.</param>
/// <param name="Parameters">The dated numbers used.</param>
/// <param name="Monthly">For the household, rounded to the fen; <c>null</c> where nothing is paid by the month.</param>
public sealed record AmountTrace(string Formula, ImmutableArray<AmountPart> Parts, ImmutableArray<UsedParameter> Parameters, Money? Monthly)
{
    /// <summary>Of the weakest number in it.</summary>
    public SourceStatus Status => Parameters.Aggregate(SourceStatus.Verified, (status, number) => SourceStatuses.Weaker(status, number.Status));
}

/// <param name="Person">Place in the household's list; <c>null</c>: the household.</param>
/// <param name="Figures">In the order of the calculation; names in <see cref="FigureNames"/>.</param>
public sealed record AmountPart(int? Person, ImmutableArray<Figure> Figures);
