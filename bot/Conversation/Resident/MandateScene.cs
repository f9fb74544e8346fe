using System.Collections.Immutable;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>Shall the village agent handle everything? Scope, end and limits are said first (代办授权).</summary>
internal sealed class MandateScene() : Scene(Stage.Mandate)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceMandateYes, "yes"), Choice(turn, Phrase.ChoiceMandateNo, "no")];

    public override void Ask(Turn turn) => turn.Say(
        turn.Book[Phrase.AskMandate, Markdown.Escape(turn.VillageName(turn.State.Draft.Village ?? "")), turn.Book.FarDay(turn.Today.AddMonths(CaseDecisions.MandateMonths))], Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.MandateUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.YesNo is not { } mandate) return false;
        turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = mandate } };
        turn.Walked(nameof(Stage.Mandate));
        turn.Continue();
        return true;
    }
}
