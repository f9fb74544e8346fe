using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Law;

namespace OneVisit.Conversation.Resident;

/// <summary>Why a question is asked: in plain words, which services it helps to decide, and where it is written.</summary>
internal static class Reasons
{
    private const int MostNamed = 4;

    public static string For(Turn turn, Inquiry inquiry)
    {
        var reasons = turn.Interviewer.Why(turn.Told, inquiry);
        var laws = reasons.SelectMany(reason => reason.Lines).Select(line => Cite(turn.Book, line.Law)).Distinct().Take(MostNamed).ToArray();
        return string.Join("\n\n", new[]
        {
            turn.Book.Name("why", inquiry.Name()) ?? turn.Book[Phrase.WhyCondition],
            reasons.IsEmpty ? null : turn.Book[Phrase.WhyServices, turn.Book.List(reasons.Take(MostNamed).Select(reason => turn.NameOf(reason.Service)))],
            laws.Length == 0 ? null : turn.Book[Phrase.WhyLaw, turn.Book.List(laws)],
        }.OfType<string>());
    }

    public static string Cite(Phrasebook book, LawReference law) => $"{law.In(book.Language)}{SumWords.Mark(book, law.Status)}";
}
