using System.Collections.Immutable;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>One stage of the way: what it asks, and how it takes an answer.</summary>
internal abstract class Scene(Stage stage)
{
    public Stage Stage => stage;

    /// <summary>Says the question of this stage.</summary>
    public abstract void Ask(Turn turn);

    /// <summary>Takes an answer; <c>false</c> when it was not understood and nothing was said or changed.</summary>
    public abstract bool Hear(Turn turn, Reply reply);

    /// <summary>What can be pressed here.</summary>
    public virtual ImmutableArray<Choice> Choices(Turn turn) => [];

    /// <summary>What to say when an answer was not understood: what would help, with an example.</summary>
    public virtual string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.NotUnderstood];

    /// <summary>Why this is asked.</summary>
    public virtual string Why(Turn turn) => turn.Book[Phrase.WhyNotNow];

    /// <summary>In front of what the choices of this stage stand for.</summary>
    public virtual string Prefix(Turn turn) => $"{stage}:";

    protected Choice Choice(Turn turn, Phrase title, string value) => Choice(turn, turn.Book[title], value);

    protected Choice Choice(Turn turn, string title, string value) => new(title, Prefix(turn) + value);
}

/// <param name="Text">Cleaned, as written.</param>
/// <param name="Plain">The same made comparable.</param>
/// <param name="Token">What the pressed choice of this stage stands for; <c>null</c> for text.</param>
internal sealed record Reply(string Text, string Plain, string? Token = null)
{
    /// <summary>The same with slips of the finger put right, for reading answers.</summary>
    public string Readable => readable ??= Understanding.Spelling.Mend(Plain);

    private string? readable;

    public static Reply Of(string text) => new(text, Understanding.PlainInput.Comparable(text));

    /// <summary>Yes or no, pressed or written.</summary>
    public bool? YesNo => Token switch
    {
        "yes" => true,
        "no" => false,
        null => Understanding.AnswerReader.YesNo(Readable),
        _ => null,
    };
}
