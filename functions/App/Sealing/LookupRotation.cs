using Microsoft.Extensions.Logging;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>
/// Writes what people and submissions are found by anew under the current look-up key: so many at a time, from where it stopped. A row is added first and the older one removed then, so that
/// everything is found at every moment. What only a person can bring again is counted. Once a day it looks whether all still is as it should be.
/// </summary>
public sealed partial class LookupRotation(
    LookedUpRows rows, LookupPassBook book, RetentionBook holds, FactOutbox facts, CaseIndex index, SubmissionRegister claims, DocumentStore documents, CaseCabinet cabinet, PersonalData personal, LookupHash lookup, TimeProvider clock, ILogger<LookupRotation> logger)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>One go. Broken off, it goes on from where it last said it was; what it did meanwhile is done.</summary>
    public async Task TurnAsync(CancellationToken cancellation, int mostWritten = KeyRotation.MostWritten)
    {
        var (now, current, read) = (clock.GetUtcNow(), lookup.Current, await book.ReadAsync(cancellation));
        // Where the first is gone already, what stands under it is still to be written anew.
        if (read is null && lookup.IsFirstAlone)
            return;
        var pass = read is { Pass: var known } && known.Master == current ? known : KeyPass.Begin(current, now, read?.Pass);
        if (pass.IsDone)
        {
            if (now < NextAt(pass))
                return;
            pass = pass.Again(now);
        }
        pass = await GoOnAsync(pass, new Go(mostWritten), cancellation);
        if (await book.WriteAsync(pass, read?.ETag, cancellation) && pass.IsDone)
            logger.LogInformation("All that people are found by was gone through: {Left} are under another look-up key than {Key}", KeyViews.Left(pass), pass.Master);
    }

    // A pass that began while others might still write with the old key proves nothing.
    private static DateTimeOffset NextAt(KeyPass pass) => pass.StartedAt < pass.Since + KeyPass.Settled ? pass.Since + KeyPass.Settled : pass.StartedAt + Daily;

    private async Task<KeyPass> GoOnAsync(KeyPass pass, Go go, CancellationToken cancellation)
    {
        // What is found through the index comes before the index.
        Func<KeyPass, Go, string?, CancellationToken, Task<KeyPass>>[] parts = [FewAsync, LookUpsAsync, ClaimsAsync, PersonsAsync];
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

    /// <summary>Papers of applications that were not sent yet; they go by being sent, or after their days.</summary>
    public const string Drafts = "drafts";

    public static IReadOnlyList<string> All { get; } = [Persons, Claims, LookUps, Holds, Staff, Facts, Notices, Codes, Drafts];
}
