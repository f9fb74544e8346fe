using System.Text.Json.Nodes;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Cards;

/// <summary>What is kept of a resident: everything as one file, and how to have it erased.</summary>
internal static class MyDataCard
{
    public static JsonNode Of(Phrasebook book) => Parts.Card(
        book.Language.Code(), book[Phrase.MyDataTitle],
        [
            Parts.Title(book[Phrase.MyDataTitle]),
            Parts.Text(book[Phrase.MyDataWhat]),
            Parts.Text($"[{book[Phrase.MyDataOpen]}]({FormAddress.ToExport()})"),
            Parts.Text(book[Phrase.MyDataErase]),
        ]);
}
