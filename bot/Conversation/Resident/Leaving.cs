using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>「退出」: on a telephone that several use, whoever leaves leaves nothing behind. What was not sent yet is asked about first.</summary>
internal static class Leaving
{
    public static bool IsWish(string plain) => plain.TrimEnd('。', '.', '!', '！', ' ').IsCommand("leave");

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.LeaveAsked)
        {
            turn.State = turn.State with { LeaveAsked = false };
            if (IsWish(reply.Plain) || reply.Text == turn.Book[Phrase.ChoiceLeaveYes] || AnswerReader.YesNo(reply.Plain) == true) return Go(turn);
            if (AnswerReader.YesNo(reply.Plain) == false) return Commands.Press(turn, Tokens.RestartNo);
        }
        return IsWish(reply.Plain) && Ask(turn);
    }

    public static bool Press(Turn turn, string value)
    {
        turn.State = turn.State with { LeaveAsked = false };
        return value switch { Tokens.Leave => Ask(turn), Tokens.LeaveYes => Go(turn), _ => false };
    }

    private static bool Ask(Turn turn)
    {
        // An agent with a client has a way back of their own.
        if (turn.State.Client is not null) return false;
        if (turn.State.Stage.IsOpeningOrHome() && turn.State.Complaint is null) return Go(turn);
        turn.State = turn.State with { LeaveAsked = true };
        turn.Say(turn.Book[Phrase.LeaveAsk], new Choice(turn.Book[Phrase.ChoiceLeaveYes], Tokens.LeaveYes), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo));
        return true;
    }

    private static bool Go(Turn turn)
    {
        if (turn.State.Client is not null) return false;
        turn.State = new DialogueState { Language = turn.State.Language, LanguageChosen = turn.State.LanguageChosen };
        turn.Say(turn.Book[Phrase.LeaveDone]);
        turn.Do(new Effect.Leave());
        return true;
    }
}
