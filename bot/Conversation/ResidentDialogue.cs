using System.Collections.Immutable;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation;

/// <summary>A resident's conversation as a state machine: no clock, no network, no storage of its own.</summary>
public sealed class ResidentDialogue(DialogueWorld world)
{
    /// <summary>One turn. The same state and the same input give the same step, apart from a fresh submission id.</summary>
    public Step<DialogueState> Next(DialogueState state, Heard heard, DateTimeOffset now)
    {
        var turn = new Turn(world, state, now);
        switch (heard)
        {
            case Heard.Joined: Welcome.Greet(turn); break;
            case Heard.Returned returned: Welcome.Back(turn, returned.Missed); break;
            case Heard.Said said: Listening.Hear(turn, said.Text); break;
            case Heard.Picked picked: Pressing.Press(turn, picked.Value); break;
            case Heard.Posted posted: Pressing.Press(turn, PostedAnswers.In(posted.Fields)); break;
            case Heard.SentFiles sent: Files.Receive(turn, sent.Files); break;
            case Heard.EffectAnswered answered: Answers.Take(turn, answered.Effect, answered.Result); break;
            case Heard.Noticed noticed: Notices.Tell(turn, noticed.Notice); break;
        }
        return turn.End();
    }

    /// <summary>What a state holds, in its own language: where they were, and all they told of the household, a line each.</summary>
    public Recalled Recall(DialogueState state, DateTimeOffset now)
    {
        var turn = new Turn(world, state, now);
        return new(Welcome.LastTime(turn), [.. ReviewScene.Lines(turn)]);
    }
}

/// <param name="Where">Where they were; <c>null</c>: nothing was begun.</param>
/// <param name="Told">Of the household.</param>
public sealed record Recalled(string? Where, ImmutableArray<string> Told);
