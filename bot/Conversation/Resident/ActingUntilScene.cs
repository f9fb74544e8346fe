using System.Collections.Immutable;
using OneVisit.Conversation.Understanding.Dates;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Until when the letter of entrusting counts (民法典 第一百六十五条：代理期限). Most say nothing of it, and answer with one tap: until it is done, for a year at most.</summary>
internal sealed class ActingUntilScene() : Scene(Stage.ActingUntil)
{
    private const string Done = "done";
    private const int LongestAnswer = 40;

    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceUntilDone, Done)];

    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.AskActingUntil, Acting.PersonOf(turn), turn.Book.FarDay(Acting.LatestTerm(turn))], Choices(turn));

    public override string Why(Turn turn) => turn.Book[Phrase.ActingUntilWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.ActingUntilUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if ((reply.Token is { } token ? token == Done ? Acting.LatestTerm(turn) : (DateOnly?)null : DayIn(turn, reply)) is not { } last) return false;
        if (NotThen(turn, last) is { } why)
        {
            turn.Say(why, Choices(turn));
            return true;
        }
        Acting.Term(turn, last);
        turn.Walked(nameof(Stage.ActingUntil));
        turn.Lead(turn.Book[Phrase.ActingUntilNoted, Acting.PersonOf(turn), turn.Book.FarDay(last)]);
        turn.Lead(ActingBasisScene.Evidence(turn));
        turn.Continue();
        return true;
    }

    /// <summary>The last day as it is told, also "until it is done".</summary>
    public static DateOnly? DayIn(Turn turn, Reply reply) => reply.Readable.Length > LongestAnswer ? null
        : UntilReader.Read(reply.Readable, turn.Today) ?? (UntilReader.IsUntilDone(reply.Readable) ? Acting.LatestTerm(turn) : null);

    /// <summary>Why a day cannot be the last; <c>null</c>: it can.</summary>
    public static string? NotThen(Turn turn, DateOnly last) => Acting.LatestTerm(turn) is var latest && last >= turn.Today && last <= latest ? null
        : turn.Book[last < turn.Today ? Phrase.ActingUntilPast : Phrase.ActingUntilFar, turn.Book.FarDay(last), turn.Book.FarDay(latest)];
}
