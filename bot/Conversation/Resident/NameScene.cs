using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>The applicant's name.</summary>
internal sealed class NameScene() : Scene(Stage.Name)
{
    // A Han name longer than this, without the dot that longer names have, is a sentence.
    private const int LongestHanName = 5;

    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.AskName]);

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.NameUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (NameIn(reply) is not { } name) return false;
        turn.State = turn.State with { Draft = turn.State.Draft with { Name = name.Reveal() } };
        turn.Walked(nameof(Stage.Name));
        turn.Continue();
        return true;
    }

    /// <summary>The name that was written, or <c>null</c>: it is none.</summary>
    public static PersonName? NameIn(Reply reply)
    {
        var written = reply.Text[Patterns.Answers["nameLead"].Match(reply.Plain).Length..].TrimEnd(' ', '.', '。', '!', '！');
        return AnswerReader.IsUnsure(reply.Plain) || PersonName.Read(written) is not { } name || IsSentence(name.Reveal()) ? null : name;
    }

    private static bool IsSentence(string name) =>
        name.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? name.Length > LongestHanName && !name.Contains('·') : name.Split(' ').Length > 6;
}
