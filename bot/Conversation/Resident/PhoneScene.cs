using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>A phone number to reach the applicant at.</summary>
internal sealed class PhoneScene() : Scene(Stage.Phone)
{
    public override void Ask(Turn turn) => turn.Say(turn.Book[Phrase.AskPhone]);

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.PhoneUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (PhoneNumber.Read(new string([.. reply.Plain.Where(c => char.IsAsciiDigit(c) || c is '+' or '-')])) is not { } phone) return false;
        turn.State = turn.State with { Draft = turn.State.Draft with { Phone = phone.Reveal() } };
        turn.Walked(nameof(Stage.Phone));
        turn.Continue();
        return true;
    }
}
