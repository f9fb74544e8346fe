using System.Collections.Immutable;

namespace OneVisit.Domain.Cases;

/// <summary>A paper that the office issued in a case.</summary>
public sealed record IssuedPaper(PaperIssued Issued, Actor By, DateTimeOffset At)
{
    /// <summary>Number of the paper that took its place; <c>null</c>: none did.</summary>
    public string? ReplacedBy { get; init; }

    public PaperWithdrawal? Withdrawn { get; init; }

    public string Kind => Issued.Kind;

    public string Number => Issued.Number;

    public PaperState State => Withdrawn is not null ? PaperState.Withdrawn : ReplacedBy is not null ? PaperState.Replaced : PaperState.Valid;
}

/// <summary>That a paper does not count any more, and why.</summary>
public sealed record PaperWithdrawal(string Reason, Actor By, DateTimeOffset At);

/// <summary>Whether a paper counts.</summary>
public enum PaperState { Valid, Replaced, Withdrawn }

/// <summary>States as they travel.</summary>
public static class PaperStates
{
    public static string Code(this PaperState state) => state switch { PaperState.Replaced => "replaced", PaperState.Withdrawn => "withdrawn", _ => "valid" };
}

/// <summary>The papers that the office issued.</summary>
public sealed partial record Case
{
    /// <summary>In the order they were issued, those that do not count any more too.</summary>
    public ImmutableArray<IssuedPaper> Issued { get; private init; } = [];

    /// <summary>The latest of a kind, whether or not it still counts; <c>null</c>: none was issued.</summary>
    public IssuedPaper? LatestPaper(string kind) => Issued.LastOrDefault(paper => paper.Kind == kind);

    public IssuedPaper? Paper(string kind, string number) => Issued.FirstOrDefault(paper => paper.Kind == kind && paper.Number == number);

    private Case WithPaper(PaperIssued issued, Actor by, DateTimeOffset at) => this with
    {
        Issued = [.. Issued.Select(paper => paper.Kind == issued.Kind && paper.Number == issued.Replaces ? paper with { ReplacedBy = issued.Number } : paper), new(issued, by, at)],
    };

    private Case Changing(PaperWithdrawn withdrawn, Actor by, DateTimeOffset at) => this with
    {
        Issued = [.. Issued.Select(paper => (paper.Kind, paper.Number) == (withdrawn.Kind, withdrawn.Number) ? paper with { Withdrawn = new(withdrawn.Reason, by, at) } : paper)],
    };
}
