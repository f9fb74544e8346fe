using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>What keeps somebody out of the household, in words: 「坐牢」, 「没有」. Since when clergy have lived apart is left to the township.</summary>
internal static class AwayTold
{
    /// <summary>Names of absences.</summary>
    public const string Group = "away";

    public static Answer.Absence? Read(Turn turn, string text)
    {
        var told = PeopleWords.Fates.Where(fate => fate.Pattern.IsMatch(text)).SelectMany(fate => fate.Codes).Select(OfFate).OfType<Absence>().Distinct().ToArray();
        // 「没坐牢」 and 「没回家，在坐牢」: with a no beside it, it is asked again.
        if (told.Length > 0) return told is [var only] && AnswerReader.YesNo(text) != false ? new Answer.Absence(only) : null;
        var all = Enum.GetValues<Absence>();
        return PickReader.Read(text, [.. all.Select(absence => turn.Book.NameOr(Group, WireWords.Of(absence)))]) switch
        {
            Picks.Of { Entries: [var entry] } => new Answer.Absence(all[entry]),
            Picks.None => new Answer.Absence(Absence.None),
            _ => AnswerReader.YesNo(text) == false ? new Answer.Absence(Absence.None) : null,
        };
    }

    private static Absence? OfFate(string fate) => fate switch
    {
        "in-prison" => Absence.InPrison,
        "in-rehabilitation" => Absence.ForcedRehabilitation,
        "declared-missing" => Absence.DeclaredMissing,
        _ => null,
    };
}
