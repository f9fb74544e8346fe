using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// Before a case is shown: name, number, and the code that went to the telephone on record; then what was wanted goes on. On a new telephone the same
/// brings the cases over. Name and number are gone from the conversation with the proof.
/// </summary>
internal static class ProofTalk
{
    private static readonly IdNumberScene Numbers = new(Stage.IdNumber);

    /// <summary>The office wants a proof first.</summary>
    /// <returns><c>false</c>: what was wanted does without.</returns>
    public static bool Begin(Turn turn, Effect wanted)
    {
        // Complaints are taken from anybody.
        if (wanted is Effect.ListMyCases { ForComplaint: true }) return false;
        if (turn.State.Proving is { Step: ProofStep.Done })
        {
            turn.State = turn.State with { Proving = null };
            turn.Say(turn.Book[Phrase.ProveOther, turn.World.HelpPhone], [new Choice(turn.Book[Phrase.ChoiceProveAgain], Tokens.Prove + "begin"), .. turn.Current().Choices(turn)]);
            return true;
        }
        turn.State = turn.State with { Proving = new PendingProof(wanted) };
        turn.Say(turn.Book[Phrase.ProveWhy], Choices(turn));
        return true;
    }

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Proving is not { } proving || proving.Step == ProofStep.Done) return false;
        foreach (var choice in Choices(turn))
            if (string.Equals(choice.Title, reply.Text, StringComparison.OrdinalIgnoreCase)) return Press(turn, choice.Value);
        if (Pending.IsCommandLike(reply.Plain) || Leaving.IsWish(reply.Plain))
        {
            turn.State = turn.State with { Proving = null };
            return false;
        }
        switch (proving.Step)
        {
            case ProofStep.Name: Named(turn, proving, reply); break;
            case ProofStep.Number: Numbered(turn, proving, reply); break;
            default: Coded(turn, proving, reply); break;
        }
        return true;
    }

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Prove, StringComparison.Ordinal))
        {
            // Who presses something else has turned to something else, and what they told of themselves goes.
            turn.State = turn.State with { Proving = null };
            return false;
        }
        switch (value[Tokens.Prove.Length..])
        {
            case "begin":
                turn.State = turn.State with { Proving = null };
                return Begin(turn, new Effect.ListMyCases());
            case "send" when turn.State.Proving is { Step: ProofStep.Code } proving:
                turn.Do(new Effect.SendProofCode(new ProofRequest(proving.Name, proving.IdNumber)));
                return true;
            case "lost":
                Stop(turn, turn.Book[Phrase.ProveLost, turn.World.HelpPhone]);
                return true;
            default:
                Stop(turn, turn.Book[Phrase.RestartKept]);
                return true;
        }
    }

    /// <summary>A code is on its way, if there is anybody of that name and number.</summary>
    public static void Sent(Turn turn, ProofCodeSent sent)
    {
        if (turn.State.Proving is not { } proving) return;
        turn.State = turn.State with { Proving = proving with { Step = ProofStep.Code } };
        if (sent.DemoCode is { } code) turn.Lead(turn.Book[Phrase.MandateDemoCode, code]);
        turn.Say(turn.Book[Phrase.ProveCode], Choices(turn));
    }

    /// <summary>They are who they say: on with what was wanted.</summary>
    public static void Proven(Turn turn, ProofTaken taken)
    {
        turn.Lead(taken.Moved > 0 ? turn.Book[Phrase.ProveMoved, taken.Moved] : turn.Book[Phrase.ProveDone]);
        if (turn.State.Proving is not { } proving) return;
        turn.State = turn.State with { Proving = new PendingProof(proving.Wanted, ProofStep.Done) };
        turn.Do(proving.Wanted);
    }

    /// <summary>Wrong, too often, or none can be sent: what to do is in the words.</summary>
    public static void Refused(Turn turn, Problem problem)
    {
        var words = Markdown.Escape(problem.Errors?.Values.SelectMany(sentences => sentences).FirstOrDefault() ?? problem.Detail ?? turn.Book[Phrase.ProblemUnknown]);
        if (problem.Code == ProblemCodes.CodeWrong && turn.State.Proving is not null) turn.Say(words, Choices(turn));
        else Stop(turn, words);
    }

    /// <summary>What was wanted has been answered, whatever came of it.</summary>
    public static void Answered(Turn turn)
    {
        if (turn.State.Proving is { Step: ProofStep.Done }) turn.State = turn.State with { Proving = null };
    }

    private static void Named(Turn turn, PendingProof proving, Reply reply)
    {
        if (NameScene.NameIn(reply) is not { } name)
        {
            turn.Say(turn.Book[Phrase.NameUnclear], Choices(turn));
            return;
        }
        turn.State = turn.State with { Proving = proving with { Name = name.Reveal(), Step = ProofStep.Number } };
        turn.Say(turn.Book[Phrase.AskIdNumber, Markdown.Escape(name.Masked)], Choices(turn));
    }

    private static void Numbered(Turn turn, PendingProof proving, Reply reply)
    {
        if (IdNumberScene.NumberOf(turn, reply) is not { } number)
        {
            turn.Say(Numbers.Unclear(turn, reply), Choices(turn));
            return;
        }
        turn.State = turn.State with { Proving = proving with { IdNumber = number.Reveal(), Step = ProofStep.Code } };
        turn.Lead(turn.Book[Phrase.Noted, Markdown.Escape(number.Masked)]);
        turn.Do(new Effect.SendProofCode(new ProofRequest(proving.Name, number.Reveal())));
    }

    private static void Coded(Turn turn, PendingProof proving, Reply reply)
    {
        var digits = new string([.. reply.Plain.Where(char.IsAsciiDigit)]);
        if (digits.Length == OneTimeCode.Digits) turn.Do(new Effect.TakeProof(new ProofRequest(proving.Name, proving.IdNumber, digits)));
        else turn.Say(turn.Book[Phrase.MandateCodeUnclear], Choices(turn));
    }

    private static void Stop(Turn turn, string words)
    {
        turn.State = turn.State with { Proving = null };
        turn.Say(words, turn.Current().Choices(turn));
    }

    private static ImmutableArray<Choice> Choices(Turn turn) => turn.State.Proving?.Step == ProofStep.Code
        ? [Choose(turn, Phrase.ChoiceSendAgain, "send"), Choose(turn, Phrase.ChoicePhoneLost, "lost"), Choose(turn, Phrase.ChoiceNotNow, "stop")]
        : [Choose(turn, Phrase.ChoiceNotNow, "stop")];

    private static Choice Choose(Turn turn, Phrase title, string token) => new(turn.Book[title], Tokens.Prove + token);
}
