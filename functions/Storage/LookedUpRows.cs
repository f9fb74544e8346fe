using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Supervision;

namespace OneVisit.Storage;

/// <summary>What somebody is to a case that their number leads to.</summary>
public enum IndexedAs
{
    Applicant,
    Member,
    Representative,
}

/// <summary>A row by which a case is found.</summary>
/// <param name="Text">The keyed hash it stands under.</param>
/// <param name="Cursor">For who goes on behind it.</param>
public sealed record IndexedPerson(string Text, string CaseId, IndexedAs As, string Cursor)
{
    internal string Partition { get; init; } = "";
    internal string Row { get; init; } = "";
}

/// <summary>A submission as it was claimed.</summary>
/// <param name="Text">The keyed hash it is claimed under.</param>
/// <param name="StoredAt">When it was written, as the store dates it.</param>
public sealed record KeptClaim(string Text, SubmissionClaimed Claimed, DateTimeOffset StoredAt, string Cursor);

/// <summary>An application that an agent brought, with whose slip its household may take it over.</summary>
/// <param name="Key">Id of the look-up key that the code on it was made with.</param>
public sealed record KeptSlip(string Key, string CaseId, string Cursor);

/// <summary>A look-up as it was written down.</summary>
public sealed record KeptLookUp(LoggedLookUp LookUp, string Cursor)
{
    internal TableEntity Row { get; init; } = [];
}

/// <summary>
/// Rows that stand under a keyed hash made with another look-up key than the current one. Ranges are read from where somebody stopped, a page at a time: for whoever writes them anew, not for people.
/// </summary>
public sealed class LookedUpRows(OneVisitStorage storage)
{
    // Base64url of 32 bytes.
    private const int HashLength = 43;

    // Longer than from the day on which a notice may be posted until it is over.
    private const int Hanging = 60;

    private readonly TableClient index = storage.Table(Names.Index);
    private readonly TableClient sharing = storage.Table(Names.Sharing);
    private readonly TableClient directory = storage.Table(Names.Directory);
    private readonly TableClient board = storage.Table(Names.Board);
    private readonly TableClient matters = storage.Table(Names.Matters);

    /// <summary>Rows by which a number leads to a case.</summary>
    public async IAsyncEnumerable<IndexedPerson> PersonsAsync(string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in OthersAsync("id", current, after, cancellation))
            yield return PersonOf(row);
    }

    /// <summary>Rows by which a number leads to a case, under whichever key. Reads the table from end to end: for the few cases that do not tell it themselves.</summary>
    public async Task<IReadOnlyList<IndexedPerson>> PersonsOfAsync(string caseId, CancellationToken cancellation = default)
    {
        var (from, to) = ("id!", Keys.After("id!"));
        return await index.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and CaseId eq {caseId}"), cancellationToken: cancellation).Select(PersonOf).ToListAsync(cancellation);
    }

    public Task RemoveAsync(IndexedPerson indexed, CancellationToken cancellation = default) => index.DeleteEntityAsync(indexed.Partition, indexed.Row, ETag.All, cancellation);

    /// <summary>Submissions that were claimed.</summary>
    public async IAsyncEnumerable<KeptClaim> ClaimsAsync(string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in OthersAsync("submission", current, after, cancellation))
            yield return new(TextOf(row), new(row.GetString("CaseId"), row.GetString("Content")), row.Timestamp ?? DateTimeOffset.MaxValue.AddYears(-1), CursorOf(row));
    }

    /// <summary>What registries were asked about somebody.</summary>
    public async IAsyncEnumerable<KeptLookUp> LookUpsAsync(string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, key) = ("look-ups!", current + ".");
        var (to, keyTo) = (Keys.After(from), Keys.After(key));
        var filter = Behind(after, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and (Person lt {key} or Person ge {keyTo})"));
        await foreach (var row in sharing.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (Records.Of<LoggedLookUp>(row) is var lookUp && PersonHash.KeyOf(lookUp.PersonHash) != current)
                yield return new(lookUp, CursorOf(row)) { Row = row };
        }
    }

    /// <summary>Writes the same look-up under another hash of the same person.</summary>
    /// <returns><c>false</c>: somebody wrote it meanwhile.</returns>
    public async Task<bool> TryPutAsync(KeptLookUp kept, string personHash, CancellationToken cancellation = default)
    {
        var row = Records.RowOf(kept.Row.PartitionKey, kept.Row.RowKey, kept.LookUp with { PersonHash = personHash });
        row["Person"] = personHash;
        try
        {
            await sharing.UpdateEntityAsync(row, kept.Row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Ids of the keys with which the numbers of staff were hashed who hold a post on a day or later, one for each of them. Nobody has these numbers but who hands them in.</summary>
    public async IAsyncEnumerable<string> StaffAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var partition = StaffRows.NumberPartition;
        await foreach (var row in directory.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellation))
        {
            if (Records.Of<StaffMember>(row).Posts.Any(post => post.To is null || post.To >= today))
                yield return PersonHash.KeyOf(Keys.Read(row.RowKey));
        }
    }

    /// <summary>Notices that hang at that instant, everywhere.</summary>
    public async IAsyncEnumerable<PostedNotice> NoticesAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, to) = ("township!", Keys.After("township!"));
        await foreach (var row in board.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"), cancellationToken: cancellation))
        {
            if (Records.Of<PostedNotice>(row) is var notice && notice.Sheet.HangsAt(now))
                yield return notice;
        }
    }

    /// <summary>Ids of the keys with which the codes of complaints or objections were hashed that came between two days, both inclusive, one for each of them.</summary>
    /// <param name="kind">How their numbers begin: <c>TS</c>, <c>YY</c>.</param>
    public async IAsyncEnumerable<string> CodesAsync(string kind, DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // In the number of an objection stands the day of its notice.
        var (from, to) = (string.Create(CultureInfo.InvariantCulture, $"{kind}{first.AddDays(-Hanging):yyMMdd}"), Keys.After(string.Create(CultureInfo.InvariantCulture, $"{kind}{last:yyMMdd}")));
        var (opening, since) = (JournalRows.KeyOf(1), BeijingTime.StartOf(first));
        await foreach (var row in matters.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {opening}"), cancellationToken: cancellation))
        {
            if (JournalRows.AtOf(row) >= since && OpenedIn(row)?.Subject.FetchedWith is { Length: > 0 } code)
                yield return PersonHash.KeyOf(code);
        }
    }

    /// <summary>When a matter began.</summary>
    /// <returns><c>null</c>: it is not there.</returns>
    public async Task<DateTimeOffset?> BegunAsync(string matterId, CancellationToken cancellation = default)
    {
        var row = await matters.GetEntityIfExistsAsync<TableEntity>(Keys.Of(matterId), JournalRows.KeyOf(1), ["At"], cancellation);
        return row.HasValue ? JournalRows.AtOf(row.Value!) : null;
    }

    /// <summary>Applications that agents brought while another key counted.</summary>
    /// <param name="prefix">How the participants begin whose they are until the household comes; behind it stand the key, unless it is the first, and the hash.</param>
    public async IAsyncEnumerable<KeptSlip> SlipsAsync(string prefix, string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var from = Keys.Of("participant", prefix);
        await foreach (var row in index.QueryAsync<TableEntity>(Behind(after, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {Keys.After(from)}")), cancellationToken: cancellation))
        {
            var client = row.PartitionKey[from.Length..];
            var key = client.Length > HashLength ? client[..^(HashLength + 1)] : SealingKeys.First;
            if (key != current)
                yield return new(key, row.GetString("CaseId"), CursorOf(row));
        }
    }

    // Those of the current key are one range, which is left out; those of the first key, whose hashes name none, are told one by one.
    private async IAsyncEnumerable<TableEntity> OthersAsync(string kind, string current, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, to, own) = (kind + "!", Keys.After(kind + "!"), $"{kind}!{Keys.Of(current)}.");
        var ownTo = Keys.After(own);
        var filter = Behind(after, TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and (PartitionKey lt {own} or PartitionKey ge {ownTo})"));
        await foreach (var row in index.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (PersonHash.KeyOf(TextOf(row)) != current)
                yield return row;
        }
    }

    // What cannot be read the audit tells of.
    private static MatterOpened? OpenedIn(TableEntity row)
    {
        try
        {
            return JournalRows.IsBlank(row) ? null : SupervisionJson.Read(LongText.Get(row, "Body")) as MatterOpened;
        }
        catch (Exception odd) when (odd is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static IndexedPerson PersonOf(TableEntity row)
    {
        var parts = row.RowKey.Split('!');
        return new(TextOf(row), row.GetString("CaseId"), parts is ["member", _] ? IndexedAs.Member : parts is ["acted", _] ? IndexedAs.Representative : IndexedAs.Applicant, CursorOf(row)) { Partition = row.PartitionKey, Row = row.RowKey };
    }

    private static string TextOf(TableEntity row) => Keys.Read(row.PartitionKey[(row.PartitionKey.IndexOf('!', StringComparison.Ordinal) + 1)..]);

    private static string CursorOf(TableEntity row) => $"{row.PartitionKey}\n{row.RowKey}";

    private static string Behind(string? cursor, string filter) => cursor?.Split('\n') is [var partition, var row]
        ? $"({filter}) and {TableClient.CreateQueryFilter($"(PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {row}))")}" : filter;
}
