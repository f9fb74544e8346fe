using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Table <c>Work</c>: the open tasks of each office in the order they fall due. A list is one range of one partition.</summary>
public sealed class WorkQueue(OneVisitStorage storage)
{
    private readonly TableClient table = storage.Table(Names.Work);

    public Task PutAsync(WorkItem item, CancellationToken cancellation = default)
    {
        var row = Records.RowOf(Keys.Of(item.Office), RowOf(item.DueOn, item.CaseId, item.TaskId), item);
        row["Role"] = item.Role.Code();
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Takes a task off an office's list; nothing happens when it is not on it.</summary>
    public Task RemoveAsync(string office, DateOnly dueOn, string caseId, string taskId, CancellationToken cancellation = default) =>
        table.DeleteEntityAsync(Keys.Of(office), RowOf(dueOn, caseId, taskId), Azure.ETag.All, cancellation);

    /// <summary>The work of an office, or of one role in it, by due day, then case.</summary>
    public async IAsyncEnumerable<WorkItem> ListAsync(
        string office, Role? role = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var partition = Keys.Of(office);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        if (role is { } one)
            filter += " and " + TableClient.CreateQueryFilter($"Role eq {one.Code()}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return Records.Of<WorkItem>(row);
    }

    private static string RowOf(DateOnly dueOn, string caseId, string taskId) => Keys.Of(Stamp(dueOn), caseId, taskId);

    private static string Stamp(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
