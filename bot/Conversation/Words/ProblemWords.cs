using OneVisit.Contracts;

namespace OneVisit.Conversation.Words;

/// <summary>What the back office says is wrong: the first field's sentence, else the whole's.</summary>
internal static class ProblemWords
{
    public static string Reason(this Phrasebook book, Problem problem) =>
        Markdown.Escape(problem.Errors?.Values.FirstOrDefault()?.FirstOrDefault() ?? problem.Detail ?? book[Phrase.ProblemUnknown]);
}
