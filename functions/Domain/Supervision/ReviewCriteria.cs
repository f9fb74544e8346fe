using System.Collections.Immutable;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Supervision;

/// <summary>By what a case file is reviewed (案卷评查标准), as data.</summary>
/// <param name="Version">Recorded with each review.</param>
/// <param name="Excellent">Least score of an excellent file, inclusive.</param>
/// <param name="Qualified">Least score of a qualified file, inclusive.</param>
public sealed record ReviewCriteria(string Version, decimal Excellent, decimal Qualified, ImmutableArray<Criterion> All)
{
    /// <summary>What a file begins with.</summary>
    public const decimal Full = 100;

    /// <summary>What a fault of form may cost.</summary>
    public static ImmutableArray<decimal> Levels { get; } = [10, 5, 2, 1, 0.5m];

    public Criterion? Find(string id) => All.FirstOrDefault(criterion => criterion.Id == id);

    public Grade GradeOf(decimal score) => score >= Excellent ? Grade.Excellent : score >= Qualified ? Grade.Qualified : Grade.Unqualified;
}

/// <summary>One thing that is looked at.</summary>
/// <param name="Points">What a fault costs, one of <see cref="ReviewCriteria.Levels"/>; <c>null</c>: a fault of legality, which leaves nothing.</param>
/// <param name="Fact">One of <see cref="FactNames"/> when the journal knows it; <c>null</c>: the reviewer answers.</param>
/// <param name="Status">How far it may be shown as law.</param>
public sealed record Criterion(string Id, Text Name, decimal? Points, string? Fact, SourceStatus Status)
{
    public bool IsVeto => Points is null;
}

/// <summary>Grades of a reviewed file: 优秀, 合格, 不合格.</summary>
public enum Grade { Excellent, Qualified, Unqualified }

/// <summary>Grades as they travel.</summary>
public static class Grades
{
    public static string Code(this Grade grade) => grade switch { Grade.Excellent => "excellent", Grade.Qualified => "qualified", _ => "unqualified" };
}

/// <summary>What was found about one criterion.</summary>
public enum Answer
{
    Met,
    Fault,

    /// <summary>The criterion does not apply to this file.</summary>
    NotApplicable,
}

/// <summary>Answers as they travel.</summary>
public static class AnswerCodes
{
    public static string Code(this Answer answer) => answer switch { Answer.Met => "met", Answer.Fault => "fault", _ => "not-applicable" };

    public static Answer? Parse(string? code) => Services.Codes.Parse<Answer>(code, Code);
}

/// <summary>A criterion and what was found about it.</summary>
/// <param name="ByJournal">The journal knew; the reviewer was not asked.</param>
public sealed record CriterionAnswer(string Criterion, Answer Answer, bool ByJournal);
