using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Domain.Audit;

/// <summary>
/// A finding that somebody looked into and that stays as it is: known, with a reason, under a name. It is told of no more as long as the journal stands as it stood then; what changes afterwards is
/// found as ever.
/// </summary>
/// <param name="Journal">Its number; empty: the anchors themselves.</param>
/// <param name="Stands">How it stood, see <see cref="Standing"/>.</param>
/// <param name="By">Participant of who looked into it.</param>
public sealed record AcceptedFinding(string Journal, int Sequence, AuditFault Fault, string Stands, string Reason, string By, string ByName, DateTimeOffset At)
{
    /// <summary>Day of the list of heads it was compared with; <c>null</c>: there was none.</summary>
    public DateOnly? Than { get; init; }

    public bool Knows(AuditFinding finding, string stands) => Journal == finding.Journal && Sequence == finding.Sequence && Fault == finding.Fault && Stands == stands;
}

/// <summary>All that was accepted, for who compares journals with a list of heads.</summary>
/// <param name="heads">Day of that list; <c>null</c>: there is none. What was accepted against an earlier one is in it: it says nothing of what changed since.</param>
public sealed class AcceptedFindings(IReadOnlyList<AcceptedFinding> all, DateOnly? heads)
{
    public static AcceptedFindings None { get; } = new([], null);

    public DateOnly? Than => heads;

    /// <summary>It was accepted as it stands now.</summary>
    public bool Know(AuditFinding finding, string stands) => all.Any(accepted => accepted.Knows(finding, stands));

    /// <returns>Where a chain that holds was accepted to end; <c>null</c>: none was since the list.</returns>
    public JournalHead? HeadOf(string journal) => Since(journal).Select(accepted => Standing.HeadOf(accepted.Stands)).LastOrDefault(head => head is { Version: > 0 });

    /// <summary>That it is not there was accepted since the list.</summary>
    public bool IsGone(string journal) => Since(journal).Any(accepted => accepted.Stands == Standing.Gone);

    private IEnumerable<AcceptedFinding> Since(string journal) => all.Where(accepted => accepted.Journal == journal && accepted.Than == heads);
}

/// <summary>How a journal stands, in a few letters: what was accepted is compared with it.</summary>
public static class Standing
{
    /// <summary>It is not there any more.</summary>
    public const string Gone = "gone";

    /// <summary>Its chain holds, and ends here.</summary>
    public static string Of(JournalHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.Version}.{head.Hash}");

    /// <summary>Its chain does not hold: all that is there, as it is there.</summary>
    public static string Of(IEnumerable<string> rows) => "broken." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));

    /// <returns><c>null</c>: it says nothing of a chain that holds.</returns>
    public static JournalHead? HeadOf(string stands) =>
        stands.Split('.') is [var version, var hash] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, hash) : null;
}
