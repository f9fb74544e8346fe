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

/// <summary>Holds as they were seen at one moment.</summary>
/// <param name="Decided">Numbers of what is being erased.</param>
public sealed record HoldsSeen(IReadOnlyList<StandingHold> Standing, IReadOnlySet<string> Decided)
{
    /// <summary>Moves with every hold and every decision; <c>null</c>: there was none yet.</summary>
    internal ETag? Gate { get; init; }
}

/// <summary>Partitions of table <c>Oversight</c>: holds that stand, how far the erasing has come, and what was erased, by month. The journals tell it all.</summary>
public sealed class RetentionBook(OneVisitStorage storage)
{
    private const string Holds = "holds";
    private const string AllHolds = "holds-all";
    private const string Round = "erasing";

    // In the partition of the holds, before all of them: no number begins like this.
    private const string Gate = "!gate";
    private const string Decided = "!decided!";
    private readonly TableClient table = storage.Table(Names.Oversight);

    /// <summary>A hold stands; noted again it stands once. Whoever was about to erase by the holds that stood before is refused.</summary>
    public async Task NoteHoldAsync(StandingHold hold, CancellationToken cancellation = default)
    {
        await table.UpsertEntityAsync(new TableEntity(AllHolds, Keys.Of(hold.HoldId)), TableUpdateMode.Replace, cancellation);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, Records.RowOf(Holds, Keys.Of(hold.HoldId), hold)), new(TableTransactionActionType.UpsertReplace, GateRow())], cancellation);
    }

    /// <summary>The same hold under another hash of the same person; one that was lifted meanwhile stays lifted.</summary>
    /// <returns><c>false</c>: it was.</returns>
    public async Task<bool> RenameAsync(StandingHold hold, string personHash, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Holds, Keys.Of(hold.HoldId), cancellationToken: cancellation);
        if (!row.HasValue)
            return false;
        try
        {
            var renamed = Records.RowOf(Holds, Keys.Of(hold.HoldId), Records.Of<StandingHold>(row.Value!) with { PersonHash = personHash });
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, renamed, row.Value!.ETag), new(TableTransactionActionType.UpsertReplace, GateRow())], cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    public Task RemoveHoldAsync(string holdId, CancellationToken cancellation = default) => table.DeleteEntityAsync(Holds, Keys.Of(holdId), ETag.All, cancellation);

    /// <summary>The holds that stand, and what is being erased although one may have come since.</summary>
    public async Task<HoldsSeen> HoldsAsync(CancellationToken cancellation = default)
    {
        // Before the holds: one that comes in between moves it.
        var gate = await table.GetEntityIfExistsAsync<TableEntity>(Holds, Gate, [nameof(TableEntity.RowKey)], cancellation);
        var (standing, decided) = (new List<StandingHold>(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == Holds, cancellationToken: cancellation))
        {
            if (row.RowKey.StartsWith(Decided, StringComparison.Ordinal))
                decided.Add(Keys.Read(row.RowKey[Decided.Length..]));
            else if (row.RowKey != Gate)
                standing.Add(Records.Of<StandingHold>(row));
        }
        return new(standing, decided) { Gate = gate.HasValue ? gate.Value!.ETag : null };
    }

    /// <summary>Decides that a case or matter is erased, by the holds that were seen: whoever orders one from now on is too late. It has to be done then, or taken back.</summary>
    /// <returns><c>false</c>: a hold came since, or somebody decided on something else; look again.</returns>
    public async Task<bool> TryDecideAsync(string id, HoldsSeen seen, CancellationToken cancellation = default)
    {
        TableTransactionAction gate = seen.Gate is { } etag ? new(TableTransactionActionType.UpdateReplace, GateRow(), etag) : new(TableTransactionActionType.Add, GateRow());
        try
        {
            await table.SubmitTransactionAsync([gate, new(TableTransactionActionType.UpsertReplace, Records.RowOf(Holds, DecidedOf(id), new StandingHold(id)))], cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412)
        {
            // Also what a repeated try sees when the first one happened and only its answer was lost.
            return await IsDecidedAsync(id, cancellation);
        }
    }

    /// <summary>It is being erased: a hold on it comes too late.</summary>
    public async Task<bool> IsDecidedAsync(string id, CancellationToken cancellation = default) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Holds, DecidedOf(id), [nameof(TableEntity.RowKey)], cancellation)).HasValue;

    /// <summary>It says so itself by now, or it is not erased after all.</summary>
    public Task ForgetDecisionAsync(string id, CancellationToken cancellation = default) => table.DeleteEntityAsync(Holds, DecidedOf(id), ETag.All, cancellation);

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

    private static TableEntity GateRow() => Records.RowOf(Holds, Gate, new StandingHold(Gate));

    private static string DecidedOf(string id) => Decided + Keys.Of(id);

    private static string PartitionOf(DateOnly day) => Keys.OfMonth("erased", day);
}
