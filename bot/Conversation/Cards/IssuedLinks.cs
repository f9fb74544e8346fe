using OneVisit.Contracts;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Cards;

/// <summary>The papers that the office issued, as links: the latest of each kind.</summary>
internal static class IssuedLinks
{
    /// <param name="papers">Where staff open papers; <c>null</c>: for the household itself.</param>
    /// <returns><c>null</c>: none was issued.</returns>
    public static string? Of(Phrasebook book, string caseId, IReadOnlyList<IssuedPaperView>? issued, Uri? papers)
    {
        var links = (issued ?? []).DistinctBy(paper => paper.Kind)
            .Select(paper => $"[{Markdown.Escape(Named(book, paper))}]({(papers is null ? FormAddress.ToPaper(caseId, paper.Kind) : new Uri(papers, $"{caseId}/issued/{Uri.EscapeDataString(paper.Kind)}").AbsoluteUri)})").ToArray();
        return links.Length == 0 ? null : book[Phrase.Labelled, book[Phrase.CardIssued], string.Join(" · ", links)];
    }

    private static string Named(Phrasebook book, IssuedPaperView paper) => paper.State == "valid" ? paper.Name : book.Aside(paper.Name, book.NameOr("paper-state", paper.State));
}
