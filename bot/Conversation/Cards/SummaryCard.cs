using System.Text.Json.Nodes;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Cards;

/// <summary>Everything once more before it is submitted, numbers of people masked.</summary>
internal static class SummaryCard
{
    public static JsonNode Of(Turn turn)
    {
        var (book, draft) = (turn.Book, turn.State.Draft);
        var files = turn.State.Received.Values.Sum();
        return Parts.Card(
            book.Language.Code(), book[Phrase.SummaryTitle],
            Parts.Title(book[Phrase.SummaryTitle]),
            Parts.Facts(
                (book[Phrase.SummaryService], turn.ServiceNames),
                (book[Phrase.SummaryApplicant], Markdown.Escape(draft.Name)),
                (book[Phrase.SummaryIdNumber], ResidentId.Read(draft.IdNumber, turn.Today) is IdReading.Valid id ? Markdown.Escape(id.Id.Masked) : null),
                (book[Phrase.SummaryPhone], Markdown.Escape(PhoneNumber.Read(draft.Phone)?.Masked)),
                (book[Phrase.SummaryVillage], Markdown.Escape(turn.FullPlaceName(draft.Village ?? "", draft.Grid))),
                (book[Phrase.SummaryRelatives], draft.Relatives is null ? null : book.Name("relatives", draft.Relatives) ?? Markdown.Escape(draft.Relatives)),
                (book[Phrase.SummaryMandate], draft.Mandate == true ? Mandate(turn) : book[Phrase.SummaryMandateNo]),
                (book[Phrase.SummaryPapers], PaperOption.Of(turn).IsEmpty ? null : Papers(turn)),
                (book[Phrase.SummaryFiles], files == 0 ? null : book[Phrase.SummaryFilesCount, files])),
            Parts.Text(string.Join('\n', ReviewScene.Lines(turn).Select(fact => $"- {fact}"))),
            MaterialWords.Drafts(book, turn.Materials.Held.Concat(turn.Materials.Needed)) is { } forms ? Parts.Text(forms) : null);
    }

    private static string Mandate(Turn turn) => turn.State.Draft.Plan is { } plan
        ? turn.Book[plan.SignLater ? Phrase.SummaryMandateUnsigned : Phrase.SummaryMandateSigned, MandateTalk.Holder(turn, plan)]
        : turn.Book[Phrase.SummaryMandateYes, Markdown.Escape(turn.VillageName(turn.State.Draft.Village ?? ""))];

    private static string Papers(Turn turn) =>
        PaperOption.Chosen(turn) is { IsEmpty: false } chosen ? Markdown.Escape(turn.Book.List(chosen.Select(option => option.Short(turn, turn.Today)))) : turn.Book[Phrase.PapersAll];
}
