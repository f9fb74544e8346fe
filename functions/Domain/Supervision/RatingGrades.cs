using System.Collections.Immutable;

namespace OneVisit.Domain.Supervision;

/// <summary>What somebody may tick beside a grade, for example 「态度不好」.</summary>
public sealed record RatingTag(string Id, Text Name);

/// <summary>One of the five grades of the rating (好差评), with the closed set of its tags.</summary>
/// <param name="Stars">From 1 (very bad) to 5 (very good).</param>
public sealed record RatingGrade(int Stars, Text Name, ImmutableArray<RatingTag> Tags);

/// <summary>The five grades.</summary>
public sealed record RatingGrades(ImmutableArray<RatingGrade> All)
{
    public const int Least = 1;
    public const int Most = 5;

    public RatingGrade? Find(int stars) => All.FirstOrDefault(grade => grade.Stars == stars);

    public RatingTag? Tag(string id) => All.SelectMany(grade => grade.Tags).FirstOrDefault(tag => tag.Id == id);
}
