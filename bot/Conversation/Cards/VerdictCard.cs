using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Cards;

/// <summary>How each preliminary verdict came about: a line a service, and folded behind it the rules with sums, law and the day of the numbers.</summary>
internal static class VerdictCard
{
    public static JsonNode Of(Turn turn, ImmutableArray<Standing> standings) => Parts.Card(
        turn.Book.Language.Code(), turn.Book[Phrase.VerdictCardTitle],
        [
            Parts.Title(turn.Book[Phrase.VerdictCardTitle]),
            .. standings.SelectMany((standing, at) => Section(turn, standing, at, alone: standings.Length == 1)),
            Parts.Quiet(turn.Book[Phrase.VerdictNumbersOf, turn.Book.FarDay(turn.Today)]),
            Parts.Quiet(turn.Book[Phrase.VerdictPreliminary]),
        ]);

    private static IEnumerable<JsonNode> Section(Turn turn, Standing standing, int at, bool alone)
    {
        yield return Parts.Text($"{Parts.Mark(standing.Place switch { Place.Likely => true, Place.Unknown => null, _ => false })} **{standing.Service.Name.In(turn.State.Language)}**");
        if (alone)
        {
            foreach (var finding in standing.Findings) yield return Parts.Text($"{Parts.Mark(finding.Holds)} {Reason(turn.Book, finding)}");
        }
        foreach (var part in Parts.Folded(turn.Book[Phrase.VerdictCardLaw], $"law{at}", Telling(standing, alone).Select(finding => Line(turn.Book, finding, alone)))) yield return part;
    }

    /// <summary>Of several services each shows what carries or hinders it, to stay small; "why" tells all.</summary>
    private static IEnumerable<RuleFinding> Telling(Standing standing, bool alone) => standing.Place switch
    {
        _ when alone => standing.Findings,
        Place.Likely => standing.Findings,
        Place.Unknown => standing.Findings.Where(finding => finding.Holds is null),
        _ => standing.Findings.Where(finding => finding.Holds == false),
    };

    private static JsonObject Line(Phrasebook book, RuleFinding finding, bool alone) =>
        Parts.Quiet($"{(alone ? "" : Parts.Mark(finding.Holds) + " ")}{VerdictWords.Finding(book, finding)}\n\n{Reasons.Cite(book, finding.Law)}{Since(book, finding)}");

    /// <summary>From when the numbers of a line have been in force.</summary>
    private static string Since(Phrasebook book, RuleFinding finding) =>
        finding.Parameters.Where(number => number.From is not null).Select(number => book[Phrase.NumbersSince, book.FarDay(number.From!.Value), SumWords.Mark(book, number.Status)]).Distinct().ToArray() is { Length: > 0 } since
            ? $"\n\n{book.List(since)}"
            : "";

    private static string Reason(Phrasebook book, RuleFinding finding) =>
        book.NameOr(finding.Holds switch { true => "rule-holds", false => "rule-fails", null => "rule-open" }, finding.Rule);
}
