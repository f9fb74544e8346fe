using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Resident;

/// <summary>How a finished case was (好差评): a grade, then what may be ticked beside it, and of a bad grade the reason; both can be left out.</summary>
internal static class RatingTalk
{
    private const int LeastGood = 3;
    private const string Nothing = "none";

    // Longer than this is a sentence with a number in it.
    private const int LongestNumbers = 8;

    /// <summary>The five grades as buttons, best first.</summary>
    public static ImmutableArray<Choice> Grades(Turn turn, string caseId) =>
        [.. Enumerable.Range(0, 5).Select(i => 5 - i).Select(stars => new Choice(turn.Book.NameOr("stars", $"{stars}"), $"{Tokens.Rate}{caseId}:{stars}"))];

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Rate, StringComparison.Ordinal)) return false;
        var parts = value.Split(':');
        if (parts.Length < 3 || !CaseIds.Looks(parts[1])) return false;
        return parts[2..] switch
        {
            [[>= '1' and <= '5'] stars] => Grade(turn, parts[1], stars[0] - '0'),
            [Nothing] when turn.State.Rating is { Stars: > 0 } rating => Send(turn, rating, null, []),
            [[>= '1' and <= '5'] stars, [PostedAnswers.Open, .. var ticks]] => Ticked(turn, new PendingRating(parts[1], stars[0] - '0'), ticks),
            _ => false,
        };
    }

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Rating is not { } rating || !turn.State.Stage.IsOpeningOrHome()) return false;
        if (rating.Stars > 0) return !Pending.IsCommandLike(reply.Plain) && Tell(turn, rating, reply);
        foreach (var (stars, pattern) in Patterns.Stars)
        {
            if (reply.Plain.Length <= 20 && pattern.IsMatch(reply.Plain)) return Grade(turn, rating.CaseId, stars[0] - '0');
        }
        return false;
    }

    private static bool Grade(Turn turn, string caseId, int stars)
    {
        var rating = new PendingRating(caseId, stars);
        var (tags, bad) = (TagsOf(turn, stars), stars < LeastGood);
        if (tags.IsEmpty && !bad) return Send(turn, rating, null, []);
        turn.State = turn.State with { Rating = rating };
        var question = turn.Book[bad ? Phrase.RateWhy : Phrase.RateTags];
        if (!tags.IsEmpty) turn.Show(TickCard.Services(turn.Book, question, $"{Tokens.Rate}{caseId}:{stars}:", tags.Select(tag => (tag.Name.In(turn.State.Language), tag.Id)), []));
        turn.Say(tags.IsEmpty ? question : turn.Book[Phrase.TickHint], new Choice(turn.Book[bad ? Phrase.ChoiceRateNoComment : Phrase.ChoiceRateNoTags], $"{Tokens.Rate}{caseId}:{Nothing}"));
        return true;
    }

    private static bool Ticked(Turn turn, PendingRating rating, string ticks)
    {
        var picked = ticks.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var tags = TagsOf(turn, rating.Stars);
        return turn.State.Rating is not null && picked.All(id => tags.Any(tag => tag.Id == id)) && Send(turn, rating, null, [.. picked.Distinct()]);
    }

    /// <summary>Numbers and names of tags tick them; what else is said goes along in their own words.</summary>
    private static bool Tell(Turn turn, PendingRating rating, Reply reply)
    {
        var tags = TagsOf(turn, rating.Stars);
        if (reply.Plain.IsCommand("skip") || reply.Text == turn.Book[Phrase.ChoiceRateNoTags]) return Send(turn, rating, null, []);
        if (reply.Plain.Length <= LongestNumbers && reply.Plain.Any(char.IsDigit) && PickReader.Read(reply.Readable, [.. tags.Select(tag => tag.Name.In(turn.State.Language))]) is Picks.Of of)
            return Send(turn, rating, null, [.. of.Entries.Select(entry => tags[entry].Id)]);
        var named = tags.Where(tag => reply.Plain.Contains(PlainInput.Comparable(tag.Name.In(turn.State.Language)), StringComparison.Ordinal)).ToArray();
        return Send(turn, rating, named is [var only] && only.Name.In(turn.State.Language) == reply.Text ? null : reply.Text, [.. named.Select(tag => tag.Id)]);
    }

    private static ImmutableArray<RatingTag> TagsOf(Turn turn, int stars) => turn.World.Grades.Find(stars)?.Tags ?? [];

    private static bool Send(Turn turn, PendingRating rating, string? comment, string[] tags)
    {
        turn.State = turn.State with { Rating = null };
        turn.Do(new Effect.Rate(rating.CaseId, rating.Stars, comment is { Length: > Limits.ReasonLongest } ? comment[..Limits.ReasonLongest] : comment, tags.Length == 0 ? null : tags));
        return true;
    }
}
