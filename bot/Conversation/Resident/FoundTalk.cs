using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// What the data check or the survey found otherwise than told: it is right, or the household objects, with a reason and, if they like, papers. It lies
/// beside whatever is being filled in.
/// </summary>
internal static class FoundTalk
{
    private const string Data = "data";
    private const string Survey = "survey";
    private const string Agree = "agree:";
    private const string Object = "object:";

    /// <summary>What can be pressed under a notice or a card that tells of differences.</summary>
    public static ImmutableArray<Choice> Choices(Turn turn, string caseId, bool toData) => toData
        ? [new(turn.Book[Phrase.ChoiceAgreeFound], $"{Tokens.Found}{Agree}{caseId}"), new(turn.Book[Phrase.ChoiceObject], $"{Tokens.Found}{Object}{Data}:{caseId}")]
        : [new(turn.Book[Phrase.ChoiceObject], $"{Tokens.Found}{Object}{Survey}:{caseId}")];

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.Found, StringComparison.Ordinal)) return false;
        var token = value[Tokens.Found.Length..];
        if (token.StartsWith(Agree, StringComparison.Ordinal) && CaseIds.Looks(token.AsSpan(Agree.Length)))
        {
            turn.State = turn.State with { Found = null };
            turn.Do(new Effect.AnswerFound(token[Agree.Length..], true, null));
            return true;
        }
        if (!token.StartsWith(Object, StringComparison.Ordinal) || token[Object.Length..].Split(':') is not [Data or Survey, var caseId] parts || !CaseIds.Looks(caseId)) return false;
        turn.State = turn.State with { Found = new PendingFound(caseId, parts[0] == Data) };
        turn.Say(turn.Book[Phrase.FoundWhy]);
        return true;
    }

    /// <summary>The reason, in their own words.</summary>
    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Found is not { IsSent: false } told || Pending.IsCommandLike(reply.Plain)) return false;
        if (reply.Text.Length < Limits.ReasonShortest)
        {
            turn.Say(turn.Book[Phrase.FoundWhy]);
            return true;
        }
        var reason = reply.Text.Length <= Limits.ReasonLongest ? reply.Text : reply.Text[..Limits.ReasonLongest];
        turn.State = turn.State with { Found = told with { IsSent = true } };
        turn.Do(told.ToData ? new Effect.AnswerFound(told.CaseId, false, reason) : new Effect.ObjectToSurvey(told.CaseId, reason));
        return true;
    }

    /// <summary>Papers that prove it go into the case.</summary>
    public static bool Receive(Turn turn, ImmutableArray<IncomingFile> files)
    {
        if (turn.State.Found is not { } told) return false;
        turn.Do(new Effect.Upload(told.CaseId, null, OfficePapers.ObjectionEvidence, [.. files.Take(Files.Most)]));
        return true;
    }

    public static void Answered(Turn turn, Effect effect) => turn.Say(
        turn.Book[effect switch { Effect.AnswerFound { Agrees: true } => Phrase.FoundAgreed, Effect.AnswerFound => Phrase.FoundObjected, _ => Phrase.FoundSurveyObjected }], turn.Current().Choices(turn));

    public static string Line(Phrasebook book, DifferenceFound found) => book[
        Phrase.DifferenceLine, book.NameOr("data-field", found.Field), Markdown.Escape(found.Told), Markdown.Escape(found.Found), book.NameOr("data-register", found.Register),
        found.AsOf is { } day ? book.FarDay(day) : ""];
}
