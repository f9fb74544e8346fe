using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Resident;

/// <summary>Complaints and appeals (投诉、申诉), told beside whatever is being filled in, which stays as it is. Nobody has to say who they are.</summary>
internal static class ComplaintTalk
{
    private const int MostCases = 10;
    private const string NoCase = "none";
    private const string OfCase = "case:";
    private const string Anonymously = "anonymous";
    private const string WithPhone = "phone";
    private const string Again = "send";
    private const string Cancel = "cancel";

    /// <param name="words">What happened, where it was told already.</param>
    public static bool Begin(Turn turn, ComplaintKind kind, string? words = null)
    {
        turn.State = turn.State with { Complaint = new PendingComplaint(turn.World.NewSubmissionId(), kind.Code()), Misses = 0 };
        return words is null ? Ask(turn) : Tell(turn, words);
    }

    /// <summary>Somebody complains in so many words, or asks for the answer to a complaint.</summary>
    public static bool HearWish(Turn turn, Reply reply)
    {
        if (ComplaintNumbers.In(reply.Plain) is { } number)
        {
            if (number.Code is { } code) turn.Do(ComplaintNumbers.IsObjection(number.Id) ? new Effect.ShowObjection(number.Id, code) : new Effect.ShowComplaint(number.Id, code));
            else turn.Say(turn.Book[Phrase.ComplaintHow], turn.Current().Choices(turn));
            return true;
        }
        if (reply.Plain.IsCommand("complaintStatus"))
        {
            turn.Say(turn.Book[Phrase.ComplaintHow], turn.Current().Choices(turn));
            return true;
        }
        return ObjectionTalk.HearWish(turn, reply) || reply.Plain.IsCommand("complain") && Begin(turn, KindOf(reply));
    }

    public static ComplaintKind KindOf(Reply reply) => reply.Plain.IsCommand("appeal") ? ComplaintKind.Appeal : ComplaintKind.Complaint;

    /// <summary>Takes text while a complaint is being told.</summary>
    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Complaint is not { } told || IsSent(told)) return false;
        if (reply.Plain.IsCommand("cancel")) return Stop(turn);
        if (Pending.IsCommandLike(reply.Plain)) return false;
        if (ObjectionTalk.IsOne(told)) return ObjectionTalk.Hear(turn, reply, told);
        return told switch
        {
            { Words: null } => Tell(turn, reply.Text),
            { CaseSettled: false } when CaseIds.In(reply.Plain) is { } caseId => About(turn, caseId),
            { CaseSettled: false } when reply.Text == turn.Book[Phrase.ChoiceComplaintNoCase] || AnswerReader.YesNo(reply.Readable) == false => About(turn, null),
            { CaseSettled: false } => Ask(turn),
            _ => HearContact(turn, reply, told),
        };
    }

    /// <summary>A telephone number, or whether to leave one; of an objection, too.</summary>
    public static bool HearContact(Turn turn, Reply reply, PendingComplaint told) => told switch
    {
        _ when PhoneNumber.Read(reply.Text) is not null => Contact(turn, reply.Text),
        { Anonymous: null } when reply.Text == turn.Book[Phrase.ChoiceLeavePhone] || AnswerReader.YesNo(reply.Readable) == true => Name(turn, anonymous: false),
        _ when reply.Text == turn.Book[Phrase.ChoiceAnonymous] || reply.Plain.IsCommand("anonymous") || AnswerReader.YesNo(reply.Readable) == false => Name(turn, anonymous: true),
        _ => Ask(turn),
    };

    public static bool Press(Turn turn, string value)
    {
        if (turn.State.Complaint is not { } told || !value.StartsWith(Tokens.Complaint, StringComparison.Ordinal)) return false;
        var token = value[Tokens.Complaint.Length..];
        if (token == Cancel) return Stop(turn);
        if (token == Again) return IsSent(told) && Send(turn);
        if (told.Words is null || IsSent(told)) return false;
        if (token.StartsWith(OfCase, StringComparison.Ordinal) && CaseIds.Looks(token.AsSpan(OfCase.Length))) return About(turn, token[OfCase.Length..]);
        return token switch
        {
            NoCase => About(turn, null),
            Anonymously when told.CaseSettled => Name(turn, anonymous: true),
            WithPhone when told.CaseSettled => Name(turn, anonymous: false),
            _ => false,
        };
    }

    /// <summary>Says what is asked next of the complaint.</summary>
    public static bool Ask(Turn turn)
    {
        if (ObjectionTalk.IsOne(turn.State.Complaint)) return ObjectionTalk.Ask(turn);
        switch (turn.State.Complaint)
        {
            case { Words: null }: turn.Say(turn.Book[Phrase.ComplaintWords], CancelChoice(turn)); break;
            case { CaseSettled: false }: turn.Do(new Effect.ListMyCases(ForComplaint: true)); break;
            default: return AskContact(turn);
        }
        return true;
    }

    /// <summary>Asks for the telephone number, then sends what was told.</summary>
    public static bool AskContact(Turn turn)
    {
        switch (turn.State.Complaint)
        {
            case { Anonymous: null }: turn.Say(turn.Book[Phrase.ComplaintContact], [.. ContactChoices(turn), CancelChoice(turn)]); break;
            case { Anonymous: false, Contact: null }: turn.Say(turn.Book[Phrase.AskPhone], Choice(turn, Phrase.ChoiceAnonymous, Anonymously), CancelChoice(turn)); break;
            case not null: return Send(turn);
            default: turn.Current().Ask(turn); break;
        }
        return true;
    }

    /// <summary>One's own cases, to press the one it is about. Without any, or while they cannot be seen, it is about none.</summary>
    public static void Cases(Turn turn, ImmutableArray<CaseSummary> cases)
    {
        if (turn.State.Complaint is null) turn.Current().Ask(turn);
        else if (cases.IsEmpty) About(turn, null);
        else turn.Say(
            turn.Book[Phrase.ComplaintCase],
            [
                .. cases.Take(MostCases).Select(each => new Choice($"{each.CaseId} {turn.NameOf(each.Service)}", Tokens.Complaint + OfCase + each.CaseId)),
                Choice(turn, Phrase.ChoiceComplaintNoCase, NoCase), CancelChoice(turn),
            ]);
    }

    public static void Taken(Turn turn, ComplaintReceipt receipt)
    {
        turn.State = turn.State with { Complaint = null };
        turn.Lead(turn.Book[Phrase.ComplaintTaken, receipt.ComplaintId, receipt.PickupCode, turn.Book.Day(receipt.AnswerBy)]);
        if (receipt.Provisional) turn.Lead(turn.Book[Phrase.ReceiptProvisional]);
        if (receipt.Guidance is { } guidance) turn.Lead(Markdown.Escape(guidance));
        turn.Current().Ask(turn);
    }

    public static void Show(Turn turn, ComplaintView view)
    {
        var (book, by) = (turn.Book, turn.Book.Day(view.AnswerBy));
        turn.Lead(view.Status == "answered"
            ? book[Phrase.ComplaintAnswered, view.ComplaintId, book.Day(view.AnsweredOn ?? view.AnswerBy), book.NameOr("finding", view.Finding ?? ""), Markdown.Escape(view.Answer)]
            : book[view.DueState == "red" ? Phrase.ComplaintLate : Phrase.ComplaintOpen, view.ComplaintId, by]);
        if (view.Guidance is { } guidance) turn.Lead(Markdown.Escape(guidance));
        turn.Current().Ask(turn);
    }

    /// <summary>A case that is not there is asked again; whatever else is wrong is said, and what was told stays for another try.</summary>
    public static void Refused(Turn turn, Problem problem)
    {
        turn.Lead(turn.Book[Phrase.ProblemWords, turn.Book.Reason(problem)]);
        if (turn.State.Complaint is not { } told)
        {
            turn.Current().Ask(turn);
            return;
        }
        if (problem.Code == ProblemCodes.SameSubmissionOtherContent) turn.State = turn.State with { Complaint = told with { SubmissionId = turn.World.NewSubmissionId() } };
        if (problem.Errors?.ContainsKey("caseId") == true)
        {
            turn.State = turn.State with { Complaint = told with { CaseId = null, CaseSettled = false } };
            Ask(turn);
        }
        else
        {
            turn.Say(turn.Book[Phrase.ProblemUnknown], RetryChoices(turn));
        }
    }

    public static ImmutableArray<Choice> RetryChoices(Turn turn) => [Choice(turn, Phrase.ChoiceRetry, Again), CancelChoice(turn)];

    private static bool Tell(Turn turn, string text)
    {
        if (text.Length < Limits.ReasonShortest)
        {
            turn.Say(turn.Book[Phrase.ComplaintTooShort, Limits.ReasonShortest], CancelChoice(turn));
            return true;
        }
        var caseId = CaseIds.In(text);
        turn.State = turn.State with { Complaint = turn.State.Complaint! with { Words = text, CaseId = caseId, CaseSettled = caseId is not null } };
        return Ask(turn);
    }

    private static bool About(Turn turn, string? caseId)
    {
        turn.State = turn.State with { Complaint = turn.State.Complaint! with { CaseId = caseId, CaseSettled = true } };
        return Ask(turn);
    }

    private static bool Name(Turn turn, bool anonymous)
    {
        turn.State = turn.State with { Complaint = turn.State.Complaint! with { Anonymous = anonymous } };
        return Ask(turn);
    }

    private static bool Contact(Turn turn, string phone)
    {
        turn.State = turn.State with { Complaint = turn.State.Complaint! with { Anonymous = false, Contact = phone } };
        return Ask(turn);
    }

    private static bool Send(Turn turn)
    {
        var told = turn.State.Complaint!;
        if (ObjectionTalk.IsOne(told)) return ObjectionTalk.Send(turn, told);
        turn.Do(new Effect.Complain(new FileComplaint(told.SubmissionId, told.Kind, told.Words, told.CaseId, told.Anonymous == false ? told.Contact : null)));
        return true;
    }

    private static bool Stop(Turn turn)
    {
        var objecting = ObjectionTalk.IsOne(turn.State.Complaint);
        turn.State = turn.State with { Complaint = null };
        turn.Lead(turn.Book[objecting ? Phrase.ObjectionCancelled : Phrase.ComplaintCancelled]);
        turn.Current().Ask(turn);
        return true;
    }

    private static bool IsSent(PendingComplaint told) => told is { Words: not null, CaseSettled: true } and ({ Anonymous: true } or { Anonymous: false, Contact: not null });

    private static ImmutableArray<Choice> ContactChoices(Turn turn) => [Choice(turn, Phrase.ChoiceAnonymous, Anonymously), Choice(turn, Phrase.ChoiceLeavePhone, WithPhone)];

    public static Choice CancelChoice(Turn turn) => Choice(turn, ObjectionTalk.IsOne(turn.State.Complaint) ? Phrase.ChoiceObjectionCancel : Phrase.ChoiceComplaintCancel, Cancel);

    private static Choice Choice(Turn turn, Phrase title, string value) => new(turn.Book[title], Tokens.Complaint + value);
}
