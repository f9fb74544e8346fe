using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain;

namespace OneVisit.Papers.Issued;

/// <summary>What a receipt (受理通知书) tells. Names and numbers only of its owner, the ID number masked.</summary>
public sealed record ReceiptFacts
{
    public required string Name { get; init; }

    public required string IdMasked { get; init; }

    public required Text Service { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public required ImmutableArray<ReceivedPaper> Papers { get; init; }

    /// <summary>What follows, in order, each with the last day where one is fixed.</summary>
    public required ImmutableArray<NextStep> Steps { get; init; }

    /// <summary>Working days committed from the day after acceptance.</summary>
    public required int WorkingDays { get; init; }

    public required DateOnly DueOn { get; init; }

    public bool DueIsProvisional { get; init; }

    /// <summary>Who decides.</summary>
    public required Text Decider { get; init; }

    /// <summary>The village's agents carry it, on behalf of the household; <c>null</c>: nobody does.</summary>
    public Text? Agent { get; init; }

    /// <summary>Who acts for the applicant, in full and as what; <c>null</c>: nobody does.</summary>
    public Text? Representative { get; init; }

    public required string Phone { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ReceiptFacts);
}

/// <summary>How a paper of the list stands on the day of acceptance.</summary>
public sealed record ReceivedPaper(Text Name, ReceiptState State, Text? HeldBy = null, DateOnly? LaterBy = null);

/// <summary>How a paper stands.</summary>
public enum ReceiptState
{
    Received,

    /// <summary>The city has it: nobody brings it.</summary>
    Held,

    /// <summary>We fill it in; it is signed.</summary>
    Prefilled,

    /// <summary>It follows by a day that the applicant signed for.</summary>
    Later,

    /// <summary>The applicant's commitment stands for it.</summary>
    Committed,

    /// <summary>It is to be handed in, or fetched by the agent.</summary>
    Needed,
}

/// <param name="By">Last day, inclusive; <c>null</c>: it takes no time of its own.</param>
/// <param name="Days">Calendar days that it hangs; <c>null</c>: it does not hang.</param>
public sealed record NextStep(Text Name, DateOnly? By, int? Days = null);

/// <summary>The receipt (受理通知书): what came in, what follows and by when, whom to call. 行政许可法 §32: stamped and dated.</summary>
public static class Receipt
{
    public static OfficePaper Of(ReceiptFacts facts, OfficeMarks marks)
    {
        var words = new IssuedWords(marks.Reader);
        return OfficePaper.Of(IssuedWords.Text("receipt-title"), marks,
        [
            new Block.Paragraph(words.Of("to", IssuedWords.Same(facts.Name), IssuedWords.Same(facts.IdMasked))),
            new Block.Paragraph(words.Of("receipt-accepted", facts.Service, IssuedWords.Day(facts.AcceptedOn), IssuedWords.Same(marks.CaseId))),
            new Block.Fields(
            [
                new(words.Of("receipt-limit"), words.Of("receipt-limit-days", IssuedWords.Same(facts.WorkingDays))),
                new(words.Of("receipt-due"), words.Of(facts.DueIsProvisional ? IssuedWords.Text("receipt-provisional", IssuedWords.Day(facts.DueOn)) : IssuedWords.Day(facts.DueOn))),
                new(words.Of("receipt-decider"), words.Of(facts.Decider)),
                .. facts.Representative is { } acting ? [new(words.Of("representative"), words.Of(acting))] : Array.Empty<Field>(),
                new(words.Of("receipt-agent"), words.Of(facts.Agent ?? IssuedWords.Text("receipt-agent-none"))),
                new(words.Of("receipt-phone"), facts.Phone),
            ]),
            new Block.Heading(words.Of("receipt-papers")),
            new Block.Table(
                [new("", 0.4f), new(words.Of("receipt-paper"), 3), new(words.Of("receipt-state"), 4)],
                [.. facts.Papers.Select((paper, index) => ImmutableArray.Create<Wording>(
                    (index + 1).ToString(CultureInfo.InvariantCulture), words.Of(paper.Name), words.Of(State(paper, facts))))]),
            new Block.Paragraph(words.Of("receipt-promise")),
            new Block.Heading(words.Of("receipt-next")),
            new Block.Points([.. facts.Steps.Select(step => words.Of(Step(step)))]),
            new Block.Paragraph(words.Of("receipt-silence"), Quiet: true),
        ]);
    }

    private static Text State(ReceivedPaper paper, ReceiptFacts facts) => paper.State switch
    {
        ReceiptState.Received => IssuedWords.Text("paper-received"),
        ReceiptState.Held => IssuedWords.Text("paper-held", paper.HeldBy ?? IssuedWords.Text("paper-held-city")),
        ReceiptState.Prefilled => IssuedWords.Text("paper-prefilled"),
        ReceiptState.Later => IssuedWords.Text("paper-later", IssuedWords.Day(paper.LaterBy!.Value)),
        ReceiptState.Committed => IssuedWords.Text("paper-committed"),
        _ => IssuedWords.Text(facts.Agent is null ? "paper-needed" : "paper-fetched"),
    };

    private static Text Step(NextStep step) => step switch
    {
        { Days: { } days, By: { } by } => IssuedWords.Text("step-notice", step.Name, IssuedWords.Same(days), IssuedWords.Day(by)),
        { Days: { } days } => IssuedWords.Text("step-notice-only", step.Name, IssuedWords.Same(days)),
        { By: { } by } => IssuedWords.Text("step-by", step.Name, IssuedWords.Day(by)),
        _ => step.Name,
    };
}
