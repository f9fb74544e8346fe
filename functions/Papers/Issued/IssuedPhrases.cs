using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Issued;

/// <summary>Sentences that letters are made of, in both languages.</summary>
public static class IssuedPhrases
{
    /// <param name="point"><c>null</c>: the bureau decided itself.</param>
    /// <param name="byTwo">Two people signed it.</param>
    public static Text Authority(Text? point, Text bureau, string seal, bool byTwo)
    {
        var words = point is null ? IssuedWords.Text("authority-bureau", bureau, IssuedWords.Same(seal)) : IssuedWords.Text("authority-point", point, bureau, IssuedWords.Same(seal));
        return byTwo ? IssuedWords.Text("authority-two", words) : words;
    }

    /// <summary>Somebody, and as what they act.</summary>
    public static Text Acting(string name, Text acting) => IssuedWords.Text("representative-as", IssuedWords.Same(name), acting);

    public static Text Together(IEnumerable<Text> names) => IssuedWords.Joined(names);

    public static Text Papers(DateOnly day) => IssuedWords.Text("found-papers", FormWords.Day(day));

    public static Text Submitted(DateOnly day) => IssuedWords.Text("found-submitted", FormWords.Day(day));

    public static Text Survey(DateOnly day, IEnumerable<string> investigators, int? members, Money? income)
    {
        var visit = IssuedWords.Text("found-survey", FormWords.Day(day), IssuedWords.Joined(investigators.Select(IssuedWords.Same)));
        return (members, income) switch
        {
            ({ } people, { } money) => IssuedWords.Text("found-members", visit, IssuedWords.Same(people), FormWords.Yuan(money)),
            ({ } people, null) => IssuedWords.Text("found-people", visit, IssuedWords.Same(people)),
            (null, { } money) => IssuedWords.Text("found-income", visit, FormWords.Yuan(money)),
            _ => visit,
        };
    }

    public static Text Verified(DateOnly day, Verification result) => IssuedWords.Text(
        result switch { Verification.Consistent => "found-consistent", Verification.Contradicted => "found-contradicted", _ => "found-unknown" }, FormWords.Day(day));

    public static Text Notice(DateOnly from, DateOnly until) => IssuedWords.Text("found-notice", FormWords.Day(from), FormWords.Day(until));

    public static Text Reviewed(DateOnly day) => IssuedWords.Text("found-reviewed", FormWords.Day(day));
}

/// <summary>Numbers of papers: word of the bureau and kind, year, and the case's own number, so that the same paper always has the same.</summary>
public static class IssuedNumbers
{
    /// <param name="kind">See <see cref="PaperKinds"/>; the words are <c>number-{kind}</c>.</param>
    /// <param name="caseId">For example <c>XT261124-H8K2QD</c>.</param>
    /// <param name="round">From 2, when there is more than one of the kind in a case.</param>
    public static string Of(string kind, int year, string caseId, int round = 1) => string.Format(
        CultureInfo.InvariantCulture, IssuedWords.Text("number-" + kind).Zh, year, caseId[4..] + (round > 1 ? $"-{round}" : ""));
}
