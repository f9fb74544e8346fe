using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>A task that can no longer be acted on: the result, by whom, when, what follows. No buttons.</summary>
internal static class ClosedTaskCard
{
    public static JsonNode Of(Phrasebook book, TaskView task, Uri? papers) => Parts.Card(
        book.Language.Code(), Spoken(book, task), [.. TaskCard.Head(book, task), .. Body(book, task, papers)]);

    public static string Spoken(Phrasebook book, TaskView task) => task.Result is { } result
        ? $"{book.NameOr("acted", result.Action)}, {result.ByName}"
        : book[Phrase.CardNoActions];

    private static IEnumerable<JsonNode?> Body(Phrasebook book, TaskView task, Uri? papers)
    {
        if (task.Result is not { } result)
        {
            foreach (var fact in task.Facts ?? []) yield return Parts.Text(Markdown.Escape(fact));
            yield return Parts.Text(book[Phrase.CardNoActions]);
            yield break;
        }
        yield return Parts.Coloured($"✓ {book.NameOr("acted", result.Action)}", "Good");
        yield return Parts.Text(book[Phrase.CardClosedBy, Markdown.Escape(result.ByName), book.Moment(result.At)]);
        yield return Parts.Facts(
            (book[Phrase.CardCase], task.CaseId),
            (book[Phrase.CaseAmount], result.Amount is { } amount ? book.Yuan(amount) : null),
            (book[Phrase.CaseReason], Markdown.Escape(result.Reason)));
        if (papers is not null && task.Kind == "decide" && IssuedLinks.Of(book, task.CaseId, task.Issued, papers) is { } issued) yield return Parts.Text(issued);
        yield return Parts.Quiet(result.Next.Count == 0
            ? book[Phrase.CardClosedNoNext]
            : book[Phrase.CardClosedNext, book.List(book.Stages(result.Next))]);
    }
}
