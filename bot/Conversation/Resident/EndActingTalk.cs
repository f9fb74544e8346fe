using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>「不让他替我办了」: whoever gave somebody the power to act takes it back at any time (民法典 第一百七十三条). Asked once more before it is done.</summary>
internal static class EndActingTalk
{
    private const string Yes = "yes:";

    /// <summary>Offered beside a case in which somebody acts for the reader.</summary>
    public static IEnumerable<Choice> Offer(Turn turn, CaseView view) =>
        view.Representation is { MayEnd: true } ? [new Choice(turn.Book[Phrase.ChoiceEndActing], Tokens.EndActing + view.CaseId)] : [];

    /// <summary>In which case somebody acts is not told by the list: the only one is looked at. Of a finished one too it can be taken back, as what is drawn goes on.</summary>
    public static void AskWhich(Turn turn, ImmutableArray<CaseSummary> cases) => WhichCase.Ask(
        turn, cases.Where(each => each.ActedFor is null), Phrase.EndActingNone, Phrase.EndActingWhich, Tokens.EndActing, caseId => new Effect.ShowCase(caseId, ToEndActing: true));

    public static void Ask(Turn turn, CaseView view)
    {
        if (view.Representation is not { MayEnd: true } by)
        {
            turn.Say(turn.Book[view.Representation is { InForce: true, IsYou: false } ? Phrase.EndActingByOffice : Phrase.EndActingNone, turn.World.HelpPhone], turn.Current().Choices(turn));
            return;
        }
        turn.State = turn.State with { EndActingAsked = view.CaseId };
        turn.Say(
            turn.Book[Phrase.EndActingAsk, Markdown.Escape(by.NameMasked), view.CaseId],
            new Choice(turn.Book[Phrase.ChoiceEndActingYes], $"{Tokens.EndActing}{Yes}{view.CaseId}"), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo));
    }

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.EndActing, StringComparison.Ordinal)) return false;
        var token = value[Tokens.EndActing.Length..];
        if (token.StartsWith(Yes, StringComparison.Ordinal) && CaseIds.Looks(token.AsSpan(Yes.Length))) return End(turn, token[Yes.Length..]);
        if (!CaseIds.Looks(token)) return false;
        turn.Do(new Effect.ShowCase(token, ToEndActing: true));
        return true;
    }

    // The words alone count: a token is of the stage below.
    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.EndActingAsked is not { } caseId) return false;
        turn.State = turn.State with { EndActingAsked = null };
        var wished = reply.Text == turn.Book[Phrase.ChoiceEndActingYes] || reply.Plain.IsCommand("end-acting") ? true : AnswerReader.YesNo(reply.Plain);
        return wished switch
        {
            true => End(turn, caseId),
            false => Commands.Press(turn, Tokens.RestartNo),
            null => false,
        };
    }

    private static bool End(Turn turn, string caseId)
    {
        turn.State = turn.State with { EndActingAsked = null };
        turn.Do(new Effect.EndActing(caseId));
        return true;
    }
}
