using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Conversation.Resident;

/// <summary>Why a question is asked: in plain words, and where it is written.</summary>
internal static class Reasons
{
    public static string For(Turn turn, Question question)
    {
        var why = turn.Book.NameOr("why", question.ToString());
        var law = turn.Evaluation.Explain().FirstOrDefault(finding => finding.Rule == RuleOf(question))?.Law;
        return law is null ? why : $"{why}\n\n{turn.Book[Phrase.WhyLaw, Cite(turn.Book, law)]}";
    }

    public static string Cite(Phrasebook book, LawReference law) => $"{law.In(book.Language)}{SumWords.Mark(book, law.Status)}";

    private static string RuleOf(Question question) => question switch
    {
        Question.LocalHukou => RuleNames.LocalHukou,
        Question.Area => RuleNames.AreaMatches,
        Question.FinancialAssets => RuleNames.FinancialAssetsWithinLimit,
        Question.Car => RuleNames.NoCar,
        Question.Homes or Question.HomesBelowAverageArea => RuleNames.HomesWithinLimit,
        Question.NonResidentialProperty => RuleNames.NoNonResidentialProperty,
        Question.BusinessCapital => RuleNames.BusinessCapitalWithinLimit,
        Question.MedicalSpending or Question.RehabilitationSpending or Question.EducationSpending => RuleNames.IncomeAfterSpendingBelowStandard,
        Question.SeverelyAffectedMember => RuleNames.SomebodySeverelyAffected,
        _ => RuleNames.IncomeBelowStandard,
    };
}
