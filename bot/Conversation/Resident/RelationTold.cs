using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>What somebody is to who speaks, from the word for them: 「婆婆」 is somebody without a duty, 「儿子」 a child.</summary>
internal static class RelationTold
{
    /// <summary>Names of relations.</summary>
    public const string Group = "relation";

    /// <summary>How a relation is called; of somebody else's household who that is.</summary>
    public static string Title(Turn turn, string code) =>
        Acting.IsOfAnother(turn) && code == WireWords.Of(Relation.Self) ? turn.Book[Phrase.RelationSelfOf, Acting.PersonOf(turn)] : turn.Book.NameOr(Group, code);

    public static Answer.Word? Read(Turn turn, string text)
    {
        if (ByWord(text) is { } word && !(Acting.IsOfAnother(turn) && word == Word(Relation.Self))) return word;
        var all = Enum.GetValues<Relation>();
        return PickReader.Read(text, [.. all.Select(relation => Title(turn, WireWords.Of(relation)))]) is Picks.Of { Entries: [var entry] } ? new Answer.Word(WireWords.Of(all[entry])) : null;
    }

    /// <summary>Who has been called by a word is not asked about again; <c>null</c>: it has to be asked.</summary>
    public static Answer.Word? Called(Turn turn, Inquiry inquiry) =>
        // A word for somebody says what they are to who speaks, not to the person it is about.
        !Acting.IsOfAnother(turn) && inquiry is { Question: Question.Relation, Person: { } at } && at < turn.State.People.Length && turn.State.People[at] is { Length: > 0 } word ? ByWord(word) : null;

    private static Answer.Word? ByWord(string word) =>
        PeopleWords.Relations.FirstOrDefault(each => each.Pattern.IsMatch(word)).Code switch
        {
            null => null,
            "self" => Word(Relation.Self),
            "spouse" => Word(Relation.Spouse),
            "child" => Word(Relation.Child),
            "parent" or "father" or "mother" => Word(Relation.Parent),
            "grandparent" or "grandchild" or "sibling" => Word(Relation.OtherWithDuty),
            _ => Word(Relation.Other),
        };

    private static Answer.Word Word(Relation relation) => new(WireWords.Of(relation));
}
