using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>Objections to a public notice (公示异议): the number on it, what is not right, and a telephone number if one likes. Told beside whatever is being filled in.</summary>
internal static class ObjectionTalk
{
    /// <summary>In the place of a complaint's kind.</summary>
    public const string Kind = "objection";

    public static bool IsOne(PendingComplaint? told) => told?.Kind == Kind;

    /// <summary>Somebody objects in so many words; the number may stand in them.</summary>
    public static bool HearWish(Turn turn, Reply reply)
    {
        var number = NoticeNumbers.In(reply.Plain);
        if (number is null && !reply.Plain.IsCommand("object")) return false;
        turn.State = turn.State with { Complaint = new PendingComplaint(turn.World.NewSubmissionId(), Kind) { CaseId = number, CaseSettled = number is not null }, Misses = 0 };
        return Ask(turn);
    }

    public static bool Hear(Turn turn, Reply reply, PendingComplaint told) => told switch
    {
        { CaseSettled: false } => NoticeNumbers.In(reply.Plain) is { } number ? Settle(turn, told with { CaseId = number, CaseSettled = true }) : Unclear(turn),
        { Words: null } => Tell(turn, reply.Text, told),
        _ => ComplaintTalk.HearContact(turn, reply, told),
    };

    public static bool Ask(Turn turn)
    {
        switch (turn.State.Complaint)
        {
            case { CaseSettled: false }: turn.Say(turn.Book[Phrase.ObjectionNumber], ComplaintTalk.CancelChoice(turn)); break;
            case { Words: null }: turn.Say(turn.Book[Phrase.ObjectionWords], ComplaintTalk.CancelChoice(turn)); break;
            default: return ComplaintTalk.AskContact(turn);
        }
        return true;
    }

    public static bool Send(Turn turn, PendingComplaint told)
    {
        turn.Do(new Effect.Object(new RaiseObjection(told.SubmissionId, told.CaseId, told.Words, null, told.Anonymous == false ? told.Contact : null)));
        return true;
    }

    public static void Taken(Turn turn, ObjectionReceipt receipt)
    {
        turn.State = turn.State with { Complaint = null };
        turn.Lead(turn.Book[Phrase.ObjectionTaken, receipt.ObjectionId, receipt.PickupCode, turn.Book.Day(receipt.AnswerBy)]);
        if (receipt.Provisional) turn.Lead(turn.Book[Phrase.ReceiptProvisional]);
        turn.Current().Ask(turn);
    }

    public static void Show(Turn turn, ObjectionView view)
    {
        var book = turn.Book;
        turn.Lead(view.Status == "answered"
            ? book[Phrase.ObjectionAnswered, view.ObjectionId, book.Day(view.AnsweredOn ?? view.AnswerBy), book.NameOr("finding", view.Finding ?? ""), Markdown.Escape(view.Answer)]
            : book[view.DueState == "red" ? Phrase.ObjectionLate : Phrase.ObjectionOpen, view.ObjectionId, book.Day(view.AnswerBy)]);
        turn.Current().Ask(turn);
    }

    /// <summary>A notice that is not there is asked again; one that is over cannot be objected to any more; all else may be tried again.</summary>
    public static void Refused(Turn turn, Problem problem)
    {
        turn.Lead(turn.Book[Phrase.ProblemWords, turn.Book.Reason(problem)]);
        if (turn.State.Complaint is not { } told || problem.Code == ProblemCodes.NoticeOver)
        {
            turn.State = turn.State with { Complaint = null };
            turn.Current().Ask(turn);
            return;
        }
        if (problem.Code == ProblemCodes.SameSubmissionOtherContent) told = told with { SubmissionId = turn.World.NewSubmissionId() };
        if (problem.Errors?.ContainsKey("notice") == true)
        {
            Settle(turn, told with { CaseId = null, CaseSettled = false });
            return;
        }
        turn.State = turn.State with { Complaint = told };
        turn.Say(turn.Book[Phrase.ProblemUnknown], ComplaintTalk.RetryChoices(turn));
    }

    private static bool Tell(Turn turn, string text, PendingComplaint told)
    {
        if (text.Length >= Limits.ReasonShortest) return Settle(turn, told with { Words = text });
        turn.Say(turn.Book[Phrase.ComplaintTooShort, Limits.ReasonShortest], ComplaintTalk.CancelChoice(turn));
        return true;
    }

    private static bool Settle(Turn turn, PendingComplaint told)
    {
        turn.State = turn.State with { Complaint = told };
        return Ask(turn);
    }

    private static bool Unclear(Turn turn)
    {
        turn.Say(turn.Book[Phrase.ObjectionNumberUnclear], ComplaintTalk.CancelChoice(turn));
        return true;
    }
}
