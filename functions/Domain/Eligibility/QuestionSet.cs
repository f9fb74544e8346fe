using System.Collections.Immutable;

namespace OneVisit.Domain.Eligibility;

/// <summary>A set of questions that costs no allocation until it is put in order.</summary>
internal readonly record struct QuestionSet(int Bits)
{
    /// <summary>
    /// The order of asking: what decides for most households first, then what is a press of a button before what needs a sum.
    /// Spending comes before assets, as it is open only where income alone does not do.
    /// </summary>
    private static readonly Question[] OrderOfAsking =
    [
        Question.LocalHukou, Question.Area, Question.Members, Question.MonthlyIncome,
        Question.MedicalSpending, Question.EducationSpending, Question.RehabilitationSpending,
        Question.Car, Question.Homes, Question.HomesBelowAverageArea, Question.NonResidentialProperty,
        Question.FinancialAssets, Question.BusinessCapital,
    ];

    public static QuestionSet None => default;

    public static QuestionSet If(bool isOpen, Question question) => isOpen ? new(1 << (int)question) : default;

    public static QuestionSet operator |(QuestionSet a, QuestionSet b) => new(a.Bits | b.Bits);

    public ImmutableArray<Question> InOrderOfAsking()
    {
        if (Bits == 0)
            return [];
        var bits = Bits;
        return [.. OrderOfAsking.Where(question => (bits & (1 << (int)question)) != 0)];
    }
}
