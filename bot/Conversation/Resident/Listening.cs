using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes free text: emergencies, language, what is pending, commands, other wishes, then the stage; and what to do when nothing understood it.</summary>
internal static class Listening
{
    private const int LinesKept = 20;
    private const int LongestLine = 200;

    public static void Hear(Turn turn, string typed)
    {
        var reply = Reply.Of(PlainInput.Clean(typed));
        if (typed.Length > PlainInput.Longest && (turn.State.Stage.IsOpening() || turn.State.Stage == Stage.ConfirmStory))
            turn.Lead(turn.Book[Phrase.StoryShortened, PlainInput.Longest]);
        // What is told in a complaint is handed to nobody but the city, and its code to nobody at all.
        if (turn.State is { Complaint: null, Proving: null } && ComplaintNumbers.In(reply.Plain) is null) Remember(turn, reply.Text);
        if (Urgent.Hear(turn, reply)) return;
        SwitchLanguage(turn, reply);
        reply = PressedByTyping(turn, reply);
        if (Pending.Hear(turn, reply) || Commands.Hear(turn, reply) || Referral.Hear(turn, reply) || turn.Current().Hear(turn, reply)) return;
        Miss(turn, reply);
    }

    /// <summary>Who types the words on a button has pressed it.</summary>
    private static Reply PressedByTyping(Turn turn, Reply reply)
    {
        foreach (var choice in turn.Current().Choices(turn))
        {
            if (string.Equals(choice.Title, reply.Text, StringComparison.OrdinalIgnoreCase) && Pressing.TokenFor(turn, choice.Value) is { } token) return reply with { Token = token };
        }
        return reply;
    }

    private static void Miss(Turn turn, Reply reply)
    {
        // Who types a number out of the blue was told of it elsewhere: it is no wish for any service.
        if (turn.State.Client is null && turn.State.Stage.IsOpeningOrHome() && IdNumberScene.NumberOf(turn, reply) is not null)
        {
            turn.Say(turn.Book[Phrase.IdNumberAlone], [new Choice(turn.Book[Phrase.ChoiceAppliedBefore], Tokens.Prove + "begin"), .. turn.Current().Choices(turn)]);
            return;
        }
        turn.State = turn.State with { Misses = turn.State.Misses + 1 };
        if (turn.State.Misses >= 3)
        {
            CallPerson(turn, Phrase.PersonCalled);
            return;
        }
        if (Referral.Guesses(turn, reply) is { IsEmpty: false } guesses) turn.Say(turn.Book[Phrase.DidYouMean], [.. guesses, .. turn.Current().Choices(turn)]);
        else turn.Say(turn.Current().Unclear(turn, reply), turn.Current().Choices(turn));
    }

    public static void CallPerson(Turn turn, Phrase words)
    {
        turn.State = turn.State with { Misses = 0 };
        turn.Say(turn.Book[words, turn.World.HelpPhone, turn.Book[Phrase.Zhai]], turn.Current().Choices(turn));
        turn.Do(new Effect.CallPerson(turn.State.Transcript));
    }

    private static void Remember(Turn turn, string text)
    {
        // The stage of an application never holds its number in the transcript, nor does any other.
        var line = StoryText.WithoutNumbers(text, turn.Book[Phrase.NumberHidden]);
        if (line.Length > LongestLine) line = line[..LongestLine];
        var lines = turn.State.Transcript.Add($"{turn.State.Stage}: {line}");
        turn.State = turn.State with { Transcript = lines.Length > LinesKept ? lines.RemoveRange(0, lines.Length - LinesKept) : lines };
    }

    private static void SwitchLanguage(Turn turn, Reply reply)
    {
        if (turn.State.LanguageChosen || turn.State.Proving is not null || turn.State.Stage is Stage.Name or Stage.IdNumber or Stage.Village or Stage.OwnName or Stage.OwnIdNumber) return;
        if (LanguageGuess.Of(reply.Plain, isOpening: turn.State.Stage.IsOpening()) is { } language)
            turn.State = turn.State with { Language = language };
    }
}
