using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>How a single question is answered; each is the <see cref="Answer"/> of that name.</summary>
public enum AnswerKind
{
    YesNo,
    Number,
    Yuan,
    Day,
    Word,
    Codes,
    Certificate,
    Parents,
    Work,
    Absence,
    Incomes,

    /// <summary>By a checklist only.</summary>
    None,
}

/// <summary>Kinds of answers by question.</summary>
public static class AnswerKinds
{
    public static AnswerKind Of(Question question) => question switch
    {
        Question.People => AnswerKind.None,
        Question.Members or Question.Homes or Question.AbilityGrade or Question.AdopterChildren or Question.IndividualMembers or Question.UnitMembers => AnswerKind.Number,
        Question.MonthlyIncome or Question.FinancialAssets or Question.BusinessCapital or Question.MedicalSpending or Question.RehabilitationSpending
            or Question.EducationSpending or Question.StartCapital => AnswerKind.Yuan,
        Question.BirthDate or Question.ManBirthDate or Question.WomanBirthDate or Question.AdopterBirthDate or Question.AdoptedBirthDate
            or Question.SupervisorConsentDate => AnswerKind.Day,
        Question.Area or Question.Emergency or Question.Deceased or Question.Relation => AnswerKind.Word,
        Question.Draws or Question.PersonDraws => AnswerKind.Codes,
        Question.Disability => AnswerKind.Certificate,
        Question.Parents => AnswerKind.Parents,
        Question.LayOff => AnswerKind.Work,
        Question.Away => AnswerKind.Absence,
        Question.Incomes => AnswerKind.Incomes,
        _ => AnswerKind.YesNo,
    };
}
