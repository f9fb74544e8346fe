using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>「我不替她办了」: who was entrusted gives it up at any time (民法典 第一百七十三条). Asked once more, with what it means for the person; parents and guardians are led to the office.</summary>
internal static class StopActingTalk
{
    private const string Yes = "yes:";

    /// <summary>Offered beside a case in which the reader acts on a letter.</summary>
    public static IEnumerable<Choice> Offer(Turn turn, CaseView view) => MayStop(view) ? [new Choice(turn.Book[Phrase.ChoiceStopActing], Tokens.StopActing + view.CaseId)] : [];

    public static void AskWhich(Turn turn, ImmutableArray<CaseSummary> cases) => WhichCase.Ask(
        turn, cases.Where(each => each.ActedFor is not null), Phrase.StopActingNone, Phrase.StopActingWhich, Tokens.StopActing, caseId => new Effect.ShowCase(caseId, ToStopActing: true));

    public static void Ask(Turn turn, CaseView view)
    {
        if (!MayStop(view))
        {
            turn.Say(turn.Book[view.Representation is { InForce: true, IsYou: true } ? Phrase.StopActingByLaw : Phrase.StopActingNone, turn.World.HelpPhone], turn.Current().Choices(turn));
            return;
        }
        turn.State = turn.State with { StopActingAsked = view.CaseId };
        turn.Say(
            turn.Book[view.ApplicationId is null ? Phrase.StopActingAsk : Phrase.StopActingAskAll, Markdown.Escape(view.ApplicantMasked), view.CaseId, turn.World.HelpPhone],
            new Choice(turn.Book[Phrase.ChoiceStopActingYes], $"{Tokens.StopActing}{Yes}{view.CaseId}"), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo));
    }

    public static bool Press(Turn turn, string value)
    {
        if (!value.StartsWith(Tokens.StopActing, StringComparison.Ordinal)) return false;
        var token = value[Tokens.StopActing.Length..];
        if (token.StartsWith(Yes, StringComparison.Ordinal) && CaseIds.Looks(token.AsSpan(Yes.Length))) return Stop(turn, token[Yes.Length..]);
        if (!CaseIds.Looks(token)) return false;
        turn.Do(new Effect.ShowCase(token, ToStopActing: true));
        return true;
    }

    // The words alone count: a token is of the stage below.
    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.StopActingAsked is not { } caseId) return false;
        turn.State = turn.State with { StopActingAsked = null };
        var wished = reply.Text == turn.Book[Phrase.ChoiceStopActingYes] || reply.Plain.IsCommand("stop-acting") ? true : AnswerReader.YesNo(reply.Plain);
        return wished switch
        {
            true => Stop(turn, caseId),
            false => Commands.Press(turn, Tokens.RestartNo),
            null => false,
        };
    }

    /// <summary>Nothing of it stays here, nor of what came with it.</summary>
    public static void Done(Turn turn, string caseId)
    {
        var together = turn.State.LastCases.Contains(caseId) ? turn.State.LastCases : [caseId];
        foreach (var each in together) Notices.Gone(turn, each);
        turn.Say(turn.Book[Phrase.StopActingDone, turn.World.HelpPhone], turn.Current().Choices(turn));
    }

    private static bool MayStop(CaseView view) => view.Representation is { InForce: true, IsYou: true, Basis: RepresentationBases.Entrusted };

    private static bool Stop(Turn turn, string caseId)
    {
        turn.State = turn.State with { StopActingAsked = null };
        turn.Do(new Effect.StopActing(caseId));
        return true;
    }
}
