using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Everything answered, once more before the verdict; each can be changed.</summary>
internal sealed class ReviewScene() : Scene(Stage.Review)
{
    private const int MostLines = 40;

    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceShowVerdict, "yes"), new(turn.Book[Phrase.ChoiceChange], Tokens.Change)];

    public override void Ask(Turn turn) =>
        turn.Say($"{turn.Book[Phrase.ReviewTitle]}\n\n{string.Join('\n', Lines(turn).Take(MostLines).Select(line => $"- {line}"))}\n\n{turn.Book[Phrase.ReviewQuestion]}", Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.ReviewQuestion];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.YesNo == false) return Changes.Menu(turn);
        if (reply.YesNo != true && !(reply.Token is null && reply.Plain.IsCommand("right"))) return false;
        turn.State = turn.State with { Reviewed = true, Misses = 0 };
        turn.Continue();
        return true;
    }

    /// <summary>All that was told, in the story and in answers.</summary>
    public static IEnumerable<string> Lines(Turn turn)
    {
        var answered = turn.State.Answers.Select(each => each.Inquiry.Question).ToHashSet();
        var known = turn.State.Household;
        foreach (var question in HouseholdFactsIn.Asked)
        {
            if (!answered.Contains(question) && FactWords.Noted(turn.Book, known, question) is { } line) yield return Phrasebook.Opening(line);
        }
        foreach (var each in turn.State.Answers) yield return Phrasebook.Opening(AnswerWords.Short(turn, each));
    }
}
