using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Small questions that lie over the stage: which material a file is, how a finished case was, whether to start over or to take a mandate back.</summary>
internal static class Pending
{
    public static bool Hear(Turn turn, Reply reply)
    {
        if (ProofTalk.Hear(turn, reply) || NamingTalk.Hear(turn, reply) || Leaving.Hear(turn, reply)) return true;
        if (HearRestart(turn, reply) || HearRevoke(turn, reply) || EndActingTalk.Hear(turn, reply) || StopActingTalk.Hear(turn, reply) || ComplaintTalk.Hear(turn, reply) || ChangeTalk.Hear(turn, reply) || FoundTalk.Hear(turn, reply)) return true;
        if (ReplacingTalk.Hear(turn, reply)) return true;
        if (Claims.In(reply.Plain) is null && CaseIds.In(reply.Plain) is { } caseId && reply.Plain.Length < 40)
        {
            turn.Do(new Effect.ShowCase(caseId));
            return true;
        }
        return (!turn.State.WaitingFiles.IsEmpty && Files.Hear(turn, reply)) || RatingTalk.Hear(turn, reply);
    }

    public static bool Press(Turn turn, string value)
    {
        if (value == Tokens.DropFiles) return Files.Drop(turn);
        if (value.StartsWith(Tokens.Material, StringComparison.Ordinal)) return Files.Assign(turn, value[Tokens.Material.Length..]);
        return NamingTalk.Press(turn, value) || EndActingTalk.Press(turn, value) || StopActingTalk.Press(turn, value) || ReplacingTalk.Press(turn, value) || RatingTalk.Press(turn, value) || ComplaintTalk.Press(turn, value) || ChangeTalk.Press(turn, value) || FoundTalk.Press(turn, value);
    }

    // The words alone count: a token is of the stage below, and would answer what was not asked.
    private static bool HearRestart(Turn turn, Reply reply)
    {
        if (!turn.State.RestartAsked) return false;
        turn.State = turn.State with { RestartAsked = false };
        var again = reply.Plain.IsCommand("restart") ? true : AnswerReader.YesNo(reply.Plain);
        return again is { } wished && Commands.Press(turn, wished ? Tokens.RestartYes : Tokens.RestartNo);
    }

    // Of several cases a yes does not say which: asked again.
    private static bool HearRevoke(Turn turn, Reply reply)
    {
        if (turn.State.RevokeAsked is not [var first, .. var others]) return false;
        turn.State = turn.State with { RevokeAsked = [] };
        var wished = reply.Text == turn.Book[Phrase.ChoiceRevokeYes] ? true : AnswerReader.YesNo(reply.Plain);
        if (wished == false) return Commands.Press(turn, Tokens.RestartNo);
        if (wished == true) turn.Do(others.IsEmpty ? new Effect.RevokeMandate(first) : new Effect.ListMyCases(ForMandate: true));
        return wished == true;
    }

    /// <summary>What is meant for the bot itself, whatever is being asked.</summary>
    public static bool IsCommandLike(string plain) => plain.IsCommand("mycases") || plain.IsCommand("help") || plain.IsCommand("restart") || plain.IsCommand("person") || plain.IsCommand("english") || plain.IsCommand("chinese") || plain.IsCommand("language");
}
