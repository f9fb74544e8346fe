using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Identity;

namespace OneVisit.Conversation.Staff;

/// <summary>A household lost its number: whoever has seen the ID card enters the new one. Who may do so is the back office's to say.</summary>
internal static class DeskPhones
{
    private const string Prefix = "phone:";

    // Behind the number of a case in which somebody acts: whose telephone it is has to be said.
    private const string Represented = ":acting";

    public static Choice Offer(DeskTurn turn, CaseView view) => new(turn.Book[Phrase.ChoiceNewPhone], $"{Prefix}{view.CaseId}{(view.Representation is { InForce: true } ? Represented : "")}");

    public static bool Press(DeskTurn turn, string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var (caseId, represented) = value.EndsWith(Represented, StringComparison.Ordinal) ? (value[Prefix.Length..^Represented.Length], true) : (value[Prefix.Length..], false);
        if (!CaseIds.Looks(caseId)) return false;
        turn.Show(PhoneCard.Of(turn.Book, caseId, represented));
        return true;
    }

    /// <returns><c>false</c>: something else was posted.</returns>
    public static bool Post(DeskTurn turn, IReadOnlyDictionary<string, string> fields)
    {
        if (Outcomes.Field(fields, CardKeys.Act) != PhoneCard.Replace || Outcomes.Field(fields, CardKeys.CaseId) is not { } caseId || !CaseIds.Looks(caseId)) return false;
        if (PhoneNumber.Read(Outcomes.Field(fields, CardKeys.NewPhone)) is not { } phone) turn.Say(turn.Book[Phrase.PhoneUnclear], turn.MyTasks);
        else if (Outcomes.Field(fields, CardKeys.CardSeen) != "yes") turn.Say(turn.Book[Phrase.InputCardSeenError], turn.MyTasks);
        else if (Outcomes.ReasonIn(Outcomes.Field(fields, CardKeys.Reason)) is not { } reason) turn.Say(turn.Book[Phrase.StaffReasonNeeded], turn.MyTasks);
        else turn.Effect = new Effect.ReplacePhone(caseId, new ReplacePhone(phone.Reveal(), CardSeen: true, reason) { Of = Outcomes.Field(fields, CardKeys.PhoneOf) is PhoneCard.OfRepresentative ? PhoneCard.OfRepresentative : null });
        return true;
    }

    public static void Done(DeskTurn turn, string caseId, PhoneNowOnRecord now) => turn.Say(turn.Book[Phrase.PhoneReplaced, caseId, Markdown.Escape(now.PhoneMasked), now.Cases], turn.MyTasks);
}
