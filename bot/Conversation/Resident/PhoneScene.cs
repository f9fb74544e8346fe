using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>A phone number to reach the applicant at, or who acts for them. Of a person for whom somebody acts it may be left out.</summary>
internal sealed class PhoneScene(Stage stage) : Scene(stage)
{
    private const string None = "none";

    public override ImmutableArray<Choice> Choices(Turn turn) => IsOfPerson(turn) ? [Choice(turn, Phrase.ChoiceNoPhone, None)] : [];

    public override void Ask(Turn turn) => turn.Say(IsOfPerson(turn) ? turn.Book[Phrase.AskPhoneOf, Acting.PersonOf(turn)] : turn.Book[Phrase.AskPhone], Choices(turn));

    public override string Why(Turn turn) => IsOfPerson(turn) ? turn.Book[Phrase.PhoneOfWhy] : base.Why(turn);

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.PhoneUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (IsOfPerson(turn) && (reply.Token == None || (reply.Token is null && !reply.Plain.Any(char.IsAsciiDigit) && AnswerReader.YesNo(reply.Readable) == false))) return Take(turn, "");
        if (PhoneIn(reply) is not { } phone) return false;
        // A code to it would prove nothing of the other.
        if (IsOfPerson(turn) && phone.Reveal() == Acting.For(turn)!.Phone)
        {
            turn.Lead(turn.Book[Phrase.PhoneOfSame]);
            return Take(turn, "");
        }
        return Take(turn, phone.Reveal());
    }

    /// <summary>A telephone number, whatever words stand round it.</summary>
    public static PhoneNumber? PhoneIn(Reply reply) => PhoneNumber.Read(new string([.. reply.Plain.Where(c => char.IsAsciiDigit(c) || c is '+' or '-')]));

    private bool IsOfPerson(Turn turn) => Stage == Stage.Phone && Acting.IsForAnother(turn);

    private bool Take(Turn turn, string phone)
    {
        var draft = turn.State.Draft;
        // Told anew, one's own may now be the other's.
        var others = Stage == Stage.OwnPhone && draft.Phone == phone ? "" : draft.Phone;
        turn.State = turn.State with { Draft = Stage == Stage.OwnPhone ? draft with { Phone = others, Acting = draft.Acting! with { Phone = phone } } : draft with { Phone = phone } };
        turn.Walked(Stage.ToString());
        turn.Continue();
        return true;
    }
}
