using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Words for a household fact.</summary>
internal static class FactWords
{
    /// <summary>The fact as one notes it down, for example 「4 口人」; <c>null</c> while it is not known.</summary>
    public static string? Noted(Phrasebook book, HouseholdFacts household, Question question)
    {
        var name = question.ToString();
        return household.Value(question) switch
        {
            null => null,
            true => book.Name("noted-yes", name),
            false => book.Name("noted-no", name),
            0 or 0m => book.Name("noted-zero", name),
            string area => book.Name("noted", name, book.NameOr("format", area)),
            int people when question == Question.Members => book.Name("noted", name, book.People(people)),
            decimal yuan => book.Name("noted", name, book.Yuan(yuan)),
            var count => book.Name("noted", name, count),
        };
    }
}
