using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;

namespace OneVisit.Storage;

/// <summary>So many journals of a kind whose data keys a master key wraps.</summary>
/// <param name="Kind"><c>cases</c> or <c>matters</c>.</param>
/// <param name="Master">Id of the master key; <see cref="Erased"/>, or <see cref="Without"/>.</param>
public sealed record KeyTally(string Kind, string Master, int Journals)
{
    /// <summary>The data key was destroyed.</summary>
    public const string Erased = "";

    /// <summary>There is no data key: what an earlier release sealed there is sealed with the master key of its time itself.</summary>
    public const string Without = "-";
}

/// <summary>How far the data keys were gone through for a master key, and what was found.</summary>
/// <param name="Master">Id of the master key that wraps from now on.</param>
/// <param name="Since">When it was first seen to.</param>
/// <param name="StartedAt">When this pass began.</param>
/// <param name="Seen">Found so far in this pass, as it then was left.</param>
/// <param name="Anew">Wrapped anew in this pass, by the master key before.</param>
/// <param name="Last">What the pass before found.</param>
/// <param name="After">Cursor behind which it goes on; <c>null</c>: from the beginning.</param>
/// <param name="LastStartedAt">When the last whole pass began; <c>null</c>: there was none.</param>
/// <param name="LastDoneAt">When it was through.</param>
public sealed record KeyPass(
    string Master, DateTimeOffset Since, DateTimeOffset StartedAt, ImmutableArray<KeyTally> Seen, ImmutableArray<KeyTally> Anew, ImmutableArray<KeyTally> Last,
    string? After = null, DateTimeOffset? LastStartedAt = null, DateTimeOffset? LastDoneAt = null)
{
    /// <summary>By then every program knows a new key, and nothing is wrapped by the old one any more.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    // Releases before there were data keys knew one key, under this id.
    private const string Earliest = "k1";

    /// <summary>So long a pass may rest without anybody being called.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>When it last came on; <c>null</c>: not since it began, or nobody noted it.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    public bool IsDone => LastStartedAt == StartedAt;

    /// <summary>Since when it should have come on and did not; <c>null</c>: it does.</summary>
    /// <param name="nextAt">When it is begun again, where it is through.</param>
    public DateTimeOffset? StillSince(DateTimeOffset now, DateTimeOffset nextAt)
    {
        var moved = MovedAt > StartedAt ? MovedAt.Value : StartedAt;
        var due = IsDone && nextAt > moved ? nextAt : moved;
        return now > due + Patience ? due : null;
    }

    /// <summary>
    /// Whether an older master key may be taken away as far as journals go: a whole pass, begun when all programs knew the current key, found nothing under it, and a night was anchored
    /// since. Until then the newest entries stand under heads that the old key sealed, and would look forged without it.
    /// </summary>
    /// <param name="anchored">The last night of which there is an anchor, see <see cref="AnchorBook.LastDayAsync"/>; <c>null</c>: there is none.</param>
    public bool MayGo(string id, DateOnly? anchored) =>
        anchored > BeijingTime.DayOf(Since + Settled) && MayGo(id) && (id != Earliest || Last.All(tally => tally.Master != KeyTally.Without));

    /// <summary>Whether an older look-up key may be taken away: a whole pass, begun when all programs knew the current one, found nothing under it.</summary>
    public bool MayGo(string id) => id != Master && IsDone && StartedAt >= Since + Settled && Last.All(tally => tally.Master != id);

    /// <param name="before">The pass for the master key before, whole or not; <c>null</c>: the first of all.</param>
    public static KeyPass Begin(string master, DateTimeOffset now, KeyPass? before) => new(master, now, now, [], [], before?.Last ?? []);

    public KeyPass Again(DateTimeOffset now) => this with { StartedAt = now, After = null, Seen = [], Anew = [] };

    public KeyPass Finish(DateTimeOffset now) => this with { After = null, Last = Seen, LastStartedAt = StartedAt, LastDoneAt = now };

    public KeyPass Saw(string kind, string master, string cursor) => this with { After = cursor, Seen = Plus(Seen, kind, master) };

    /// <param name="many">How many at once.</param>
    public KeyPass Saw(string kind, string master, int many = 1) => this with { Seen = Plus(Seen, kind, master, many) };

    public KeyPass Wrapped(string kind, string from) => this with { Anew = Plus(Anew, kind, from) };

    private static ImmutableArray<KeyTally> Plus(ImmutableArray<KeyTally> tallies, string kind, string master, int many = 1)
    {
        for (var i = 0; i < tallies.Length; i++)
        {
            if (tallies[i].Kind == kind && tallies[i].Master == master)
                return tallies.SetItem(i, tallies[i] with { Journals = tallies[i].Journals + many });
        }
        return tallies.Add(new(kind, master, many));
    }
}

/// <summary>Keeps how far the rotation of keys has come; a row of table <c>Oversight</c>, written only over what was read.</summary>
public class KeyPassBook
{
    private const string Partition = "keys";
    private readonly string row;
    private readonly TableClient table;

    public KeyPassBook(OneVisitStorage storage)
        : this(storage, "pass")
    {
    }

    private protected KeyPassBook(OneVisitStorage storage, string row) => (table, this.row) = (storage.Table(Names.Oversight), row);

    /// <returns>The pass and its version; <c>null</c> before the first.</returns>
    public async Task<(KeyPass Pass, string ETag)?> ReadAsync(CancellationToken cancellation = default)
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancellation);
        return kept.HasValue ? (Records.Of<KeyPass>(kept.Value!), kept.Value!.ETag.ToString()) : null;
    }

    /// <param name="etag">As read; <c>null</c>: there was none.</param>
    /// <returns><c>false</c>: another program wrote since; it goes on from there.</returns>
    public async Task<bool> WriteAsync(KeyPass pass, string? etag, CancellationToken cancellation = default)
    {
        var next = Records.RowOf(Partition, row, pass);
        try
        {
            await (etag is null ? table.AddEntityAsync(next, cancellation) : table.UpdateEntityAsync(next, new ETag(etag), TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException first) when (first.Status is 409 or 412)
        {
            return false;
        }
    }
}

/// <summary>The same of the look-up keys: what stands under which of them.</summary>
public sealed class LookupPassBook(OneVisitStorage storage) : KeyPassBook(storage, "look-ups");
