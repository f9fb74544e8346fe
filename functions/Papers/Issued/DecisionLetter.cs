using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Issued;

/// <summary>What a decision letter (决定书) tells. The name is its owner's own; the ID number is masked.</summary>
public sealed record DecisionFacts
{
    public required string Name { get; init; }

    public required string IdMasked { get; init; }

    /// <summary>Who acts for the applicant, in full and as what; <c>null</c>: nobody does.</summary>
    public Text? Representative { get; init; }

    /// <summary>Township and village.</summary>
    public required Text Address { get; init; }

    public required Text Service { get; init; }

    public required Grants Grants { get; init; }

    public required CaseOutcome Outcome { get; init; }

    public required DateOnly AppliedOn { get; init; }

    /// <summary>What was found, a sentence each.</summary>
    public required ImmutableArray<Text> Found { get; init; }

    /// <summary>Where the amount comes from, a line each; empty where nothing is computed.</summary>
    public ImmutableArray<Text> Arithmetic { get; init; } = [];

    /// <summary>The law it rests on.</summary>
    public required ImmutableArray<LawReference> Basis { get; init; }

    /// <summary>By what authority it was taken.</summary>
    public required Text Authority { get; init; }

    /// <summary>Last day by which it must be in the applicant's hands.</summary>
    public required DateOnly DeliverBy { get; init; }

    public required string Phone { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(DecisionFacts);
}

/// <summary>The decision letter: facts, decision, arithmetic, law, authority and remedies (决定书、不予确认决定书、不予受理决定书).</summary>
public static class DecisionLetter
{
    public static OfficePaper Of(DecisionFacts facts, OfficeMarks marks)
    {
        var words = new IssuedWords(marks.Reader);
        return OfficePaper.Of(TitleOf(facts), marks,
        [
            new Block.Fields(
            [
                new(words.Of("applicant"), facts.Name),
                new(words.Of("id-number"), facts.IdMasked),
                .. facts.Representative is { } acting ? [new(words.Of("representative"), words.Of(acting))] : Array.Empty<Field>(),
                new(words.Of("address"), words.Of(facts.Address)),
                new(words.Of("applied-for"), words.Of(facts.Outcome is CaseOutcome.NotAccepted ? "submitted-on" : "applied-on", facts.Service, IssuedWords.Day(facts.AppliedOn))),
            ]),
            new Block.Heading(words.Of("found-heading")),
            new Block.Points([.. facts.Found.Select(words.Of)]),
            new Block.Heading(words.Of("decision-heading")),
            new Block.Paragraph(words.Of(Decision(facts))),
            .. Sum(facts, words),
            new Block.Heading(words.Of("basis-heading")),
            new Block.Paragraph(words.Of("basis", IssuedWords.Joined(facts.Basis.Distinct().Select(FormFill.Named)))),
            new Block.Paragraph(words.Of(facts.Authority)),
            new Block.Heading(words.Of("rights-heading")),
            new Block.Paragraph(words.Of("rights")),
            new Block.Paragraph(words.Of(facts.Outcome is CaseOutcome.Refused or CaseOutcome.NotAccepted ? "rights-again" : "rights-report")),
            new Block.Paragraph(words.Of("delivery", IssuedWords.Day(facts.DeliverBy), IssuedWords.Same(facts.Phone)), Quiet: true),
        ]);
    }

    /// <summary>The title of the letter, for lists and links too.</summary>
    public static Text TitleOf(DecisionFacts facts) => TitleOf(facts.Service, facts.Grants, facts.Outcome);

    public static Text TitleOf(Text service, Grants grants, CaseOutcome outcome) => IssuedWords.Text((outcome, grants) switch
    {
        (CaseOutcome.NotAccepted, _) => "title-not-accepted",
        (CaseOutcome.Refused, Grants.Recomputed) => "title-not-changed",
        (CaseOutcome.Refused, _) => "title-refused",
        (CaseOutcome.Approved { Monthly.Yuan: 0 }, _) => "title-stopped",
        (_, Grants.Recomputed) => "title-changed",
        (_, Grants.Once) => "title-once",
        (_, Grants.Nothing) => "title-standing",
        _ => "title-monthly",
    }, service);

    private static Text Decision(DecisionFacts facts) => facts.Outcome switch
    {
        CaseOutcome.NotAccepted turnedAway => IssuedWords.Text("decided-not-accepted", facts.Service, IssuedWords.Same(turnedAway.Reason)),
        CaseOutcome.Refused refused => IssuedWords.Text("decided-refused", facts.Service, IssuedWords.Same(refused.Reason)),
        CaseOutcome.Approved { Monthly: { Yuan: 0 }, PaidFrom: { } from } => IssuedWords.Text("decided-stopped", IssuedWords.Month(from)),
        CaseOutcome.Approved { Monthly: { } monthly, PaidFrom: { } from } => IssuedWords.Text(
            facts.Grants == Grants.Recomputed ? "decided-changed" : "decided-monthly", facts.Service, FormWords.Yuan(monthly), Capital(monthly), IssuedWords.Month(from)),
        CaseOutcome.Approved { Once: { } once } => IssuedWords.Text("decided-once", facts.Service, FormWords.Yuan(once), Capital(once)),
        _ => IssuedWords.Text("decided-standing", facts.Service),
    };

    private static IEnumerable<Block> Sum(DecisionFacts facts, IssuedWords words)
    {
        if (facts.Outcome is not CaseOutcome.Approved approved || (approved.Monthly ?? approved.Once) is null)
            yield break;
        yield return new Block.Paragraph(words.Of(facts.Arithmetic.IsEmpty ? "sum-judged" : "sum-heading"));
        if (!facts.Arithmetic.IsEmpty)
            yield return new Block.Points([.. facts.Arithmetic.Select(words.Of)]);
    }

    // The sum in capital figures has no English of its own.
    private static Text Capital(Money money) => new(ChineseFigures.Sum(money), FormWords.Yuan(money).En);
}
