using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Issued;

/// <summary>What a notice certificate (公示证明) tells: what hung, where, from when until when, and what came of objections. The name as it hung: masked.</summary>
public sealed record CertificateFacts
{
    /// <summary>The number that stood on the notice.</summary>
    public required string NoticeNumber { get; init; }

    public required NoticeSheet Sheet { get; init; }

    public required Text Service { get; init; }

    /// <summary>Township and village.</summary>
    public required Text Place { get; init; }

    /// <summary>When it came down.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Objections made while it hung, with what each turned out to be.</summary>
    public required ImmutableArray<CertifiedObjection> Objections { get; init; }
}

/// <param name="Number">Of the objection.</param>
public sealed record CertifiedObjection(string Number, DateOnly RaisedOn, Text Finding, DateOnly AnsweredOn);

/// <summary>The proof that a public notice hung its full time. 社会救助暂行办法 §11.</summary>
public static class NoticeCertificate
{
    public static OfficePaper Of(CertificateFacts facts, OfficeMarks marks)
    {
        var (words, sheet) = (new IssuedWords(marks.Reader), facts.Sheet);
        return OfficePaper.Of(IssuedWords.Text("certificate-title"), marks,
        [
            new Block.Paragraph(words.Of(
                "certificate-said", facts.Place, facts.Service, FormWords.Day(sheet.From), FormWords.Day(sheet.Until), IssuedWords.Same(sheet.Until.DayNumber - sheet.From.DayNumber))),
            new Block.Fields(
            [
                new(words.Of("certificate-number"), facts.NoticeNumber),
                new(words.Of("certificate-name"), sheet.Name.ToString()),
                new(words.Of("certificate-members"), words.Of(sheet.Members is { } members ? IssuedWords.Text("certificate-people", IssuedWords.Same(members)) : IssuedWords.Text("certificate-unknown"))),
                new(words.Of("certificate-amount"), words.Of(Amount(sheet))),
                new(words.Of("certificate-ended"), words.Of(FormWords.Day(facts.EndedOn))),
                new(words.Of("certificate-objections"), words.Of(facts.Objections.IsEmpty ? IssuedWords.Text("certificate-none") : IssuedWords.Text("certificate-count", IssuedWords.Same(facts.Objections.Length)))),
            ]),
            .. Objections(facts, words),
        ]);
    }

    private static IEnumerable<Block> Objections(CertificateFacts facts, IssuedWords words)
    {
        if (facts.Objections.IsEmpty)
            yield break;
        yield return new Block.Heading(words.Of("certificate-results"));
        yield return new Block.Table(
            [new("", 0.5f), new(words.Of("certificate-objection"), 4), new(words.Of("certificate-raised"), 3), new(words.Of("certificate-finding"), 2), new(words.Of("certificate-answered"), 3)],
            [
                .. facts.Objections.Select((objection, index) => ImmutableArray.Create<Wording>(
                    (index + 1).ToString(CultureInfo.InvariantCulture), objection.Number, words.Of(FormWords.Day(objection.RaisedOn)), words.Of(objection.Finding), words.Of(FormWords.Day(objection.AnsweredOn)))),
            ]);
    }

    private static Text Amount(NoticeSheet sheet) => sheet switch
    {
        { LeavesAmountOut: true } => IssuedWords.Text("certificate-amount-left-out"),
        { Amount: null } => IssuedWords.Text("certificate-no-amount"),
        { Amount.Yuan: 0 } => IssuedWords.Text("certificate-stops"),
        { Grants: Grants.Once } => IssuedWords.Text("certificate-once", FormWords.Yuan(sheet.Amount.Value)),
        _ => IssuedWords.Text("certificate-monthly", FormWords.Yuan(sheet.Amount.Value)),
    };
}
