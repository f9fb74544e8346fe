using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>The personal-data notice (个人信息保护法 第十七条、第三十五条), before anything about the person is asked.</summary>
internal sealed class PrivacyScene() : Scene(Stage.Privacy)
{
    /// <summary>Changes whenever the notice changes.</summary>
    public const string Version = "2026-11-27";

    public override ImmutableArray<Choice> Choices(Turn turn) => [Choice(turn, Phrase.ChoiceAgree, "yes"), Choice(turn, Phrase.ChoiceDisagree, "no")];

    public override void Ask(Turn turn)
    {
        turn.Show(new Say.Card(PrivacyCard.Of(turn.Book, turn.ServiceNames, turn.TownshipName, Acting.IsForAnother(turn) ? Acting.PersonOf(turn) : null), turn.Book[Phrase.PrivacyTitle]));
        turn.Say(turn.Book[Phrase.PrivacyQuestion], Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.PrivacyQuestion];

    public override bool Hear(Turn turn, Reply reply)
    {
        switch (reply.YesNo)
        {
            case true:
                turn.State = turn.State with { Draft = turn.State.Draft with { Privacy = Version } };
                turn.Walked(nameof(Stage.Privacy));
                turn.Continue();
                return true;
            case false:
                turn.Say(turn.Book[Phrase.PrivacyRefused, turn.World.HelpPhone], Choices(turn));
                return true;
            default:
                return false;
        }
    }
}
