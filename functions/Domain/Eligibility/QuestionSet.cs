using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility;

/// <summary>A set of questions that costs no allocation until it is put in order.</summary>
internal readonly record struct QuestionSet(long Bits)
{
    /// <summary>
    /// The order of asking: what decides for most households first, then what is a press of a button before what needs a sum.
    /// Spending comes before assets, as it is open only where income alone does not do.
    /// </summary>
    private static readonly Question[] OrderOfAsking =
    [
        Question.LocalHukou, Question.Area, Question.Members, Question.MonthlyIncome,
        Question.MedicalSpending, Question.EducationSpending, Question.RehabilitationSpending,
        Question.SeverelyAffectedMember, Question.Car, Question.Homes, Question.HomesBelowAverageArea, Question.NonResidentialProperty,
        Question.FinancialAssets, Question.BusinessCapital,
        Question.Emergency, Question.IsHereOtherwise, Question.Deceased, Question.Draws, Question.People, Question.BirthDate, Question.Disability,
        Question.CannotCareForSelf, Question.AbilityGrade, Question.GraveIllness, Question.AbleObligor, Question.Parents, Question.PersonDraws, Question.LayOff,
        Question.Relation, Question.Away, Question.Dependent, Question.LivesInLongTerm, Question.OutOfWork, Question.Incomes,
    ];

    public static QuestionSet None => default;

    public static QuestionSet If(bool isOpen, Question question) => isOpen ? new(1L << (int)question) : default;

    public static QuestionSet operator |(QuestionSet a, QuestionSet b) => new(a.Bits | b.Bits);

    public ImmutableArray<Question> InOrderOfAsking()
    {
        if (Bits == 0)
            return [];
        var bits = Bits;
        return [.. OrderOfAsking.Where(question => (bits & (1L << (int)question)) != 0)];
    }
}
