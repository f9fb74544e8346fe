using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Conversation.Resident;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Cards;

/// <summary>The reasons of a preliminary verdict, one a line; law and sums folded away.</summary>
internal static class VerdictCard
{
    public static JsonNode Of(Phrasebook book, ImmutableArray<RuleFinding> findings) => Parts.Card(
        book.Language.Code(), book[Phrase.VerdictCardTitle],
        [
            Parts.Title(book[Phrase.VerdictCardTitle]),
            .. findings.Select(finding => Parts.Text($"{Parts.Mark(finding.Holds)} {Reason(book, finding)}")),
            .. Parts.Folded(book[Phrase.VerdictCardLaw], "law", findings.Select(finding => Parts.Quiet($"{VerdictWords.Finding(book, finding)}\n\n{Reasons.Cite(book, finding.Law)}"))),
            Parts.Quiet(book[Phrase.VerdictPreliminary]),
        ]);

    private static string Reason(Phrasebook book, RuleFinding finding) =>
        book.NameOr(finding.Holds switch { true => "rule-holds", false => "rule-fails", null => "rule-open" }, finding.Rule);
}
