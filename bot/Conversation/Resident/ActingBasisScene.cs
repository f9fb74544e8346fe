using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>On what somebody acts for another: as a parent, as the guardian, or because they were asked to (民法典 第二十三条、第二十七条、第二十八条、第一百六十五条).</summary>
internal sealed class ActingBasisScene() : Scene(Stage.ActingBasis)
{
    private const string Ward = "ward";
    private const int LongestAnswer = 40;

    public override ImmutableArray<Choice> Choices(Turn turn)
    {
        if (Acting.For(turn) is not { } acting) return [];
        var minor = Acting.IsMinor(turn, turn.State.Draft.IdNumber);
        var grown = ActedFor.IsGrown(acting.Person ?? "");
        return
        [
            .. Some(minor != true, grown ? Phrase.ChoiceEntrusted : Phrase.ChoiceGrownEntrusted, RepresentationBases.Entrusted),
            .. Some(minor != false && !grown && acting.Person == ActedFor.Child, Phrase.ChoiceMinorParent, RepresentationBases.Parent),
            .. Some(minor != false && !grown && acting.Person != ActedFor.Child, Phrase.ChoiceMinorGuardian, Ward),
            .. Some(minor != true, grown ? Phrase.ChoiceGuardian : Phrase.ChoiceGrownGuardian, RepresentationBases.Guardian),
            .. Some(minor == true && acting.Person == ActedFor.Child, Phrase.ChoiceMinorGuardian, Ward),
        ];

        IEnumerable<Choice> Some(bool when, Phrase title, string token) => when && Acting.EvidenceOf(turn, token == Ward ? RepresentationBases.Guardian : token) is not null ? [Choice(turn, title, token)] : [];
    }

    public override void Ask(Turn turn) =>
        turn.Say(turn.Book[ActedFor.IsGrown(Acting.For(turn)?.Person ?? "") ? Phrase.AskActingBasisGrown : Phrase.AskActingBasis, Acting.PersonOf(turn)], Choices(turn));

    public override string Why(Turn turn) => turn.Book[Phrase.ActingBasisWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.ActingBasisUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        var token = reply.Token ?? Written(turn, reply);
        if (token is null || !Choices(turn).Any(choice => choice.Value == Prefix(turn) + token)) return false;
        Acting.Ground(turn, token == Ward ? RepresentationBases.Guardian : token, token is Ward or RepresentationBases.Parent);
        turn.Walked(nameof(Stage.ActingBasis));
        // Of a letter the last day comes first, as it stands in it.
        if (Acting.Open(turn) != Stage.ActingUntil) turn.Lead(Evidence(turn));
        turn.Continue();
        return true;
    }

    /// <summary>What shows it, and that it is on the list.</summary>
    public static string Evidence(Turn turn) =>
        turn.Book.Name("acting-evidence", Acting.For(turn)?.Basis ?? "", Acting.PersonOf(turn)) ?? "";

    // That somebody cannot decide makes nobody their guardian: that has to be said.
    private string? Written(Turn turn, Reply reply)
    {
        var text = reply.Readable;
        if (text.Length > LongestAnswer) return null;
        if (text.Says("underAge")) return Acting.For(turn)?.Person == ActedFor.Child ? RepresentationBases.Parent : Ward;
        if (text.Says("guardian")) return Acting.IsMinor(turn, turn.State.Draft.IdNumber) == true ? Ward : RepresentationBases.Guardian;
        if (text.Says("entrusted")) return RepresentationBases.Entrusted;
        // 「我不是监护人」 names the button and means the opposite.
        if (text.Says("groundWords")) return null;
        var choices = Choices(turn);
        if (PickReader.Read(text, [.. choices.Select(choice => choice.Title)]) is Picks.Of { Entries: [var entry] }) return choices[entry].Value[Prefix(turn).Length..];
        return ActedFor.IsGrown(Acting.For(turn)?.Person ?? "") && text.Length <= 12 && AnswerReader.YesNo(text) == true ? RepresentationBases.Entrusted : null;
    }
}
