using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>The personal-data notice: what, what for, who sees it, one's rights.</summary>
internal static class PrivacyCard
{
    /// <param name="person">For whom the reader acts, as one speaks of them; <c>null</c>: for themselves.</param>
    public static JsonNode Of(Phrasebook book, string service, string township, string? person) => Parts.Card(
        book.Language.Code(), book[Phrase.PrivacyTitle],
        [
            Parts.Title(book[Phrase.PrivacyTitle]),
            Parts.Text(book[Phrase.PrivacyWhat]),
            Parts.Text(book[Phrase.PrivacyPurpose, service]),
            person is null ? null : Parts.Text(book[Phrase.PrivacyActing, person]),
            .. Parts.Folded(book[Phrase.PrivacyFull], "more", Parts.Text(book[Phrase.PrivacyWho, township]), Parts.Text(book[Phrase.PrivacyRights]), Parts.Text(book[Phrase.PrivacyHuman])),
        ]);
}
