using System.Collections.Immutable;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;
using static OneVisit.Conversation.Resident.InquiryScene;

namespace OneVisit.Conversation.Resident;

/// <summary>Takes what has become of both parents of a child, in one message or in two.</summary>
internal static class ParentsTold
{
    public static Taken? Read(Turn turn, Inquiry inquiry, string text)
    {
        var told = ParentReader.Read(text, turn.Today);
        if (told.IsEmpty) return null;
        if (told.Any(parent => parent.Fates.Length > 1)) return new Taken.Vague(turn.Book[Phrase.ParentVague], []);
        var before = turn.Told.AnswerTo(inquiry) as Answer.Parents;
        var (father, mother) = (Of(told, "father") ?? before?.Father, Of(told, "mother") ?? before?.Mother);
        return father is null && mother is null ? null : Taken.Understood.One(inquiry, new Answer.Parents(father, mother));
    }

    // Of one parent told without saying which, both are meant: 「都没了」.
    private static ParentState? Of(ImmutableArray<ToldParent> told, string who)
    {
        var parent = told.LastOrDefault(each => each.Who == who) ?? told.LastOrDefault(each => each.Who is "both" or null);
        return parent is not null && ParentFates.Parse(parent.Fates[0]) is { } fate ? new ParentState(fate, parent.Since?.To, parent.SentenceMonths) : null;
    }
}
