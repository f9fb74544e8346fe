using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>The preliminary verdict, and whether to apply.</summary>
internal sealed class VerdictScene() : Scene(Stage.Verdict)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
    [
        Choice(turn, turn.Evaluation.Verdict is Verdict.Unlikely ? Phrase.ChoiceApplyAnyway : Phrase.ChoiceApply, "yes"),
        new(turn.Book[Phrase.ChoiceChange], Tokens.Change),
        Choice(turn, Phrase.ChoiceNotNow, "no"),
    ];

    public override void Ask(Turn turn)
    {
        turn.Say(string.Join("\n\n", VerdictWords.Full(turn)));
        turn.Show(new Say.Card(VerdictCard.Of(turn.Book, turn.Evaluation.Explain()), turn.Book[Phrase.VerdictCardTitle]));
        turn.Say(turn.Book[Phrase.VerdictQuestion], Choices(turn));
    }

    public override string Why(Turn turn) =>
        string.Join("\n", turn.Evaluation.Explain().Select(finding => $"- {VerdictWords.Finding(turn.Book, finding)} ({Reasons.Cite(turn.Book, finding.Law)})"));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.VerdictQuestion];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.YesNo == true || (reply.Token is null && reply.Plain.IsCommand("apply"))) return Apply(turn);
        if (reply.YesNo != false) return false;
        turn.Say(turn.Book[Phrase.PrivacyRefused, turn.World.HelpPhone], Choices(turn));
        return true;
    }

    private static bool Apply(Turn turn)
    {
        turn.State = turn.State with { Applying = true, Misses = 0 };
        var needed = turn.Materials.Needed.Length;
        turn.Say(needed == 0 ? turn.Book[Phrase.MaterialsNone] : turn.Book[Phrase.MaterialsPromise, needed]);
        turn.Show(new Say.Card(MaterialCard.Of(turn.Book, turn.Materials), turn.Book[Phrase.MaterialsTitle]));
        turn.Continue();
        return true;
    }
}
