using OneVisit.Contracts;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Of which of their cases somebody speaks: the only one is looked at, of several one is chosen, open ones first.</summary>
internal static class WhichCase
{
    private const int Most = 10;

    /// <param name="none">What is said where there is none; told the telephone of the help line.</param>
    /// <param name="token">What a choice begins with; the case id follows.</param>
    /// <param name="look">Looks at one.</param>
    public static void Ask(Turn turn, IEnumerable<CaseSummary> cases, Phrase none, Phrase which, string token, Func<string, Effect> look)
    {
        var ordered = cases.OrderBy(each => each.Status != "open").ToArray();
        if (ordered.Length == 0) turn.Say(turn.Book[none, turn.World.HelpPhone], turn.Current().Choices(turn));
        else if (ordered.Length == 1) turn.Do(look(ordered[0].CaseId));
        else turn.Say(turn.Book[which], [.. ordered.Take(Most).Select(each => new Choice($"{each.CaseId} {NameOf(turn, each)}", token + each.CaseId)), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo)]);
    }

    private static string NameOf(Turn turn, CaseSummary summary) =>
        summary.ActedFor is { } person ? turn.Book.Aside(turn.NameOf(summary.Service), turn.Book[Phrase.CaseForPerson, person]) : turn.NameOf(summary.Service);
}
