using System.Globalization;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;

namespace OneVisit.Storage;

/// <summary>A fact that waits to be sent.</summary>
/// <param name="PersonHash">Keyed hash of whose it is: theirs go in their order.</param>
/// <param name="Tries">How often it was sent in vain.</param>
/// <param name="NextAt">When it is sent again.</param>
/// <param name="Refused">Code with which the platform refused it: it lies aside until a person looks, and so do those behind it. <c>null</c>: it was not.</param>
public sealed record WaitingFact(PushedFact Fact, string PersonHash, int Tries, DateTimeOffset NextAt, string? Refused = null);

/// <summary>Facts from before the platform was connected.</summary>
/// <param name="After">The last case that was gone through, in the order of the table; <c>null</c>: none.</param>
public sealed record CaughtUp(string? After, bool IsDone);

/// <summary>
/// What we owe the sharing platform: a partition of table <c>Sharing</c>, person by person in the order of what happened. Entered before the publication
/// of a case is complete, taken out when it was acknowledged: sent at least once.
/// </summary>
public sealed class FactOutbox(OneVisitStorage storage)
{
    private const string Waiting = "outbox";
    private const string Before = "outbox-before";
    private readonly TableClient table = storage.Table(Names.Sharing);

    /// <summary>Entered again it stays as it is. What waits of somebody under an older look-up key is joined there: theirs go in their order.</summary>
    public async Task EnterAsync(PersonHash person, PushedFact fact, CancellationToken cancellation = default)
    {
        var personHash = person.Text;
        foreach (var earlier in person.Texts.Skip(1))
        {
            if (await WaitsAsync(earlier, cancellation))
                personHash = earlier;
        }
        try
        {
            await table.AddEntityAsync(Row(new WaitingFact(fact, personHash, 0, fact.At)), cancellation);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // It waits already, or lies aside.
        }
    }

    /// <summary>Ids of the look-up keys under which something waits, with how much.</summary>
    public async Task<IReadOnlyDictionary<string, int>> KeysAsync(CancellationToken cancellation = default) =>
        await ListAsync(cancellation).GroupBy(waiting => PersonHash.KeyOf(waiting.PersonHash)).ToDictionaryAsync(same => same.Key, same => same.Count(), cancellationToken: cancellation);

    private async Task<bool> WaitsAsync(string personHash, CancellationToken cancellation)
    {
        var (from, to) = (Keys.Of(personHash) + "!", Keys.After(Keys.Of(personHash) + "!"));
        return await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Waiting} and RowKey ge {from} and RowKey lt {to}"), 1, [nameof(TableEntity.RowKey)], cancellation).AnyAsync(cancellation);
    }

    public Task PutAsync(WaitingFact waiting, CancellationToken cancellation = default) => table.UpsertEntityAsync(Row(waiting), TableUpdateMode.Replace, cancellation);

    public Task RemoveAsync(WaitingFact waiting, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(Waiting, RowOf(waiting.PersonHash, waiting.Fact), ETag.All, cancellation);

    /// <summary>Everything that waits, one range: person by person, each in order.</summary>
    public IAsyncEnumerable<WaitingFact> ListAsync(CancellationToken cancellation = default) => Records.AllAsync<WaitingFact>(table, Waiting, cancellation);

    /// <summary>How far the facts from before the platform was connected were entered; <c>null</c>: not begun.</summary>
    public async Task<CaughtUp?> CaughtUpAsync(CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Before, Before, cancellationToken: cancellation);
        return row.HasValue ? Records.Of<CaughtUp>(row.Value!) : null;
    }

    public Task NoteAsync(CaughtUp caughtUp, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(Records.RowOf(Before, Before, caughtUp), TableUpdateMode.Replace, cancellation);

    /// <summary>No platform is connected: what happens from now on is entered when one is.</summary>
    public Task ForgetCaughtUpAsync(CancellationToken cancellation = default) => table.DeleteEntityAsync(Before, Before, ETag.All, cancellation);

    private static TableEntity Row(WaitingFact waiting) => Records.RowOf(Waiting, RowOf(waiting.PersonHash, waiting.Fact), waiting);

    private static string RowOf(string personHash, PushedFact fact) =>
        Keys.Of(personHash, fact.At.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture), fact.Key);
}
