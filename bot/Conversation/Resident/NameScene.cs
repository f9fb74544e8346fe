using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>The applicant's name, or of who acts for them.</summary>
internal sealed class NameScene(Stage stage) : Scene(stage)
{
    // A Han name longer than this, without the dot that longer names have, is a sentence.
    private const int LongestHanName = 5;

    public override void Ask(Turn turn) => turn.Say(
        Stage == Stage.OwnName ? turn.Book[Phrase.AskOwnName] : Acting.IsForAnother(turn) ? turn.Book[Phrase.AskNameOf, Acting.PersonOf(turn)] : turn.Book[Phrase.AskName]);

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.NameUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (NameIn(reply) is not { } name) return false;
        turn.State = turn.State with
        {
            Draft = Stage == Stage.OwnName ? turn.State.Draft with { Acting = turn.State.Draft.Acting! with { Name = name.Reveal() } } : turn.State.Draft with { Name = name.Reveal() },
        };
        turn.Walked(Stage.ToString());
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
