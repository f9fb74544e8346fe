using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

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
public sealed record KeptClaim(string Text, SubmissionClaimed Claimed, string Cursor);

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
    private readonly TableClient index = storage.Table(Names.Index);
    private readonly TableClient sharing = storage.Table(Names.Sharing);
    private readonly TableClient directory = storage.Table(Names.Directory);
    private readonly TableClient board = storage.Table(Names.Board);
    private readonly TableClient matters = storage.Table(Names.Matters);

    /// <summary>Rows by which a number leads to a case.</summary>
    public async IAsyncEnumerable<IndexedPerson> PersonsAsync(string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in OthersAsync("id", current, after, cancellation))
        {
            var (parts, text) = (row.RowKey.Split('!'), TextOf(row));
            yield return new(text, row.GetString("CaseId"), parts is ["member", _] ? IndexedAs.Member : parts is ["acted", _] ? IndexedAs.Representative : IndexedAs.Applicant, CursorOf(row)) { Partition = row.PartitionKey, Row = row.RowKey };
        }
    }

    public Task RemoveAsync(IndexedPerson indexed, CancellationToken cancellation = default) => index.DeleteEntityAsync(indexed.Partition, indexed.Row, ETag.All, cancellation);

    /// <summary>Submissions that were claimed.</summary>
    public async IAsyncEnumerable<KeptClaim> ClaimsAsync(string current, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in OthersAsync("submission", current, after, cancellation))
            yield return new(TextOf(row), new(row.GetString("CaseId"), row.GetString("Content")), CursorOf(row));
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

    /// <summary>Numbers of matters of a kind that were begun between two days, both inclusive.</summary>
    /// <param name="kind">How they begin: <c>TS</c>, <c>YY</c>.</param>
    public async IAsyncEnumerable<string> MattersAsync(string kind, DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, to) = (string.Create(CultureInfo.InvariantCulture, $"{kind}{first:yyMMdd}"), Keys.After(string.Create(CultureInfo.InvariantCulture, $"{kind}{last:yyMMdd}")));
        await foreach (var row in matters.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to} and RowKey eq {JournalRows.Head}"), select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellation))
            yield return Keys.Read(row.PartitionKey);
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

    private static string TextOf(TableEntity row) => Keys.Read(row.PartitionKey[(row.PartitionKey.IndexOf('!', StringComparison.Ordinal) + 1)..]);

    private static string CursorOf(TableEntity row) => $"{row.PartitionKey}\n{row.RowKey}";

    private static string Behind(string? cursor, string filter) => cursor?.Split('\n') is [var partition, var row]
        ? $"({filter}) and {TableClient.CreateQueryFilter($"(PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {row}))")}" : filter;
}
