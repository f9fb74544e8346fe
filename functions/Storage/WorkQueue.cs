using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Where a task stands in the order of a desk: by due day, then case, then task.</summary>
public sealed record WorkPlace(DateOnly DueOn, string CaseId, string TaskId)
{
    public static WorkPlace Of(WorkItem item) => new(item.DueOn, item.CaseId, item.TaskId);
}

/// <summary>
/// Table <c>Work</c>: the open tasks of each office, by role and in the order they fall due. A list of a desk, or a page of it, is one range of one partition.
/// </summary>
public sealed class WorkQueue(OneVisitStorage storage)
{
    // Of one transaction of a table.
    private const int MostAtOnce = 100;

    private readonly TableClient table = storage.Table(Names.Work);

    public Task PutAsync(WorkItem item, CancellationToken cancellation = default) => table.UpsertEntityAsync(LineOf(item), TableUpdateMode.Replace, cancellation);

    /// <summary>Takes a task off an office's list; nothing happens when it is not on it.</summary>
    public Task RemoveAsync(string office, Role role, DateOnly dueOn, string caseId, string taskId, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(Keys.Of(office), RowOf(role, new WorkPlace(dueOn, caseId, taskId)), ETag.All, cancellation);

    /// <summary>Takes lines off the lists and puts others on. What changes at one office is one request, and there at once or not at all.</summary>
    /// <param name="off">Nothing happens for those that are not on a list.</param>
    public async Task ChangeAsync(IEnumerable<WorkItem> off, IEnumerable<WorkItem> on, CancellationToken cancellation = default)
    {
        var put = on.Select(item => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LineOf(item))).ToArray();
        var gone = off.Select(item => new TableEntity(Keys.Of(item.Office), RowOf(item.Role, WorkPlace.Of(item))) { ETag = ETag.All })
            .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row));
        // A line that goes and comes stands there in the end; a transaction names it once.
        var changes = put.Concat(gone).DistinctBy(change => (change.Entity.PartitionKey, change.Entity.RowKey));
        foreach (var office in changes.GroupBy(change => change.Entity.PartitionKey))
            await ChangeAsync([.. office], cancellation);
    }

    private async Task ChangeAsync(TableTransactionAction[] changes, CancellationToken cancellation)
    {
        if (changes.Length is > 1 and <= MostAtOnce)
        {
            try
            {
                await table.SubmitTransactionAsync(changes, cancellation);
                return;
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // A line that was to go is not there, as when this was done before and broke off later: one by one, then.
            }
        }
        foreach (var change in changes)
        {
            if (change.ActionType == TableTransactionActionType.Delete)
                await table.DeleteEntityAsync(change.Entity.PartitionKey, change.Entity.RowKey, ETag.All, cancellation);
            else
                await table.UpsertEntityAsync(change.Entity, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>The next lines of a desk, at most so many; one request.</summary>
    /// <param name="after">Those behind it; <c>null</c>: from the first.</param>
    public async Task<IReadOnlyList<WorkItem>> PageAsync(string office, Role role, WorkPlace? after, int most, CancellationToken cancellation = default)
    {
        var (partition, from, to) = (Keys.Of(office), after is null ? Keys.Of(role.Code()) + "!" : RowOf(role, after), Keys.After(Keys.Of(role.Code()) + "!"));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellation).AsPages())
            return [.. page.Values.Select(Records.Of<WorkItem>)];
        return [];
    }

    /// <summary>The work of one role of an office, by due day, then case; or of all its roles, one after the other.</summary>
    public async IAsyncEnumerable<WorkItem> ListAsync(
        string office, Role? role = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var partition = Keys.Of(office);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        if (role is { } one)
        {
            var (from, to) = (Keys.Of(one.Code()) + "!", Keys.After(Keys.Of(one.Code()) + "!"));
            filter += " and " + TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        }
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Records.Of<WorkItem>(row);
    }

    /// <summary>Lines from when the row did not begin with the role get the key they have today. Safe to run any number of times, by several at once.</summary>
    public async Task RekeyAsync(CancellationToken cancellation = default)
    {
        // The day stood first: only old keys begin with a digit.
        await foreach (var row in table.QueryAsync<TableEntity>("RowKey lt ':'", cancellationToken: cancellation))
        {
            await PutAsync(Records.Of<WorkItem>(row), cancellation);
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    private static TableEntity LineOf(WorkItem item) => Records.RowOf(Keys.Of(item.Office), RowOf(item.Role, WorkPlace.Of(item)), item);

    private static string RowOf(Role role, WorkPlace place) => Keys.Of(role.Code(), Stamp(place.DueOn), place.CaseId, place.TaskId);

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
