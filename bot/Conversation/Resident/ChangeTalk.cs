using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>A household that draws a benefit tells that something changed: what kind, and a sentence. It ends nothing: the township looks first.</summary>
internal static class ChangeTalk
{
    private const string Cancel = "cancel";

    /// <summary>Offered beside a case by which something is drawn.</summary>
    public static IEnumerable<Choice> Offer(Turn turn, CaseView view) =>
        view.Benefit is { Running: true } ? [new Choice(turn.Book[Phrase.ChoiceReportChange], Tokens.Report + view.CaseId)] : [];

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Report, StringComparison.Ordinal)) return false;
        var token = value[Tokens.Report.Length..];
        if (token == Cancel) return turn.State.Changing is not null && Stop(turn);
        if (BenefitCauses.Parse(token) is { } cause) return turn.State.Changing is { } told && cause != BenefitCause.Due && Because(turn, told, cause);
        return CaseIds.Looks(token) && Begin(turn, token);
    }

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Changing is not { } told) return false;
        if (reply.Plain.IsCommand("cancel")) return Stop(turn);
        if (Pending.IsCommandLike(reply.Plain)) return false;
        if (told.Cause is not null) return Tell(turn, told, reply.Text);
        foreach (var (title, cause) in Causes(turn))
        {
            if (title == reply.Text) return Because(turn, told, cause);
        }
        return Ask(turn);
    }

    public static void Taken(Turn turn, ChangeReceipt receipt)
    {
        turn.State = turn.State with { Changing = null };
        turn.Lead(turn.Book[Phrase.ChangeTaken, receipt.MatterId, turn.Book.Day(receipt.CheckedBy)]);
        if (receipt.Provisional) turn.Lead(turn.Book[Phrase.ReceiptProvisional]);
        turn.Current().Ask(turn);
    }

    public static void Refused(Turn turn, Problem problem)
    {
        turn.State = turn.State with { Changing = null };
        turn.Lead(problem.Code is ProblemCodes.OutOfOrder or ProblemCodes.NotFound ? turn.Book[Phrase.ChangeNoBenefit] : turn.Book[Phrase.ProblemWords, turn.Book.Reason(problem)]);
        turn.Current().Ask(turn);
    }

    private static bool Begin(Turn turn, string caseId)
    {
        turn.State = turn.State with { Changing = new PendingChange(turn.World.NewSubmissionId(), caseId), Misses = 0 };
        return Ask(turn);
    }

    public static bool Ask(Turn turn)
    {
        turn.Say(turn.Book[Phrase.ChangeCause], [.. Causes(turn).Select(cause => new Choice(cause.Title, Tokens.Report + cause.Cause.Code())), CancelChoice(turn)]);
        return true;
    }

    private static bool Because(Turn turn, PendingChange told, BenefitCause cause)
    {
        turn.State = turn.State with { Changing = told with { Cause = cause.Code() } };
        turn.Say(turn.Book[cause == BenefitCause.Death ? Phrase.ChangeWordsDeath : Phrase.ChangeWords], CancelChoice(turn));
        return true;
    }

    private static bool Tell(Turn turn, PendingChange told, string words)
    {
        if (words.Length < Limits.ReasonShortest)
            turn.Say(turn.Book[Phrase.ChangeTooShort, Limits.ReasonShortest], CancelChoice(turn));
        else
            turn.Do(new Effect.Report(told.CaseId, new ReportChange(told.SubmissionId, told.Cause, words.Length > Limits.ReasonLongest ? words[..Limits.ReasonLongest] : words)));
        return true;
    }

    private static bool Stop(Turn turn)
    {
        turn.State = turn.State with { Changing = null };
        turn.Lead(turn.Book[Phrase.ChangeCancelled]);
        turn.Current().Ask(turn);
        return true;
    }

    private static ImmutableArray<(string Title, BenefitCause Cause)> Causes(Turn turn) =>
    [
        (turn.Book[Phrase.ChoiceChangeEmployment], BenefitCause.Employment),
        (turn.Book[Phrase.ChoiceChangeDeath], BenefitCause.Death),
        (turn.Book[Phrase.ChoiceChangeOther], BenefitCause.Change),
    ];

    private static Choice CancelChoice(Turn turn) => new(turn.Book[Phrase.ChoiceChangeCancel], Tokens.Report + Cancel);
}
