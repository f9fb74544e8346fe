using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Law;

namespace OneVisit.Papers.Forms;

/// <summary>Fills a template with facts.</summary>
internal sealed partial class FormFill
{
    /// <summary>Names that a box of a template may be ticked by.</summary>
    public static readonly ImmutableArray<string> Conditions = 
    [
        "always", "mandate", "never", "act:collect-papers", "act:hand-in", "act:upload", "act:answer-questions", "act:receive-notices", "act:collect-result", "act:apply",
        "notices:me", "notices:both", "notices:agent-first",
    ];

    private readonly FormFacts facts;
    private readonly ScreenSignature? signature;
    private readonly FormWords words;
    private readonly Dictionary<string, Text?> values;

    private FormFill(FormFacts facts, ScreenSignature? signature)
    {
        (this.facts, this.signature, words) = (facts, signature, new FormWords(facts.Reader));
        values = new(StringComparer.Ordinal)
        {
            ["name"] = Same(facts.Name),
            ["idNumber"] = Same(facts.IdNumber),
            ["phone"] = Same(facts.Phone),
            ["case"] = Same(facts.CaseId),
            ["village"] = facts.Village,
            ["township"] = facts.Township,
            ["members"] = Same(facts.Household.Members?.ToString(CultureInfo.InvariantCulture)),
            ["services"] = facts.Services.IsEmpty ? null : Joined(facts.Services),
            ["mandate"] = Same(facts.Mandate?.Number),
            ["actingName"] = Same(facts.Representative?.Name),
            ["actingIdNumber"] = Same(facts.Representative?.IdNumber),
            ["actingPhone"] = Same(facts.Representative?.Phone),
            ["actingRelation"] = facts.Representative?.Relation,
            ["actingUntil"] = facts.Representative?.Until is { } actingUntil ? FormWords.Day(actingUntil) : null,
            ["holder"] = facts.Mandate?.Holder,
            ["until"] = facts.Mandate is null ? null : facts.Mandate.Until is { } until ? FormWords.Day(until) : FormShelf.Word("mandate-until-later"),
        };
    }

    public static Paper Of(FormTemplate template, FormFacts facts, ScreenSignature? signature, string? contentHash)
    {
        var fill = new FormFill(facts, signature);
        return new(fill.Head(template), [.. template.Parts.SelectMany(part => fill.ActingBefore(part, template).Append(fill.Of(part, template, contentHash)))]);
    }

    // Who signs for somebody says so above the signature, as part of what is signed.
    private IEnumerable<Block> ActingBefore(FormTemplate.Part part, FormTemplate template)
    {
        if (part.Signature is not null && template != FormShelf.Entrusting && facts.Representative is { Name: { } acting, Signs: true } representative)
            yield return new Block.Paragraph(words.Of(Filled(FormShelf.Word("acting"), Same(acting)!, representative.As, Same(facts.Name ?? "＿＿＿＿＿＿")!)));
    }

    private PaperHead Head(FormTemplate template) => new(
        words.Of(template.Title), FormShelf.Word("author").Zh, FormShelf.Word(facts.CaseId is null ? "draft" : "case").Zh.Replace("{case}", facts.CaseId, StringComparison.Ordinal),
        FormShelf.Word("page-of").Zh, "zh-CN", facts.PrintedAt)
    {
        Foot = [.. Foot(template).SelectMany(line => facts.Reader == Language.English ? [line.Zh, line.En] : new[] { line.Zh })],
        MissingNote = FormShelf.Word("missing").In(facts.Reader),
    };

    private IEnumerable<Text> Foot(FormTemplate template)
    {
        if (facts.Laws.Distinct().ToArray() is { Length: > 0 } laws)
            yield return Filled(FormShelf.Word("laws"), Joined([.. laws.Select(Named)]));
        yield return Filled(FormShelf.Word("demo"), Same(template.Version)!);
        if (facts.Reader == Language.English)
            yield return FormShelf.Word("binding");
    }

    private Block Of(FormTemplate.Part part, FormTemplate template, string? contentHash) => part switch
    {
        { Heading: { } heading } => new Block.Heading(words.Of(Fill(heading))),
        { Paragraph: { } paragraph } => new Block.Paragraph(words.Of(Fill(paragraph))),
        { Note: { } note } => new Block.Paragraph(words.Of(Fill(note)), Quiet: true),
        { Points: { } points } => new Block.Points([.. points.Select(point => words.Of(Fill(point)))]),
        { Fields: { } fields } => new Block.Fields([.. fields.Select(entry => new Field(words.Of(entry.Label), Value(entry.Value)))]),
        { Checks: { } checks } => new Block.Checks([.. checks.Select(box => new Check(Holds(box.When), words.Of(Fill(box.Words))))]),
        { List: { } list } => FormLists.Of(list, facts, words),
        { Signature: { } label } => new Block.Signature(words.Of(label), words.Of(FormShelf.Word("sign-day")), signature is null ? null : Given(signature, template, contentHash!)),
        { Countersignature: { } label } => new Block.Signature(words.Of(label), words.Of(FormShelf.Word("sign-day"))),
        _ => throw new InvalidOperationException($"A part of {template.Material} says nothing."),
    };

    private bool Holds(string condition) => condition switch
    {
        "always" => true,
        "mandate" => facts.Mandate is not null,
        "never" => false,
        ['a', 'c', 't', ':', .. var act] => facts.Mandate?.Acts.Contains(act) == true,
        ['n', 'o', 't', 'i', 'c', 'e', 's', ':', .. var choice] => facts.Mandate?.Notices == choice,
        _ => throw new InvalidOperationException(condition),
    };

    private Signed Given(ScreenSignature given, FormTemplate template, string contentHash)
    {
        var at = FormWords.Moment(given.At);
        return new(given.Drawn, given.Typed, FormWords.Day(BeijingTime.DayOf(given.At)).Zh,
        [
            words.Of(Filled(FormShelf.Word(given.Drawn is null ? "signed-typed" : "signed-drawn"), at, Same(template.Version)!)),
            words.Of(Filled(FormShelf.Word("signed-content"), Same(contentHash)!)),
        ]);
    }

    // A value of nothing but a fact that is not known is a place to write.
    private Wording Value(Text text) =>
        Placeholder().Match(text.Zh) is { Success: true } only && only.Length == text.Zh.Length && values[only.Groups[1].Value] is null ? Wording.Blank : words.Of(Fill(text));

    private Text Fill(Text text) => new(Fill(text.Zh, Language.Chinese), Fill(text.En, Language.English));

    private string Fill(string text, Language language) => Placeholder().Replace(text, found => values[found.Groups[1].Value]?.In(language) ?? "＿＿＿＿＿＿");

    // Once over the template: what stands in a fact is never filled again.
    private static Text Filled(Text text, params Text[] facts) => new(
        string.Format(CultureInfo.InvariantCulture, text.Zh, [.. facts.Select(fact => fact.Zh)]), string.Format(CultureInfo.InvariantCulture, text.En, [.. facts.Select(fact => fact.En)]));

    internal static Text Named(LawReference law) => law.Status switch
    {
        SourceStatus.Verified => new(law.In(Language.Chinese), law.In(Language.English)),
        _ => Filled(FormShelf.Word("law-" + law.Status.Code()), new Text(law.In(Language.Chinese), law.In(Language.English))),
    };

    private static Text Joined(ImmutableArray<Text> texts) => new(string.Join("、", texts.Select(text => text.Zh)), string.Join(", ", texts.Select(text => text.En)));

    private static Text? Same(string? text) => text is null ? null : new(text, text);

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}
