using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>The applicant's ID number, or of who acts for them. What is wrong with one is explained; a wrong one is not kept.</summary>
internal sealed class IdNumberScene(Stage stage) : Scene(stage)
{
    private bool IsOwn => Stage == Stage.OwnIdNumber;

    public override void Ask(Turn turn) =>
        turn.Say(IsOwn ? turn.Book[Phrase.AskOwnIdNumber] : turn.Book[Phrase.AskIdNumber, Markdown.Escape(PersonName.Read(turn.State.Draft.Name)?.Masked)]);

    public override string Why(Turn turn) => IsOwn ? turn.Book[Phrase.OwnIdWhy] : Acting.IsForAnother(turn) ? turn.Book[Phrase.IdOfWhy, Acting.PersonOf(turn)] : turn.Book[Phrase.IdWhy];

    public override string Unclear(Turn turn, Reply reply)
    {
        var number = NumberIn(reply.Plain);
        return number.Length == 0 ? turn.Book[Phrase.IdUnclear, turn.World.HelpPhone] : Read(turn, number) switch
        {
            IdReading.Invalid { Problem: IdProblem.WrongLength } => turn.Book[Phrase.IdWrongLength, number.Length],
            IdReading.Invalid { Problem: IdProblem.WrongCharacter } => turn.Book[Phrase.IdWrongCharacter],
            IdReading.Invalid { Problem: IdProblem.ImpossibleDate } => turn.Book[Phrase.IdImpossibleDate],
            IdReading.Invalid { Problem: IdProblem.FutureBirth } => turn.Book[Phrase.IdFutureBirth],
            IdReading.Invalid { Problem: IdProblem.WrongCheckDigit } => turn.Book[Phrase.IdWrongCheckDigit],
            _ => turn.Book[Phrase.IdUnclear, turn.World.HelpPhone],
        };
    }

    public override bool Hear(Turn turn, Reply reply)
    {
        if (NumberOf(turn, reply) is not { } id) return false;
        if (Refused(turn, id) is { } why)
        {
            turn.Say(why, IsTaken(turn, id) ? Others(turn) : []);
            return true;
        }
        var draft = turn.State.Draft;
        turn.State = turn.State with { Draft = IsOwn ? draft with { Acting = draft.Acting! with { IdNumber = id.Reveal() } } : draft with { IdNumber = id.Reveal() } };
        turn.Lead(turn.Book[Phrase.Noted, Markdown.Escape(id.Masked)]);
        if (!IsOwn) CheckAge(turn, id);
        turn.Walked(Stage.ToString());
        turn.Continue();
        return true;
    }

    /// <summary>The number that was written, or <c>null</c>: it is none.</summary>
    public static ResidentId? NumberOf(Turn turn, Reply reply) => (Read(turn, NumberIn(reply.Plain)) as IdReading.Valid)?.Id;

    // Nobody acts for oneself, and no child for somebody else (民法典 第十八条).
    private string? Refused(Turn turn, ResidentId id)
    {
        if (Acting.For(turn) is not { } acting) return null;
        if (IsTaken(turn, id)) return turn.Book[IsOwn ? Phrase.OwnIdSame : Phrase.IdOfSame, Acting.PersonOf(turn)];
        if (Acting.IsMinor(turn, id.Reveal()) != true) return null;
        if (IsOwn) return turn.Book[Phrase.OwnIdUnderAge, turn.World.HelpPhone];
        return ActedFor.IsGrown(acting.Person ?? "") ? turn.Book[Phrase.IdOfGrown, Acting.PersonOf(turn)] : null;
    }

    // It stands for the other of the two already.
    private bool IsTaken(Turn turn, ResidentId id) => id.Reveal() == (IsOwn ? turn.State.Draft.IdNumber : Acting.For(turn)?.IdNumber);

    // Perhaps the other was written wrong, as by who first thought that it was for themselves.
    private ImmutableArray<Choice> Others(Turn turn) =>
    [
        .. (IsOwn ? new[] { Stage.IdNumber, Stage.Name } : [Stage.OwnIdNumber, Stage.OwnName]).Select(other => new Choice(turn.Book[Phrase.ChoiceChangeOf, turn.Book.NameOr("fact", other.ToString())], Tokens.ChangeOf + other)),
    ];

    // Parents act for a child; an adult says for themselves who acts. The number knows which it is.
    private static void CheckAge(Turn turn, ResidentId id)
    {
        if (Acting.For(turn) is not { Basis: { } basis } acting) return;
        var minor = Acting.IsMinor(turn, id.Reveal()) == true;
        if (basis == RepresentationBases.Guardian)
        {
            Acting.Ground(turn, basis, minor);
            return;
        }
        if (minor == (basis == RepresentationBases.Parent)) return;
        turn.Lead(turn.Book[minor ? Phrase.IdUnderAge : Phrase.IdOfAge, Acting.PersonOf(turn)]);
        Acting.Ground(turn, null, minor && acting.Person != ActedFor.Child);
    }

    private static IdReading Read(Turn turn, string number) => ResidentId.Read(number, turn.Today);

    /// <summary>From the first digit on, letters and digits only; nothing when there is no digit.</summary>
    private static string NumberIn(string plain)
    {
        var first = plain.AsSpan().IndexOfAnyInRange('0', '9');
        return first < 0 ? "" : new string([.. plain.Skip(first).Where(char.IsAsciiLetterOrDigit)]);
    }
}
