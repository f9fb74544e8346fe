using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>
/// Writes what people and submissions are found by anew under the current look-up key: so many at a time, from where it stopped. A row is added first and the older one removed then, so that
/// everything is found at every moment. What only a person can bring again is counted. Once a day it looks whether all still is as it should be.
/// </summary>
public sealed partial class LookupRotation(
    LookedUpRows rows, LookupPassBook book, RetentionBook holds, FactOutbox facts, CaseIndex index, SubmissionRegister claims, DocumentStore documents, CaseCabinet cabinet, PersonalData personal, LookupHash lookup, PassTurn turn, TimeProvider clock, ILogger<LookupRotation> logger)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private static readonly Gauge<int> Stalled = Telemetry.Meter.CreateGauge<int>("onevisit.lookups.stalled", "{row}", "What is written anew by itself, and two days after the look-up key was changed is still under an older one.");

    /// <summary>One go. Broken off, it goes on from where it last said it was; what it did meanwhile is done.</summary>
    public async Task TurnAsync(CancellationToken cancellation, int mostWritten = KeyRotation.MostWritten)
    {
        // Where the first is gone already, what stands under it is still to be written anew.
        if (lookup.IsFirstAlone && await book.ReadAsync(cancellation) is null)
            return;
        var (pass, isThrough) = await turn.TakeAsync(book, "what people are found by", lookup.Current, NextAt, begun => GoOnAsync(begun, new Go(mostWritten), cancellation), cancellation);
        if (pass.IsDone)
            Tell(pass, clock.GetUtcNow());
        if (isThrough)
            logger.LogInformation("All that people are found by was gone through: {Left} are under another look-up key than {Key}", KeyViews.Left(pass), pass.Master);
    }

    // A pass that began while others might still write with the old key proves nothing.
    internal static DateTimeOffset NextAt(KeyPass pass) => pass.StartedAt < pass.Since + KeyPass.Settled ? pass.Since + KeyPass.Settled : pass.StartedAt + Daily;

    // Of the others it is known on which day or by whom they are brought anew.
    private void Tell(KeyPass pass, DateTimeOffset now)
    {
        var stalled = now > pass.Since + KeyRotation.Patience ? KeyViews.Left(pass, tally => LookupKinds.ByThemselves.Contains(tally.Kind)) : 0;
        Stalled.Record(stalled);
        if (stalled > 0)
            logger.LogError("The change of the look-up key stands still: {Left} rows are under an older key since {Since}", stalled, pass.Since);
    }

    private async Task<KeyPass> GoOnAsync(KeyPass pass, Go go, CancellationToken cancellation)
    {
        // What is found through the index comes before the index.
        Func<KeyPass, Go, string?, CancellationToken, Task<KeyPass>>[] parts = [FewAsync, LookUpsAsync, ClaimsAsync, PersonsAsync, SlipsAsync];
        var (at, after) = pass.After is { } cursor ? (cursor[0] - '0', cursor.Length > 1 ? cursor[1..] : null) : (0, null);
        for (; at < parts.Length; (at, after) = (at + 1, null))
        {
            pass = await parts[at](pass, go, after, cancellation);
            if (go.IsOver)
                return pass with { After = $"{at}{go.Cursor}" };
            pass = pass with { After = $"{at + 1}" };
        }
        return pass.Finish(clock.GetUtcNow());
    }

    /// <summary>How much one go looks at and writes.</summary>
    private sealed class Go(int mostWritten)
    {
        private int looked;
        private int written;

        public bool IsOver { get; private set; }

        public string? Cursor { get; private set; }

        /// <returns>It is enough for now.</returns>
        public bool Did(string cursor, bool wrote)
        {
            (Cursor, looked, written) = (cursor, looked + 1, written + (wrote ? 1 : 0));
            return IsOver = looked >= KeyRotation.MostLooked || written >= mostWritten;
        }
    }
}

/// <summary>What stands under look-up keys.</summary>
public static class LookupKinds
{
    /// <summary>Rows by which the cases of applicants, members and representatives are found.</summary>
    public const string Persons = "persons";

    /// <summary>Submissions that were claimed, so that the same is one case.</summary>
    public const string Claims = "claims";

    /// <summary>The same of complaints, objections and changes. Under what these were sent is kept nowhere: they go some weeks after they came.</summary>
    public const string ClaimsOfComplaints = "claims-complaints";

    /// <inheritdoc cref="ClaimsOfComplaints"/>
    public const string ClaimsOfObjections = "claims-objections";

    /// <inheritdoc cref="ClaimsOfComplaints"/>
    public const string ClaimsOfChanges = "claims-changes";

    /// <summary>Questions to registries. Of who never became a case's the number is kept nowhere: such go with their month.</summary>
    public const string LookUps = "look-ups";

    /// <summary>Holds on a person; of who is in no case only by being ordered anew.</summary>
    public const string Holds = "holds";

    /// <summary>Numbers of staff, by which kin are kept out; only by being handed in anew.</summary>
    public const string Staff = "staff";

    /// <summary>Facts that wait for the platform; they go by being sent.</summary>
    public const string Facts = "facts";

    /// <summary>Public notices that hang; they go by ending.</summary>
    public const string Notices = "notices";

    /// <summary>Codes with which somebody may still come for an answer; they go by their time.</summary>
    public const string Codes = "codes";

    /// <summary>Slips of agents with whose code a household may still take over its case; they go by that, or some time after the case is closed.</summary>
    public const string Slips = "slips";

    /// <summary>Papers of applications that were not sent yet; they go by being sent, or after their days.</summary>
    public const string Drafts = "drafts";

    public static IReadOnlyList<string> All { get; } = [Persons, Claims, ClaimsOfComplaints, ClaimsOfObjections, ClaimsOfChanges, LookUps, Holds, Staff, Facts, Notices, Codes, Slips, Drafts];

    /// <summary>What nobody has to do anything about, nor to wait for.</summary>
    public static IReadOnlyList<string> ByThemselves { get; } = [Persons, Claims];

    /// <param name="number">What was claimed: of a case, an application or a matter.</param>
    public static string OfClaim(string number) => number[..2] switch { "TS" => ClaimsOfComplaints, "YY" => ClaimsOfObjections, "FH" => ClaimsOfChanges, _ => Claims };
}
