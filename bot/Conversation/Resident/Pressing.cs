using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes a pressed button. Its value came from outside: one that fits nothing is answered and changes nothing.</summary>
internal static class Pressing
{
    public static void Press(Turn turn, string value)
    {
        if (value.Length > 100) value = "";
        turn.State = turn.State with { RestartAsked = false, RevokeAsked = [] };
        if (TokenFor(turn, value) is { } token)
        {
            if (turn.Current().Hear(turn, new Reply("", "", token))) return;
        }
        else if (Pending.Press(turn, value) || Commands.Press(turn, value) || Change(turn, value) || Answer(turn, value))
        {
            return;
        }
        else if (value == $"{nameof(Stage.Summary)}:yes" && HomeScene.ShowReceiptAgain(turn))
        {
            return;
        }
        turn.Lead(turn.Book[Phrase.OldButton]);
        turn.Current().Ask(turn);
    }

    /// <summary>What a choice stands for in the present stage, or <c>null</c> when it is of another.</summary>
    public static string? TokenFor(Turn turn, string value)
    {
        var stage = turn.State.Stage == Stage.Submitting ? Stage.Summary : turn.State.Stage;
        foreach (var prefix in (ReadOnlySpan<string>)[$"{stage}:", $"{Tokens.Answer}{turn.State.Asking}:"])
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal) && (prefix[0] != 'q' || stage == Stage.Asking)) return value[prefix.Length..];
        }
        // The first page offers its button before and after the greeting.
        return stage is Stage.Story or Stage.Greeting && value is "Greeting:poor" or "Story:poor" ? "poor" : null;
    }

    private static bool Change(Turn turn, string value) =>
        value.StartsWith(Tokens.ChangeOf, StringComparison.Ordinal) && Changes.Begin(turn, value[Tokens.ChangeOf.Length..]);

    /// <summary>An answer to a question that was asked before changes that answer.</summary>
    private static bool Answer(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Answer, StringComparison.Ordinal)) return false;
        var parts = value.Split(':');
        return parts.Length == 3 && turn.State.Trail.Contains(parts[1]) && turn.State.Stage is not (Stage.Home or Stage.Submitting)
            && Enum.TryParse<Question>(parts[1], out var question) && QuestionScene.Answer(turn, question, new Reply("", "", parts[2]));
    }
}
