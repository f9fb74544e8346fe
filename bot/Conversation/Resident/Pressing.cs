using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes a pressed button. Its value came from outside: one that fits nothing is answered and changes nothing.</summary>
internal static class Pressing
{
    // The ticks of a list of services.
    private const int LongestValue = 200;

    private const string FinderPrefix = $"{nameof(Stage.Finding)}:";

    public static void Press(Turn turn, string value)
    {
        if (value.Length > LongestValue) value = "";
        if (ProofTalk.Press(turn, value) || Leaving.Press(turn, value)) return;
        turn.State = turn.State with { RestartAsked = false, RevokeAsked = [], EndActingAsked = null, StopActingAsked = null };
        // Who presses something else has turned to something else: what they type next is meant for that.
        if (!value.StartsWith(Tokens.Complaint, StringComparison.Ordinal)) turn.State = turn.State with { Complaint = null };
        if (!value.StartsWith(Tokens.Found, StringComparison.Ordinal)) turn.State = turn.State with { Found = null };
        if (!value.StartsWith(Tokens.NameActing, StringComparison.Ordinal)) turn.State = turn.State with { Naming = null };
        if (turn.State.Mandating is not null)
        {
            if (ReplacingTalk.Press(turn, value)) return;
            // Who presses something else has turned to something else.
            turn.State = turn.State with { Mandating = null };
        }
        if (TokenFor(turn, value) is { } token)
        {
            if (turn.Current().Hear(turn, new Reply("", "", token))) return;
        }
        else if (value.StartsWith(FinderPrefix, StringComparison.Ordinal) && turn.State.Stage.IsOpeningOrHome() && FinderScene.Press(turn, value[FinderPrefix.Length..]))
        {
            return;
        }
        else if (Pending.Press(turn, value) || Commands.Press(turn, value) || Change(turn, value) || Answer(turn, value))
        {
            return;
        }
        else if (value == SummaryScene.SubmitValue && HomeScene.ShowReceiptAgain(turn))
        {
            return;
        }
        turn.Lead(turn.Book[Phrase.OldButton]);
        turn.Current().Ask(turn);
    }

    /// <summary>What a choice stands for in the present stage, or <c>null</c> when it is of another.</summary>
    public static string? TokenFor(Turn turn, string value)
    {
        // A greeting of earlier days still lies in the conversation.
        if (value == "Greeting:poor") value = "Story:poor";
        var prefix = turn.Current().Prefix(turn);
        return value.StartsWith(prefix, StringComparison.Ordinal) ? value[prefix.Length..] : null;
    }

    private static bool Change(Turn turn, string value) =>
        value.StartsWith(Tokens.ChangeOf, StringComparison.Ordinal) && Changes.Begin(turn, value[Tokens.ChangeOf.Length..]);

    /// <summary>An answer to a question that was asked before changes that answer.</summary>
    private static bool Answer(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Answer, StringComparison.Ordinal)) return false;
        var parts = value.Split(':', 3);
        return parts.Length == 3 && turn.State.Trail.Contains(parts[1]) && turn.State.Stage is not (Stage.Home or Stage.Submitting)
            && InquiryKeys.Parse(parts[1]) is { } inquiry && InquiryScene.Answer(turn, inquiry, new Reply("", "", parts[2]));
    }
}
