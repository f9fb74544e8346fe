using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Documents;

namespace OneVisit.Storage;

/// <summary>How much somebody sent today, by a keyed hash of who; in table <c>Index</c>. One row a person, whose day goes on: of the days before nothing is kept, and who sends nothing any more is forgotten with the one-time codes.</summary>
public sealed class UploadBook(OneVisitStorage storage)
{
    private const string Row = "day";
    private const string Counts = "uploads!";
    private const int Patience = 10;
    private readonly TableClient table = storage.Table(Names.Index);

    /// <summary>Counts a file, unless it would be one too many. Two at once are two.</summary>
    /// <returns><c>false</c>: it is not within what is allowed for a day, and was not counted.</returns>
    public async Task<bool> TryCountAsync(string who, DateOnly day, long bytes, UploadAllowance allowed, CancellationToken cancellation = default)
    {
        for (var tries = 0; ; tries++)
        {
            var key = Keys.Of("uploads", who);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(key, Row, cancellationToken: cancellation);
            var before = found.HasValue && Records.Of<Sent>(found.Value!) is var sent && sent.Day == day ? sent : new Sent(day, 0, 0);
            if (!allowed.Takes(before.Files, before.Bytes, bytes))
                return false;
            var row = Records.RowOf(key, Row, before with { Files = before.Files + 1, Bytes = before.Bytes + bytes });
            try
            {
                if (found.HasValue)
                    await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                else
                    await table.AddEntityAsync(row, cancellation);
                return true;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && tries < Patience)
            {
                // Another of theirs was faster: look again.
            }
        }
    }

    /// <summary>Deletes counts last touched before an instant, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {Counts} and PartitionKey lt {Keys.After(Counts)} and Timestamp lt {before}"), most, cancellation);

    private sealed record Sent(DateOnly Day, int Files, long Bytes);
}
