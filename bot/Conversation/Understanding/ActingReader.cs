using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OneVisit.Conversation.Understanding.People;

namespace OneVisit.Conversation.Understanding;

/// <summary>For whom somebody applies, as told.</summary>
/// <param name="Person">What the person is to who speaks, for example <c>mother</c>; <c>null</c>: for somebody else, and not told for whom.</param>
/// <param name="Word">How they were called.</param>
internal sealed record ToldActing(bool Another, string? Person = null, string? Word = null);

/// <summary>Reads 「我替我妈办」「给我爸申请低保」. Only what is plain: 「我和我妈」 is not for her, and 「给我妈看病」 no application.</summary>
internal static class ActingReader
{
    private static readonly PatternFile File = PatternFile.Open("acting");
    private static readonly ImmutableArray<Regex> For = File.Row("for");
    private static readonly Regex Oneself = File.One("self");
    private static readonly Regex OnlyOneself = File.One("onlySelf");
    private static readonly Regex Several = File.One("several");
    private static readonly Regex Somebody = File.One("somebody");
    private static readonly Regex Neighbour = File.One("neighbour");
    private static readonly Regex Else = File.One("else");
    private static readonly Regex Sentence = File.One("sentence");
    private static readonly Regex Behind = File.One("behind");
    private static readonly Regex And = File.One("and");

    private static readonly Regex BothParents = File.One("parents");

    private const int LongestAnswer = 40;

    /// <summary>Father and mother are named, or both in one word.</summary>
    public static bool NamesParents(string text) => BothParents.IsMatch(text);

    /// <summary>Told in passing.</summary>
    /// <param name="text">Comparable.</param>
    /// <returns><c>null</c>: not told plainly.</returns>
    public static ToldActing? Read(string text)
    {
        foreach (var pattern in For)
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (Called(match.Groups["who"].Value) is { } told) return told;
            }
        }
        return Oneself.IsMatch(text) ? new ToldActing(false) : null;
    }

    /// <summary>The same in answer to the question for whom: 「我妈」 will do, a sentence about her will not.</summary>
    public static ToldActing? Answer(string text)
    {
        if (Read(text) is { } told) return told;
        if (OnlyOneself.IsMatch(text)) return new ToldActing(false);
        if (PersonIn(text) is { } person) return person;
        return Else.IsMatch(text) ? new ToldActing(true) : null;
    }

    /// <summary>The person named, in an answer of no more than that. Of two it is not known which.</summary>
    public static ToldActing? PersonIn(string text)
    {
        var answer = Behind.Replace(text.Trim(), "");
        if (answer.Length > LongestAnswer || Sentence.IsMatch(answer)) return null;
        if (Neighbour.IsMatch(answer)) return new ToldActing(true, ActedFor.Neighbour);
        if (!And.IsMatch(answer)) return ByWord(answer);
        return PeopleWords.Relations.Any(each => each.Code != "self" && each.Pattern.IsMatch(answer)) ? new ToldActing(true) : null;
    }

    /// <summary>Somebody of the household, as the story told of them.</summary>
    public static ToldActing Of(string relation, string word) => Neighbour.IsMatch(word) ? new ToldActing(true, ActedFor.Neighbour, word) : ActedFor.OfRelation(relation) is { } person ? new ToldActing(true, person, word) : new ToldActing(true);

    // The word for the person ends it: of 「孩子看病花光了钱想」 nothing is known.
    private static ToldActing? Called(string who)
    {
        if (Several.IsMatch(who)) return null;
        if (Neighbour.IsMatch(who)) return new ToldActing(true, ActedFor.Neighbour);
        return ByWord(who) ?? (Somebody.IsMatch(who) ? new ToldActing(true) : null);
    }

    private static ToldActing? ByWord(string who)
    {
        foreach (var (code, pattern) in PeopleWords.Relations)
        {
            if (code == "self") continue;
            foreach (Match match in pattern.Matches(who))
            {
                if (match.Index + match.Length == who.Length) return Of(code, match.Value);
            }
        }
        return null;
    }
}
