using System.Collections.Immutable;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Supervision;

namespace OneVisit.Catalogue.Reading;

/// <summary>What supervision goes by: criteria, grades of the rating, limits.</summary>
internal static class SupervisionBook
{
    private const int MostDays = 366;

    /// <summary>In catalogues of before there were objections to notices.</summary>
    private const int UsualObjectionDays = 5;

    /// <summary>Names of the numbers in <c>parameters.yaml</c>.</summary>
    public static ImmutableArray<string> Parameters { get; } =
    [
        "rating_open_days", "remedy_contact_days", "remedy_fix_simple_days", "remedy_fix_complex_days", "remedy_revisit_days", "complaint_answer_days", "complaint_visit_days",
        "file_review_days", "guidance_longest_days", "guidance_recheck_days", "filing_days", "notice_least_days", "sampling_first_of_representative", "sampling_extremes",
        "benefit_check_days", "benefit_death_days", "benefit_confirm_days", "taper_months_longest",
    ];

    /// <summary>Names that catalogues of before may leave out.</summary>
    public static ImmutableArray<string> Newer { get; } = ["objection_answer_days"];

    /// <summary>From <c>review-criteria.yaml</c>.</summary>
    public static ReviewCriteria Criteria(YamlMap file, ActBook acts)
    {
        var (excellent, qualified) = (file.Number("excellent"), file.Number("qualified"));
        if (file.Has("excellent") && file.Has("qualified") && (qualified <= 0 || excellent <= qualified || excellent > ReviewCriteria.Full))
            file.Fault(FaultKind.WrongCriterion, "excellent", "excellent");
        var read = new List<Criterion>();
        foreach (var map in file.Maps("criteria"))
        {
            var criterion = Criterion(map, acts);
            if (read.Exists(known => known.Id == criterion.Id))
                map.Fault(FaultKind.DuplicateId, criterion.Id, "id");
            read.Add(criterion);
        }
        if (file.Has("criteria") && read.Count == 0)
            file.Fault(FaultKind.WrongCriterion, "criteria", "criteria");
        var criteria = new ReviewCriteria(file.Scalar("version"), excellent, qualified, [.. read]);
        file.Done();
        return criteria;
    }

    /// <summary>From <c>rating-tags.yaml</c>.</summary>
    public static RatingGrades Grades(YamlMap file)
    {
        var read = new List<RatingGrade>();
        foreach (var map in file.Maps("grades"))
        {
            var grade = new RatingGrade(map.Int("stars"), map.Words("name"), [.. Tags(map)]);
            if (grade.Stars is < RatingGrades.Least or > RatingGrades.Most)
                map.Fault(FaultKind.WrongValue, "stars", "stars");
            if (read.Exists(known => known.Stars == grade.Stars))
                map.Fault(FaultKind.DuplicateId, "stars", "stars");
            foreach (var twice in grade.Tags.Where((tag, i) => grade.Tags[..i].Concat(read.SelectMany(known => known.Tags)).Any(known => known.Id == tag.Id)))
                map.Fault(FaultKind.DuplicateId, twice.Id, "tags");
            read.Add(grade);
            map.Done();
        }
        if (file.Has("grades") && read.Count != RatingGrades.Most)
            file.Fault(FaultKind.WrongValue, "grades", "grades");
        file.Done();
        return new RatingGrades([.. read.OrderByDescending(grade => grade.Stars)]);
    }

    public static SupervisionLimits LimitsOn(ParameterBook numbers, DateOnly day)
    {
        return new()
        {
            RatingOpen = Number("rating_open_days"),
            RemedyContact = Number("remedy_contact_days"),
            RemedyFixSimple = Number("remedy_fix_simple_days"),
            RemedyFixComplex = Number("remedy_fix_complex_days"),
            RemedyRevisit = Number("remedy_revisit_days"),
            ComplaintAnswer = Number("complaint_answer_days"),
            ComplaintVisit = Number("complaint_visit_days"),
            ObjectionAnswer = numbers.Number("objection_answer_days", day) is { Value: >= 0 and <= MostDays and var days } ? (int)days : UsualObjectionDays,
            FileReview = Number("file_review_days"),
            GuidanceLongest = Number("guidance_longest_days"),
            GuidanceRecheck = Number("guidance_recheck_days"),
            Filing = Number("filing_days"),
            NoticeDays = Number("notice_least_days"),
            BenefitCheck = Number("benefit_check_days"),
            BenefitDeath = Number("benefit_death_days"),
            BenefitConfirm = Number("benefit_confirm_days"),
            TaperMonths = Number("taper_months_longest"),
            FirstOfRepresentative = Number("sampling_first_of_representative"),
            Extremes = Number("sampling_extremes"),
        };

        int Number(string name) => numbers.Number(name, day) is { Value: var value and >= 0 and <= MostDays }
            ? (int)value
            : throw new InvalidOperationException($"There is no {name} for {day:yyyy-MM-dd} in parameters.yaml.");
    }

    private static Criterion Criterion(YamlMap map, ActBook acts)
    {
        var points = map.Has("points") ? map.Number("points") : (decimal?)null;
        var criterion = new Criterion(map.Scalar("id"), map.Words("name"), points, map.ScalarOrNull("fact"), acts.SourcedStatus(map));
        if (map.Flag("veto") != points is null || points is { } cost && !ReviewCriteria.Levels.Contains(cost))
            map.Fault(FaultKind.WrongCriterion, criterion.Id, "id");
        if (criterion.Fact is { } fact && !FactNames.All.Contains(fact))
            map.Fault(FaultKind.WrongCriterion, fact, "fact");
        map.Done();
        return criterion;
    }

    private static IEnumerable<RatingTag> Tags(YamlMap grade)
    {
        foreach (var map in grade.Maps("tags"))
        {
            yield return new RatingTag(map.Scalar("id"), map.Words("name"));
            map.Done();
        }
    }
}
