using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Resident;

/// <summary>The applicant's ID number. What is wrong with one is explained; a wrong one is not kept.</summary>
internal sealed class IdNumberScene() : Scene(Stage.IdNumber)
{
    public override void Ask(Turn turn) =>
        turn.Say(turn.Book[Phrase.AskIdNumber, Markdown.Escape(PersonName.Read(turn.State.Draft.Name)?.Masked)]);

    public override string Why(Turn turn) => turn.Book[Phrase.IdWhy];

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
        turn.State = turn.State with { Draft = turn.State.Draft with { IdNumber = id.Reveal() } };
        turn.Lead(turn.Book[Phrase.Noted, Markdown.Escape(id.Masked)]);
        turn.Walked(nameof(Stage.IdNumber));
        turn.Continue();
        return true;
    }

    /// <summary>The number that was written, or <c>null</c>: it is none.</summary>
    public static ResidentId? NumberOf(Turn turn, Reply reply) => (Read(turn, NumberIn(reply.Plain)) as IdReading.Valid)?.Id;

    private static IdReading Read(Turn turn, string number) => ResidentId.Read(number, turn.Today);

    /// <summary>From the first digit on, letters and digits only; nothing when there is no digit.</summary>
    private static string NumberIn(string plain)
    {
        var first = plain.AsSpan().IndexOfAnyInRange('0', '9');
        return first < 0 ? "" : new string([.. plain.Skip(first).Where(char.IsAsciiLetterOrDigit)]);
    }
}
