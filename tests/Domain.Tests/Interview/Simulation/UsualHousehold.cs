using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Tests.Eligibility;

namespace OneVisit.Domain.Tests.Interview.Simulation;

/// <summary>Fills what a golden case does not tell, so that somebody can answer every question about it.</summary>
internal static class UsualHousehold
{
    public static Household Filled(this Household told)
    {
        var usual = Households.Widow;
        var filled = told with
        {
            HasLocalHukou = told.HasLocalHukou ?? true,
            Area = told.Area ?? usual.Area,
            Members = told.Members ?? Math.Max(usual.Members!.Value, told.People?.Length ?? 0),
            MonthlyIncome = told.MonthlyIncome ?? usual.MonthlyIncome,
            FinancialAssets = told.FinancialAssets ?? usual.FinancialAssets,
            OwnsCar = told.OwnsCar ?? false,
            Homes = told.Homes ?? 1,
            HomesBelowAverageArea = told.HomesBelowAverageArea ?? false,
            OwnsNonResidentialProperty = told.OwnsNonResidentialProperty ?? false,
            BusinessCapital = told.BusinessCapital ?? Money.Zero,
            YearlyMedicalSpending = told.YearlyMedicalSpending ?? Money.Zero,
            YearlyRehabilitationSpending = told.YearlyRehabilitationSpending ?? Money.Zero,
            YearlyEducationSpending = told.YearlyEducationSpending ?? Money.Zero,
            Draws = (told.Draws ?? []).Union(told.People?.SelectMany(person => person.Draws ?? []) ?? []),
            Emergency = told.Emergency ?? Emergency.None,
            IsHereOtherwise = told.IsHereOtherwise ?? false,
            Deceased = told.Deceased ?? DeceasedGroup.Nobody,
            People = [.. (told.People ?? []).Select(Filled)],
            HasSeverelyAffectedMember = (told.People ?? []).Any(IsSeverelyAffected),
            Incomes = told.Incomes ?? [],
        };
        return Enum.GetValues<Question>().Where(question => !question.IsOfAPerson() && FactBook.Read(filled, question, null) is null)
            .Aggregate(filled, (household, question) => FactBook.Write(household, question, null, Usual(question)));
    }

    /// <summary>As the question for somebody severely disabled or gravely ill has it.</summary>
    public static bool IsSeverelyAffected(Person person) => person is { GraveIllness: true } or { Disability.IsSevereForChildren: true };

    // Of a marriage, an adoption, an organisation or an errand.
    private static object? Usual(Question question) => AnswerKinds.Of(question) switch
    {
        AnswerKind.YesNo => false,
        AnswerKind.Number => 0,
        AnswerKind.Yuan => Money.Zero,
        AnswerKind.Day => new DateOnly(1990, 5, 1),
        _ => null,
    };

    private static Person Filled(Person told) => told with
    {
        BornOn = told.BornOn ?? new DateOnly(told.LayOff is null ? 1980 : 1936, 5, 1),
        Disability = told.Disability ?? Disability.None,
        CannotCareForSelf = told.CannotCareForSelf ?? told.AbilityGrade >= 2,
        AbilityGrade = told.AbilityGrade ?? (told.CannotCareForSelf == true ? 2 : 0),
        GraveIllness = told.GraveIllness ?? false,
        HasAbleObligor = told.HasAbleObligor ?? true,
        Father = Filled(told.Father),
        Mother = Filled(told.Mother),
        Draws = told.Draws ?? ImmutableHashSet<string>.Empty,
        LayOff = told.LayOff ?? LayOff.Never,
        WasOrphan = told.WasOrphan ?? false,
        InFullTimeStudy = told.InFullTimeStudy ?? false,
        Relation = told.Relation ?? Relation.OtherWithDuty,
        Away = told.Away ?? Away.Not,
        IsDependent = told.IsDependent ?? false,
        StudiesUpToBachelor = told.StudiesUpToBachelor ?? false,
        LivesInLongTerm = told.LivesInLongTerm ?? true,
        IsOutOfWork = told.IsOutOfWork ?? false,
    };

    private static ParentState Filled(ParentState? told) => told switch
    {
        null => new(ParentFate.Able),
        { Since: { } since, SentenceMonths: null, Fate: ParentFate.InPrison or ParentFate.InRehabilitation } => told with { SentenceMonths = 3, Since = since },
        _ => told,
    };
}
