using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage;

/// <summary>Codes that were sent, by a keyed hash of who asked and what for; in table <c>Index</c>. Two tries at once are two tries.</summary>
public sealed class OneTimeCodes(OneVisitStorage storage)
{
    private const string Row = "code";
    private const int Patience = 10;
    private const string Codes = "code!";
    private readonly TableClient table = storage.Table(Names.Index);

    /// <summary>Deletes codes last touched before an instant, at most so many.</summary>
    /// <returns>How many went.</returns>
    public Task<int> EraseAsync(DateTimeOffset before, int most, CancellationToken cancellation = default) =>
        OldRows.DeleteAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {Codes} and PartitionKey lt {Keys.After(Codes)} and Timestamp lt {before}"), most, cancellation);

    /// <summary>Changes what is kept under a key.</summary>
    /// <param name="change">Of what is there, or <c>null</c>; gives an answer, and what is to be kept (<c>null</c>: leave it as it is). May be called again.</param>
    public async Task<T> ChangeAsync<T>(string key, Func<OneTimeCode?, (T Answer, OneTimeCode? Kept)> change, CancellationToken cancellation = default)
    {
        for (var tries = 0; ; tries++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Of("code", key), Row, cancellationToken: cancellation);
            var before = found.HasValue ? Records.Of<OneTimeCode>(found.Value!) : null;
            var (answer, kept) = change(before);
            if (kept is null || kept == before)
                return answer;
            try
            {
                var row = Records.RowOf(Keys.Of("code", key), Row, kept);
                if (found.HasValue)
                    await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation);
                else
                    await table.AddEntityAsync(row, cancellation);
                return answer;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412 && tries < Patience)
            {
                // Somebody was faster: look again.
            }
        }
    }
}
