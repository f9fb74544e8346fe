using System.Collections.Immutable;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>Shall an agent run the errands? Scope, end and limits are said first (代办授权); then to whom and for what, and it is signed.</summary>
internal sealed class MandateScene() : Scene(Stage.Mandate)
{
    public override ImmutableArray<Choice> Choices(Turn turn) => Open(turn) is { } plan ? MandateTalk.Choices(turn, plan) :
    [
        Choice(turn, Phrase.ChoiceMandateYes, "yes"), Choice(turn, turn.Book.NameOr("mandate-level", "township"), "who-township"), Choice(turn, turn.Book.NameOr("mandate-level", "city"), "who-city"),
        Choice(turn, Phrase.ChoiceMandateNo, "no"),
    ];

    public override void Ask(Turn turn)
    {
        if (turn.State.Client is { } agent)
        {
            MandateTalk.GoTo(turn, Open(turn) ?? new MandatePlan { Step = MandateStep.Sign, Level = agent.Level, Agent = new(agent.Id, agent.Name), Acts = MandateActs.All });
            return;
        }
        if (Open(turn) is not null) MandateTalk.Ask(turn);
        else turn.Say(
            turn.Book[Phrase.AskMandate, Markdown.Escape(turn.VillageName(turn.State.Draft.Village ?? "")), turn.Book.FarDay(turn.Today.AddMonths(CaseDecisions.MandateMonths))], Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => Open(turn) is { } plan ? MandateTalk.Unclear(turn, plan) : turn.Book[Phrase.MandateUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (Open(turn) is { } plan) return MandateTalk.Hear(turn, plan, reply);
        if (reply.Token is { } token and not ("yes" or "no")) return MandateTalk.Hear(turn, new MandatePlan(), reply with { Token = token });
        if (reply.YesNo is not { } mandate) return false;
        if (mandate)
        {
            MandateTalk.AskWhoIsThere(turn, new MandatePlan { Step = MandateStep.Sign });
            return true;
        }
        turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = false, Plan = null } };
        turn.Walked(nameof(Stage.Mandate));
        turn.Continue();
        return true;
    }

    // One that is signed is asked about from its beginning, like any answer that is changed.
    private static MandatePlan? Open(Turn turn) => turn.State.Draft.Plan is { Step: not MandateStep.Done } plan ? plan : null;
}
