using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Small questions that lie over the stage: which material a file is, how a finished case was, whether to start over or to take a mandate back.</summary>
internal static class Pending
{
    public static bool Hear(Turn turn, Reply reply)
    {
        if (HearRestart(turn, reply) || HearRevoke(turn, reply)) return true;
        if (CaseIds.In(reply.Plain) is { } caseId && reply.Plain.Length < 40)
        {
            turn.Do(new Effect.ShowCase(caseId));
            return true;
        }
        return (!turn.State.WaitingFiles.IsEmpty && Files.Hear(turn, reply)) || HearRating(turn, reply);
    }

    public static bool Press(Turn turn, string value)
    {
        if (value == Tokens.DropFiles) return Files.Drop(turn);
        if (value.StartsWith(Tokens.Material, StringComparison.Ordinal)) return Files.Assign(turn, value[Tokens.Material.Length..]);
        if (!value.StartsWith(Tokens.Rate, StringComparison.Ordinal)) return false;
        var parts = value.Split(':');
        return parts.Length == 3 && CaseIds.Looks(parts[1]) && parts[2] switch
        {
            "1" or "2" or "3" or "4" or "5" => Grade(turn, parts[1], parts[2][0] - '0'),
            "none" when turn.State.Rating is { Stars: > 0 } rating => Send(turn, rating, null),
            _ => false,
        };
    }

    /// <summary>The five grades as buttons, best first (好差评).</summary>
    public static System.Collections.Immutable.ImmutableArray<Choice> Grades(Turn turn, string caseId) =>
        [.. Enumerable.Range(0, 5).Select(i => 5 - i).Select(stars => new Choice(turn.Book.NameOr("stars", $"{stars}"), $"{Tokens.Rate}{caseId}:{stars}"))];

    // The words alone count: a token is of the stage below, and would answer what was not asked.
    private static bool HearRestart(Turn turn, Reply reply)
    {
        if (!turn.State.RestartAsked) return false;
        turn.State = turn.State with { RestartAsked = false };
        var again = reply.Plain.IsCommand("restart") ? true : AnswerReader.YesNo(reply.Plain);
        return again is { } wished && Commands.Press(turn, wished ? Tokens.RestartYes : Tokens.RestartNo);
    }

    // Of several cases a yes does not say which: asked again.
    private static bool HearRevoke(Turn turn, Reply reply)
    {
        if (turn.State.RevokeAsked is not [var first, .. var others]) return false;
        turn.State = turn.State with { RevokeAsked = [] };
        var wished = reply.Text == turn.Book[Phrase.ChoiceRevokeYes] ? true : AnswerReader.YesNo(reply.Plain);
        if (wished == false) return Commands.Press(turn, Tokens.RestartNo);
        if (wished == true) turn.Do(others.IsEmpty ? new Effect.RevokeMandate(first) : new Effect.ListMyCases(ForMandate: true));
        return wished == true;
    }

    private static bool HearRating(Turn turn, Reply reply)
    {
        if (turn.State.Rating is not { } rating || !turn.State.Stage.IsOpeningOrHome()) return false;
        if (rating.Stars > 0) return !IsCommandLike(reply.Plain) && Send(turn, rating, reply.Plain.IsCommand("skip") ? null : reply.Text);
        foreach (var (stars, pattern) in Patterns.Stars)
        {
            if (reply.Plain.Length <= 20 && pattern.IsMatch(reply.Plain)) return Grade(turn, rating.CaseId, stars[0] - '0');
        }
        return false;
    }

    /// <summary>A bad grade is asked for its reason first, once.</summary>
    private static bool Grade(Turn turn, string caseId, int stars)
    {
        var rating = new PendingRating(caseId, stars);
        if (stars >= 3) return Send(turn, rating, null);
        turn.State = turn.State with { Rating = rating };
        turn.Say(turn.Book[Phrase.RateWhy], new Choice(turn.Book[Phrase.ChoiceRateNoComment], $"{Tokens.Rate}{caseId}:none"));
        return true;
    }

    private static bool Send(Turn turn, PendingRating rating, string? comment)
    {
        turn.State = turn.State with { Rating = null };
        turn.Do(new Effect.Rate(rating.CaseId, rating.Stars, comment is { Length: > 500 } ? comment[..500] : comment));
        return true;
    }

    private static bool IsCommandLike(string plain) => plain.IsCommand("mycases") || plain.IsCommand("help") || plain.IsCommand("restart") || plain.IsCommand("person");
}
