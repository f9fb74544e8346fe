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
            [
                (book[Phrase.SummaryService], turn.ServiceNames),
                (book[Phrase.SummaryApplicant], book.Aside(Markdown.Escape(draft.Name), Acting.IsForAnother(turn) ? Acting.PersonOf(turn) : null)),
                (book[Phrase.SummaryIdNumber], ResidentId.Read(draft.IdNumber, turn.Today) is IdReading.Valid id ? Markdown.Escape(id.Id.Masked) : null),
                (book[Phrase.SummaryPhone], Markdown.Escape(PhoneNumber.Read(draft.Phone)?.Masked ?? (Acting.IsForAnother(turn) ? book[Phrase.SummaryNoPhone] : null))),
                (book[Phrase.SummaryVillage], Markdown.Escape(turn.FullPlaceName(draft.Village ?? "", draft.Grid))),
                .. Actor(turn),
                (book[Phrase.SummaryRelatives], draft.Relatives is null ? null : book.Name("relatives", draft.Relatives) ?? Markdown.Escape(draft.Relatives)),
                (book[Phrase.SummaryMandate], Acting.IsEntrusted(turn) ? null : draft.Mandate == true ? Mandate(turn) : book[Phrase.SummaryMandateNo]),
                (book[Phrase.SummaryPapers], PaperOption.Of(turn).IsEmpty ? null : Papers(turn)),
                (book[Phrase.SummaryFiles], files == 0 ? null : book[Phrase.SummaryFilesCount, files]),
            ]),
            Parts.Text(string.Join('\n', ReviewScene.Lines(turn).Select(fact => $"- {fact}"))),
            MaterialWords.Drafts(book, turn.Materials.Held.Concat(turn.Materials.Needed)) is { } forms ? Parts.Text(forms) : null);
    }

    // Who acts, beside the person it is about.
    private static IEnumerable<(string, string?)> Actor(Turn turn)
    {
        if (Acting.Details(turn.State.Draft) is not { } actor) yield break;
        var book = turn.Book;
        yield return (book[Phrase.SummaryActor], book.Aside(Markdown.Escape(actor.Name), book.List([book.NameOr("acting-relation", actor.Relation), book.NameOr("acting-basis", actor.Basis)])));
        yield return (book[Phrase.SummaryActorUntil], actor.Until is { } last ? book.FarDay(last) : null);
        yield return (book[Phrase.SummaryActorId], Markdown.Escape((ResidentId.Read(actor.IdNumber, turn.Today) as IdReading.Valid)?.Id.Masked));
        yield return (book[Phrase.SummaryActorPhone], Markdown.Escape(PhoneNumber.Read(actor.Phone)?.Masked));
    }

    private static string Mandate(Turn turn) => turn.State.Draft.Plan is { } plan
        ? turn.Book[plan.SignLater ? Phrase.SummaryMandateUnsigned : Phrase.SummaryMandateSigned, MandateTalk.Holder(turn, plan)]
        : turn.Book[Phrase.SummaryMandateYes, Markdown.Escape(turn.VillageName(turn.State.Draft.Village ?? ""))];

    private static string Papers(Turn turn) =>
        PaperOption.Chosen(turn) is { IsEmpty: false } chosen ? Markdown.Escape(turn.Book.List(chosen.Select(option => option.Short(turn, turn.Today)))) : turn.Book[Phrase.PapersAll];
}
