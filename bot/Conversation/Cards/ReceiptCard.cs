using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>The receipt (受理回执): number, dates, what the clock means.</summary>
internal static class ReceiptCard
{
    public static JsonNode Of(Phrasebook book, string service, CaseReceipt receipt) => Parts.Card(
        book.Language.Code(), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}",
        Parts.Title($"✓ {book[Phrase.ReceiptTitle]}"),
        Parts.Facts(
            (book[Phrase.ReceiptCaseId], receipt.CaseId),
            (book[Phrase.SummaryService], service),
            (book[receipt.AwaitsAcceptance ? Phrase.CaseSubmitted : Phrase.ReceiptAccepted], book.Day(receipt.AcceptedOn)),
            (book[receipt.AwaitsAcceptance ? Phrase.ReceiptAcceptBy : Phrase.ReceiptDue], book.Day(receipt.DueOn))),
        receipt.AwaitsAcceptance ? null : Parts.Text($"[{book[Phrase.ReceiptPaper]}]({FormAddress.ToPaper(receipt.CaseId, "receipt")})"),
        Parts.Quiet(book[Phrase.ReceiptDays]));
}
