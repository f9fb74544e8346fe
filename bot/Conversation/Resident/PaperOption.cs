using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>A way out for a paper that cannot be brought at once: it follows later (容缺), or a signed commitment replaces it (告知承诺).</summary>
internal sealed record PaperOption(MaterialLine Line, bool IsLater)
{
    /// <summary>As it travels in a pressed choice.</summary>
    public string Token => $"{(IsLater ? "later" : "commitment")}-{Line.Code}";

    /// <summary>Every way out that the combined list allows, in its order.</summary>
    public static ImmutableArray<PaperOption> Of(Turn turn) =>
    [
        .. turn.Materials.Lines.SelectMany(line => new[]
        {
            line.LaterWorkingDays is null ? null : new PaperOption(line, true),
            // A commitment is the person's own word: who was entrusted gives none.
            line.CommitmentInLieu && !Acting.IsEntrusted(turn) ? new PaperOption(line, false) : null,
        }).OfType<PaperOption>(),
    ];

    /// <summary>Those that the resident chose, as far as the list still allows them.</summary>
    public static ImmutableArray<PaperOption> Chosen(Turn turn) =>
        turn.State.Papers is { } chosen ? [.. Of(turn).Where(option => (option.IsLater ? chosen.Later : chosen.ByCommitment)?.Contains(option.Line.Code) == true)] : [];

    /// <summary>As it is submitted; <c>null</c>: everything is brought.</summary>
    public static MaterialChoices? Choices(IReadOnlyCollection<PaperOption> chosen) => chosen.Count == 0
        ? null
        : new MaterialChoices([.. chosen.Where(option => option.IsLater).Select(option => option.Line.Code)], [.. chosen.Where(option => !option.IsLater).Select(option => option.Line.Code)]);

    /// <summary>What is chosen, on a button.</summary>
    public string Title(Turn turn) => Phrasebook.Opening(turn.Book[IsLater ? Phrase.PaperLater : Phrase.PaperCommitted, Name(turn)]);

    public string Name(Turn turn) => Line.Material.Name.In(turn.State.Language);

    /// <summary>What the applicant promises by it, and what happens otherwise.</summary>
    public string Terms(Turn turn) => IsLater
        ? turn.Book[Line.Material.AfterResult ? Phrase.PaperLaterAfterResult : Phrase.PaperLaterTerms, turn.Book.Day(By(turn, turn.Today).On)]
        : turn.Book[Phrase.PaperCommittedTerms];

    /// <summary>In one line: with the last day, if it follows later.</summary>
    public string Short(Turn turn, DateOnly acceptedOn) => IsLater ? turn.Book[Phrase.SummaryPaperLater, Name(turn), turn.Book.Day(By(turn, acceptedOn).On)] : Title(turn);

    public bool IsProvisional(Turn turn) => IsLater && By(turn, turn.Today).IsProvisional;

    private DueDate By(Turn turn, DateOnly acceptedOn) => Line.LaterBy(acceptedOn, turn.World.Calendar)!;
}
