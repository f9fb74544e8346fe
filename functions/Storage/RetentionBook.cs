using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace OneVisit.Storage;

/// <summary>How far the erasing of a night has come.</summary>
/// <param name="Day">In Beijing.</param>
/// <param name="Cases">Number of the last case that was looked at; <c>null</c>: it begins with the first.</param>
/// <param name="Matters">The same of matters.</param>
/// <param name="Left">How many may still be erased this night.</param>
/// <param name="TakenUntil">Somebody is at it; when that is past, they broke off.</param>
public sealed record ErasingRound(DateOnly Day, int Left, string? Cases = null, string? Matters = null, bool IsDone = false, DateTimeOffset? TakenUntil = null)
{
    internal string? ETag { get; init; }

    /// <summary>In place of a number: all were looked at.</summary>
    public const string All = "all";

    /// <summary>Where another night begins: where the one before ended, or at the beginning when that had looked at all.</summary>
    public static string? GoingOn(string? at) => at == All ? null : at;
}

/// <summary>Something that was erased: its number and the rule, nothing of what it was.</summary>
public sealed record ErasedThing(string Id, string Rule, DateOnly On);

/// <summary>A hold that stands.</summary>
public sealed record StandingHold(string HoldId, string? CaseId = null, string? PersonHash = null);

/// <summary>Partitions of table <c>Oversight</c>: holds that stand, how far the erasing has come, and what was erased, by month. The journals tell it all.</summary>
public sealed class RetentionBook(OneVisitStorage storage)
{
    private const string Holds = "holds";
    private const string AllHolds = "holds-all";
    private const string Round = "erasing";
    private readonly TableClient table = storage.Table(Names.Oversight);

    /// <summary>A hold stands; noted again it stands once.</summary>
    public async Task NoteHoldAsync(StandingHold hold, CancellationToken cancellation = default)
    {
        await table.UpsertEntityAsync(new TableEntity(AllHolds, Keys.Of(hold.HoldId)), TableUpdateMode.Replace, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(Holds, Keys.Of(hold.HoldId), hold), TableUpdateMode.Replace, cancellation);
    }

    public Task RemoveHoldAsync(string holdId, CancellationToken cancellation = default) => table.DeleteEntityAsync(Holds, Keys.Of(holdId), ETag.All, cancellation);

    public async Task<IReadOnlyList<StandingHold>> HoldsAsync(CancellationToken cancellation = default) => await Records.AllAsync<StandingHold>(table, Holds, cancellation).ToListAsync(cancellation);

    /// <summary>Numbers of all holds there ever were, lifted ones too.</summary>
    public async Task<IReadOnlyList<string>> HoldNumbersAsync(CancellationToken cancellation = default)
    {
        var numbers = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == AllHolds, cancellationToken: cancellation))
            numbers.Add(Keys.Read(row.RowKey));
        return numbers;
    }

    public async Task<ErasingRound?> RoundAsync(CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Round, Round, cancellationToken: cancellation);
        return row.HasValue ? Records.Of<ErasingRound>(row.Value!) with { ETag = row.Value!.ETag.ToString() } : null;
    }

    /// <returns>As it is kept now; <c>null</c>: somebody else moved it since <paramref name="before"/> was read, and goes on with it.</returns>
    public async Task<ErasingRound?> TryPutRoundAsync(ErasingRound? before, ErasingRound after, CancellationToken cancellation = default)
    {
        try
        {
            var row = Records.RowOf(Round, Round, after);
            var written = before?.ETag is { } etag
                ? await table.UpdateEntityAsync(row, new ETag(etag), TableUpdateMode.Replace, cancellation)
                : await table.AddEntityAsync(row, cancellation);
            return after with { ETag = written.Headers.ETag?.ToString() };
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Noted again it stands once.</summary>
    public Task NoteErasedAsync(ErasedThing erased, CancellationToken cancellation = default) =>
        table.UpsertEntityAsync(Records.RowOf(PartitionOf(erased.On), Keys.Of(erased.On.ToString("dd", CultureInfo.InvariantCulture), erased.Id), erased), TableUpdateMode.Replace, cancellation);

    /// <param name="month">Any day of it.</param>
    public async Task<IReadOnlyList<ErasedThing>> ErasedAsync(DateOnly month, CancellationToken cancellation = default) =>
        await Records.AllAsync<ErasedThing>(table, PartitionOf(month), cancellation).ToListAsync(cancellation);

    private static string PartitionOf(DateOnly day) => Keys.OfMonth("erased", day);
}
