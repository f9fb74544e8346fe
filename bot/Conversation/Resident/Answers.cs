using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes what the back office answered and says it in plain words.</summary>
internal static class Answers
{
    public static void Take(Turn turn, Effect effect, EffectResult result)
    {
        if (result is EffectResult.Failed { Problem.Code: ProblemCodes.ProofNeeded } && ProofTalk.Begin(turn, effect)) return;
        ProofTalk.Answered(turn);
        switch (result)
        {
            case EffectResult.ProofCodeSent sent: ProofTalk.Sent(turn, sent.Sent); break;
            case EffectResult.Proven proven: ProofTalk.Proven(turn, proven.Taken); break;
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
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ForReplacement: true }: ReplacingTalk.AskWhich(turn, cases.Summaries); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ToEndActing: true }: EndActingTalk.AskWhich(turn, cases.Summaries); break;
            case EffectResult.Shown shown when effect is Effect.ShowCase { ToEndActing: true }: EndActingTalk.Ask(turn, shown.Case); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ToStopActing: true }: StopActingTalk.AskWhich(turn, cases.Summaries); break;
            case EffectResult.Shown shown when effect is Effect.ShowCase { ToStopActing: true }: StopActingTalk.Ask(turn, shown.Case); break;
            case EffectResult.Cases cases when effect is Effect.ListMyCases { ToNameActing: true, Named: var named }: NamingTalk.AskWhich(turn, cases.Summaries, named); break;
            case EffectResult.Shown shown when effect is Effect.ShowCase { ToNameActing: true, Named: var named }: NamingTalk.Begin(turn, shown.Case, named); break;
            case EffectResult.ActingBegun begun: NamingTalk.Named(turn, begun.Case); break;
            case EffectResult.ActingEnded stopped when effect is Effect.StopActing: StopActingTalk.Done(turn, stopped.CaseId); break;
            case EffectResult.ActingEnded: turn.Say(turn.Book[Phrase.EndActingDone], turn.Current().Choices(turn)); break;
            case EffectResult.Cases when effect is Effect.ListMyCases { ForExport: true }: MyDataTalk.Show(turn); break;
            case EffectResult.Cases cases: CaseTalk.List(turn, cases.Summaries); break;
            case EffectResult.ErasedMine erased: MyDataTalk.Told(turn, erased.Answer); break;
            case EffectResult.Shown shown: CaseTalk.Show(turn, shown.Case); break;
            case EffectResult.Agents agents: MandateTalk.Agents(turn, agents.Offices); break;
            case EffectResult.Failed or EffectResult.Unreachable when effect is Effect.ListAgents: MandateTalk.AgentsUnknown(turn); break;
            case EffectResult.CodeSent sent: MandateTalk.CodeSent(turn, sent.Sent); break;
            case EffectResult.CodeRight when effect is Effect.CheckMandateCode { Request.Mandate.Consent.Code: var code }: MandateTalk.CodeRight(turn, code); break;
            case EffectResult.MandateGranted granted: ReplacingTalk.Given(turn, granted.Case); break;
            case EffectResult.MandateRevoked: turn.Say(turn.Book[Phrase.RevokeDone], turn.Current().Choices(turn)); break;
            case EffectResult.Rated rated: turn.Say(turn.Book[rated.Stars >= 3 ? Phrase.RateThanks : Phrase.RateThanksBad], turn.Current().Choices(turn)); break;
            case EffectResult.Failed failed: Troubles.Tell(turn, effect, failed.Problem); break;
            case EffectResult.Unreachable: Troubles.TryLater(turn, effect); break;
        }
    }

    private static void Receipt(Turn turn, CaseReceipt receipt)
    {
        var (later, unsigned) = (Later(turn, receipt.AcceptedOn), turn.State.Draft.Plan is { SignLater: true });
        var letter = Letter(turn);
        if (letter is not null) later = later is null ? letter : $"{later}\n\n{letter}";
        Forget(turn, [receipt]);
        var book = turn.Book;
        turn.Lead(book[receipt.AlreadyThere ? Phrase.ReceiptAgain : receipt.AwaitsAcceptance ? Phrase.ReceiptAwaits : Phrase.ReceiptWords, receipt.CaseId, book.Day(receipt.DueOn)]);
        if (receipt.DueIsProvisional) turn.Lead(book[Phrase.ReceiptProvisional]);
        turn.Show(new Say.Card(ReceiptCard.Of(book, turn.NameOf(receipt.Service), receipt), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}"));
        if (later is not null) turn.Lead(later);
        Handover(turn, receipt, unsigned);
        if (receipt.NextStages.Count > 0) turn.Lead(book[Phrase.ReceiptNext, book.List(book.Stages(receipt.NextStages))]);
        Goodbye(turn, done: letter is null);
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
        var (later, unsigned) = (Later(turn, cases[0].AcceptedOn), turn.State.Draft.Plan is { SignLater: true });
        var letter = Letter(turn);
        if (letter is not null) later = later is null ? letter : $"{later}\n\n{letter}";
        Forget(turn, cases);
        turn.Lead(book[application.AlreadyThere ? Phrase.ReceiptsAgain : Phrase.ReceiptsWords, cases.Count, book.Day(cases.Max(receipt => receipt.DueOn))]);
        if (cases.Any(receipt => receipt.DueIsProvisional)) turn.Lead(book[Phrase.ReceiptProvisional]);
        foreach (var receipt in cases) turn.Show(new Say.Card(ReceiptCard.Of(book, turn.NameOf(receipt.Service), receipt), $"{book[Phrase.ReceiptTitle]} {receipt.CaseId}"));
        if (later is not null) turn.Lead(later);
        Handover(turn, cases[0], unsigned);
        Goodbye(turn, done: letter is null);
    }

    // A telephone is often somebody else's: an agent's conversation is left by itself.
    private static void Goodbye(Turn turn, bool done)
    {
        if (turn.State.Client is not null) turn.Say(turn.Book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
        else turn.Say(done ? $"{turn.Book[Phrase.ReceiptNothingToDo]}\n\n{turn.Book[Phrase.LeaveHint]}" : turn.Book[Phrase.LeaveHint], [.. turn.Current().Choices(turn), new Choice(turn.Book[Phrase.ChoiceLeave], Tokens.Leave)]);
    }

    // What is still to be signed, and what the client keeps.
    private static void Handover(Turn turn, CaseReceipt receipt, bool unsigned)
    {
        if (unsigned)
        {
            ReplacingTalk.SignCard(turn, receipt.CaseId);
            turn.Lead(turn.Book[turn.State.Client is null ? Phrase.MandateWaits : Phrase.ClientSignsNow]);
        }
        if (receipt.ClaimCode is { } code) turn.Lead(turn.Book[Phrase.ClientKeeps, receipt.CaseId, code]);
    }

    /// <summary>Papers that are to follow, each with its day.</summary>
    private static string? Later(Turn turn, DateOnly acceptedOn) =>
        PaperOption.Chosen(turn).Where(option => option.IsLater).ToArray() is { Length: > 0 } papers ? turn.Book[Phrase.ReceiptPapersLater, turn.Book.List(papers.Select(option => option.Short(turn, acceptedOn)))] : null;

    // A letter of entrusting is the person's own to sign, on paper: without it nothing is decided.
    private static string? Letter(Turn turn) =>
        Acting.IsEntrusted(turn) && Acting.Evidence(turn) is { } letter && !turn.State.Received.ContainsKey(letter.Code) ? turn.Book[Phrase.ReceiptLetter, Acting.PersonOf(turn)] : null;

    // The person's details have done their work: only the back office keeps them, sealed.
    private static void Forget(Turn turn, IReadOnlyList<CaseReceipt> receipts) => turn.State = turn.State with
    {
        Stage = Stage.Home, LastReceipt = receipts[0], LastBasis = Acting.For(turn)?.Basis, LastCases = [.. receipts.Select(receipt => receipt.CaseId)], Draft = new Draft(), Papers = null, SubmissionId = null, Applying = false, Inquiry = null,
        Trail = [], Received = turn.State.Received.Clear(), Transcript = [], Story = null, Understood = [], MentionedWage = null, Misses = 0,
    };
}
