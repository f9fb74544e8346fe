using System.Collections.Immutable;

namespace OneVisit.Domain.Supervision;

/// <summary>The score of a case file: computed from the answers, never typed.</summary>
/// <param name="Value">0 to 100.</param>
/// <param name="Faults">Criteria at fault, in the order of the list.</param>
public sealed record FileScore(decimal Value, Grade Grade, ImmutableArray<string> Faults)
{
    /// <summary>A fault of legality leaves nothing; every other takes its points, down to 0.</summary>
    public static FileScore Of(ReviewCriteria criteria, IEnumerable<CriterionAnswer> answers)
    {
        var atFault = answers.Where(answer => answer.Answer == Answer.Fault).Select(answer => answer.Criterion).ToHashSet(StringComparer.Ordinal);
        var faults = criteria.All.Where(criterion => atFault.Contains(criterion.Id)).ToImmutableArray();
        var value = faults.Any(fault => fault.IsVeto) ? 0 : Math.Max(0, ReviewCriteria.Full - faults.Sum(fault => fault.Points ?? 0));
        return new FileScore(value, criteria.GradeOf(value), [.. faults.Select(fault => fault.Id)]);
    }
}
