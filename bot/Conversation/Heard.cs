using System.Collections.Immutable;
using OneVisit.Contracts;

namespace OneVisit.Conversation;

/// <summary>What reached the conversation: a word, a press, a form, files, an answer from the back office, a notice.</summary>
public abstract record Heard
{
    /// <summary>The person opened the conversation, for the first time or again.</summary>
    public sealed record Joined : Heard;

    /// <summary>The person came back, and nothing of what was said before is before their eyes.</summary>
    /// <param name="Missed">Notices that were told where they cannot see them, oldest first.</param>
    public sealed record Returned(ImmutableArray<Notice> Missed) : Heard;

    /// <summary>Typed or dictated text, at any length; it is shortened and cleaned before anything reads it.</summary>
    public sealed record Said(string Text) : Heard;

    /// <summary>A button that the bot itself had offered: the <see cref="Choice.Value"/> of that choice. It comes from outside and is checked like text.</summary>
    public sealed record Picked(string Value) : Heard;

    /// <summary>An adaptive card was submitted: its data and inputs, all as text. See <see cref="PostedFields.Read"/>.</summary>
    public sealed record Posted(IReadOnlyDictionary<string, string> Fields) : Heard;

    /// <summary>Photos or documents came in; words beside them are not read.</summary>
    public sealed record SentFiles(ImmutableArray<IncomingFile> Files) : Heard;

    /// <summary>An effect was performed, or failed: in the same turn, or later when the back office was silent.</summary>
    public sealed record EffectAnswered(Effect Effect, EffectResult Result) : Heard;

    /// <summary>A notice from the queue. With the task for staff kinds that have a card.</summary>
    public sealed record Noticed(Notice Notice, TaskView? Task = null) : Heard;

    private Heard() { }
}

/// <summary>A file offered by the channel, not yet fetched. Its name and type are claims only.</summary>
/// <param name="Url">Where the channel keeps the bytes.</param>
public sealed record IncomingFile(string Name, string ContentType, string Url);
