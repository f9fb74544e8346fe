using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>Is somebody of the household closely related to somebody of the offices (近亲属备案)? Not knowing is fine; it changes nothing about the right.</summary>
internal sealed class RelativesScene() : Scene(Stage.Relatives)
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Unknown = "unknown";

    /// <summary>Only where somebody visits the household.</summary>
    public static bool IsAsked(Turn turn) => turn.Chosen.Any(service =>
        service.ExistsOn(turn.Today) && service.ProcedureOn(turn.Today).Stages.Any(stage => stage.Kind == StageKind.Survey));

    public static RelativesTold? Told(Draft draft) => draft.Relatives switch
    {
        null => null,
        No => new RelativesTold(No),
        Unknown => new RelativesTold(Unknown),
        var who => new RelativesTold(Yes, who),
    };

    public override ImmutableArray<Choice> Choices(Turn turn) =>
        [Choice(turn, Phrase.ChoiceHaveNot, No), Choice(turn, Phrase.ChoiceHave, Yes), Choice(turn, Phrase.ChoiceUnsure, Unknown)];

    public override void Ask(Turn turn) => turn.Say(Acting.IsForAnother(turn) ? turn.Book[Phrase.AskRelativesOf, Acting.PersonOf(turn)] : turn.Book[Phrase.AskRelatives], Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.RelativesWho];

    public override string Why(Turn turn) => turn.Book[Phrase.RelativesWhy];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Token == Unknown || (reply.Token is null && AnswerReader.IsUnsure(reply.Plain))) return Take(turn, Unknown);
        if (reply.YesNo == false) return Take(turn, No);
        if (reply.Token == Yes || reply.Plain.Length < 3)
        {
            turn.Say(turn.Book[Phrase.RelativesWho]);
            return reply.Token == Yes || reply.YesNo == true;
        }
        return Take(turn, reply.Text.Length <= Limits.RelativeLongest ? reply.Text : reply.Text[..Limits.RelativeLongest]);
    }

    private static bool Take(Turn turn, string relatives)
    {
        turn.State = turn.State with { Draft = turn.State.Draft with { Relatives = relatives } };
        if (relatives is not (No or Unknown)) turn.Lead(turn.Book[Phrase.RelativesNoted]);
        turn.Walked(nameof(Stage.Relatives));
        turn.Continue();
        return true;
    }
}
