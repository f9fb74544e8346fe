using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes what the back office answered and says it in plain words.</summary>
internal static class Answers
{
    public static void Take(Turn turn, Effect effect, EffectResult result)
    {
        switch (result)
        {
            case EffectResult.Submitted submitted: Receipt(turn, submitted.Receipt); break;
            case EffectResult.Applied applied: Receipts(turn, applied.Receipt); break;
            case EffectResult.Uploaded uploaded: Files.Tell(turn, uploaded); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ForMandate: true }: CaseTalk.AskRevoke(turn, cases.Summaries); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ForComplaint: true }: ComplaintTalk.Cases(turn, cases.Summaries); break;
            case EffectResult.Failed or EffectResult.Unreachable when effect is Effect.ListMyCases { ForComplaint: true }: ComplaintTalk.Cases(turn, []); break;
            case EffectResult.Heeded: FoundTalk.Answered(turn, effect); break;
            case EffectResult.Complained complained: ComplaintTalk.Taken(turn, complained.Receipt); break;
            case EffectResult.ChangeReported reported: ChangeTalk.Taken(turn, reported.Receipt); break;
            case EffectResult.ComplaintShown shown: ComplaintTalk.Show(turn, shown.Complaint); break;
            case EffectResult.Objected objected: ObjectionTalk.Taken(turn, objected.Receipt); break;
            case EffectResult.ObjectionShown shown: ObjectionTalk.Show(turn, shown.Objection); break;
            case EffectResult.Cases cases: CaseTalk.List(turn, cases.Summaries); break;
            case EffectResult.Shown shown: CaseTalk.Show(turn, shown.Case); break;
            case EffectResult.MandateRevoked: turn.Say(turn.Book[Phrase.RevokeDone], turn.Current().Choices(turn)); break;
            case EffectResult.Rated rated: turn.Say(turn.Book[rated.Stars >= 3 ? Phrase.RateThanks : Phrase.RateThanksBad], turn.Current().Choices(turn)); break;
            case EffectResult.Failed failed: Troubles.Tell(turn, effect, failed.Problem); break;
            case EffectResult.Unreachable: Troubles.TryLater(turn, effect); break;
        }
    }

    private static void Receipt(Turn turn, CaseReceipt receipt)
    {
        var later = Later(turn, receipt.AcceptedOn);
        Forget(turn, [receipt]);
        var book = turn.Book;
        turn.Lead(book[receipt.AlreadyThere ? Phrase.ReceiptAgain : receipt.AwaitsAcceptance ? Phrase.ReceiptAwaits : Phrase.ReceiptWords, receipt.CaseId, book.Day(receipt.DueOn)]);
        if (receipt.DueIsProvisional) turn.Lead(book[Phrase.ReceiptProvisional]);
        turn.Show(new Say.Card(ReceiptCard.Of(book, turn.NameOf(receipt.Service), receipt), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}"));
        if (later is not null) turn.Lead(later);
        if (receipt.NextStages.Count > 0) turn.Lead(book[Phrase.ReceiptNext, book.List(book.Stages(receipt.NextStages))]);
        turn.Say(book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
    }

    /// <summary>One application, a receipt for each of its cases.</summary>
    private static void Receipts(Turn turn, ApplicationReceipt application)
    {
        var (book, cases) = (turn.Book, application.Cases);
        if (cases.Count == 0)
        {
            Troubles.TryLater(turn, new Effect.ListMyCases());
            return;
        }
        var later = Later(turn, cases[0].AcceptedOn);
        Forget(turn, cases);
        turn.Lead(book[application.AlreadyThere ? Phrase.ReceiptsAgain : Phrase.ReceiptsWords, cases.Count, book.Day(cases.Max(receipt => receipt.DueOn))]);
        if (cases.Any(receipt => receipt.DueIsProvisional)) turn.Lead(book[Phrase.ReceiptProvisional]);
        foreach (var receipt in cases) turn.Show(new Say.Card(ReceiptCard.Of(book, turn.NameOf(receipt.Service), receipt), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}"));
        if (later is not null) turn.Lead(later);
        turn.Say(book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
    }

    /// <summary>Papers that are to follow, each with its day.</summary>
    private static string? Later(Turn turn, DateOnly acceptedOn) =>
        PaperOption.Chosen(turn).Where(option => option.IsLater).ToArray() is { Length: > 0 } papers ? turn.Book[Phrase.ReceiptPapersLater, turn.Book.List(papers.Select(option => option.Short(turn, acceptedOn)))] : null;

    // The person's details have done their work: only the back office keeps them, sealed.
    private static void Forget(Turn turn, IReadOnlyList<CaseReceipt> receipts) => turn.State = turn.State with
    {
        Stage = Stage.Home, LastReceipt = receipts[0], LastCases = [.. receipts.Select(receipt => receipt.CaseId)], Draft = new Draft(), Papers = null, SubmissionId = null, Applying = false, Inquiry = null,
        Trail = [], Received = turn.State.Received.Clear(), Transcript = [], Story = null, Understood = [], MentionedWage = null, Misses = 0,
    };
}
