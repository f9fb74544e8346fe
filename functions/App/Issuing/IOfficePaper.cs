using OneVisit.Functions.Cases;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Issuing;

/// <summary>
/// A kind of paper that the office issues by itself. Register one with the services and it is printed, kept, numbered, sealed, journalled, shown
/// on cards and confirmed to whoever has its code; its name for people is the sentence <c>paper.{kind}</c>.
/// </summary>
public interface IOfficePaper
{
    /// <summary>See <see cref="Domain.Cases.PaperKinds"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// Which papers of this kind the case should have by now, as its journal tells it, those that were issued before too. All of what they say is
    /// taken from the journal and the case's catalogue, and nothing from the clock: printed again, they are the same bytes.
    /// </summary>
    IEnumerable<DuePaper> DueIn(CaseFile file);

    /// <summary>What it says.</summary>
    /// <param name="marks">Seal, number and code, ready made.</param>
    OfficePaper Set(CaseFile file, DuePaper due, OfficeMarks marks);
}

/// <summary>A paper that the case should have.</summary>
/// <param name="Number">As it stands on the paper; unique within the case and kind, and the same whenever it is asked for.</param>
/// <param name="At">When what it tells of happened; its date.</param>
/// <param name="Office">Whose seal it bears: a point, or the bureau.</param>
public sealed record DuePaper(string Number, DateTimeOffset At, string Office)
{
    /// <summary>Number of the seal; the office's own where the authority named none.</summary>
    public string? Seal { get; init; }

    /// <summary>Who signs, with their post, in both languages; empty: nobody by name.</summary>
    public IReadOnlyList<Domain.Text> Signers { get; init; } = [];

    /// <summary>The task it came of.</summary>
    public string? TaskId { get; init; }

    /// <summary>Number of the paper of the same kind that it takes the place of.</summary>
    public string? Replaces { get; init; }
}
