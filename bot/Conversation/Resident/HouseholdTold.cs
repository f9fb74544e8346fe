using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Reads a fact of the household from words, and says how it was taken where that is not plain.</summary>
internal static class HouseholdTold
{
    public static object? Read(Turn turn, Question question, string text) => HouseholdFactsIn.KindOf(question) switch
    {
        FactKind.YesNo => AnswerReader.YesNo(text),
        FactKind.Area => text.Says("rural") ? "rural" : text.Says("urban") ? "urban" : null,
        FactKind.Count when question == Question.Members => People(turn, text),
        FactKind.Count => AnswerReader.Count(text) is { } count && HouseholdFactsIn.FitsCount(question, count) ? count : null,
        FactKind.YearlyMoney => Yuan(turn, AnswerReader.Money(text, yearly: true), highest: false, yearly: true),
        _ when question == Question.MonthlyIncome && IsJustTheWage(turn, text) => turn.State.MentionedWage,
        _ => Yuan(turn, AnswerReader.Money(text, yearly: question == Question.MonthlyIncome ? false : null), highest: true, yearly: false),
    };

    /// <summary>A sum that is there, of whatever.</summary>
    public static decimal? Sum(Turn turn, string text) => (decimal?)Yuan(turn, AnswerReader.Money(text, yearly: null), highest: false, yearly: false);

    private static object? People(Turn turn, string text)
    {
        if (PeopleCounter.Count(text) is not { } count || !HouseholdFactsIn.FitsCount(Question.Members, count.People)) return null;
        if (count.Composed) turn.Lead(turn.Book[Phrase.CountedPeople, turn.Book.People(count.People)]);
        return count.People;
    }

    /// <summary>Of a range the end that promises less: more income and assets, less spending.</summary>
    private static object? Yuan(Turn turn, MoneyAnswer? answer, bool highest, bool yearly)
    {
        if (answer is null) return null;
        if (answer.PerHead)
        {
            if (turn.Household.Members is not { } members) return null;
            answer = answer with { Low = answer.Low * members, High = answer.High * members, Told = null };
        }
        var amount = highest ? answer.High : answer.Low;
        if (!HouseholdFactsIn.FitsMoney(amount)) return null;
        if (answer.PerHead) turn.Lead(turn.Book[Phrase.PerHeadTaken, turn.Book.People(turn.Household.Members!.Value), turn.Book.Yuan(amount)]);
        else if (answer.Low != answer.High) turn.Lead(turn.Book[Phrase.RangeTaken, turn.Book.Yuan(answer.Low), turn.Book.Yuan(answer.High), turn.Book.Yuan(amount)]);
        else if (answer.Told is { } told) turn.Lead(turn.Book[yearly ? Phrase.MonthlyAsYearly : Phrase.YearlyAsMonthly, turn.Book.Yuan(told), turn.Book.Yuan(amount)]);
        return amount;
    }

    private static bool IsJustTheWage(Turn turn, string text) =>
        turn.State.MentionedWage is not null && AnswerReader.Amounts(text).IsEmpty && (text.Says("justThat") || AnswerReader.YesNo(text) == true);
}
