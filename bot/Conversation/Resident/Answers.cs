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
            case EffectResult.Uploaded uploaded: Files.Tell(turn, uploaded); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ForMandate: true }: CaseTalk.AskRevoke(turn, cases.Summaries); break;
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
        // The person's details have done their work: only the back office keeps them, sealed.
        turn.State = turn.State with
        {
            Stage = Stage.Home, LastReceipt = receipt, Draft = new Draft(), SubmissionId = null, Applying = false, Asking = null,
            Trail = [], Received = turn.State.Received.Clear(), Transcript = [], Story = null, Understood = [], MentionedWage = null, Misses = 0,
        };
        var book = turn.Book;
        turn.Lead(book[receipt.AlreadyThere ? Phrase.ReceiptAgain : Phrase.ReceiptWords, receipt.CaseId, book.Day(receipt.DueOn)]);
        if (receipt.DueIsProvisional) turn.Lead(book[Phrase.ReceiptProvisional]);
        turn.Show(new Say.Card(ReceiptCard.Of(book, turn.ServiceName, receipt), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}"));
        if (receipt.NextStages.Count > 0) turn.Lead(book[Phrase.ReceiptNext, book.List(book.Stages(receipt.NextStages))]);
        turn.Say(book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
    }
}
