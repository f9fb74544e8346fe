using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OneVisit.Conversation;

/// <summary>What the bot says, in order.</summary>
public abstract record Say
{
    /// <summary>A message in Markdown; whatever a person wrote in it is escaped. <see cref="Choices"/> are suggestions: typing is always accepted too.</summary>
    public sealed record Words(string Text, ImmutableArray<Choice> Choices) : Say
    {
        public Words(string text) : this(text, []) { }
    }

    /// <summary>An adaptive card of schema 1.5.</summary>
    /// <param name="Fallback">The same in one plain sentence, for who cannot see the card.</param>
    /// <param name="Task">The task the card is of: others can change it, so it is remembered where this person's card lies.</param>
    /// <param name="InPlace">Update the card of <paramref name="Task"/> if there is one; otherwise send a new one.</param>
    public sealed record Card(JsonNode Content, string Fallback, (string CaseId, string TaskId)? Task = null, bool InPlace = false) : Say;

    /// <summary>Somebody left: the page forgets the conversation and begins anew.</summary>
    /// <param name="IsLost">What was just sent was not taken.</param>
    public sealed record Left(bool IsLost = false) : Say;

    private Say() { }
}

/// <summary>A suggested answer: <paramref name="Title"/> is shown, <paramref name="Value"/> comes back as <see cref="Heard.Picked"/>.</summary>
public sealed record Choice(string Title, string Value);

/// <summary>One turn of a conversation: the new state, what is said, and what is to be done now, if anything.</summary>
/// <remarks>When <see cref="Effect"/> is there, perform it and call again with <see cref="Heard.EffectAnswered"/> in the same turn, until there is none.</remarks>
public sealed record Step<TState>(TState State, ImmutableArray<Say> Says, Effect? Effect = null);
