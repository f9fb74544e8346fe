using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>Who waits for a sub-orchestration, and under which number.</summary>
internal sealed record ParentLink(string Id, string Execution, string Name, int Task);

/// <summary>An orchestration as the store knows it. A new execution begins with each start and each ContinueAsNew.</summary>
internal sealed record InstanceRow(
    string Id, string Execution, string Name, OrchestrationRuntimeStatus Status, string? Input, string? Output, string? CustomStatus,
    TaskFailureDetails? Failure, DateTimeOffset Created, DateTimeOffset Updated, ParentLink? Parent, string? Trace, string Version = "")
{
    public const string Columns =
        "id,execution,name,status,input,output,custom_status,failure,created,updated,parent,parent_execution,parent_name,parent_task,trace,version";

    public bool IsFinal => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), (OrchestrationRuntimeStatus)row.GetInt32(3),
        row.Text(4), row.Text(5), row.Text(6), FailureText.Read(row.Text(7)),
        new(row.GetInt64(8), TimeSpan.Zero), new(row.GetInt64(9), TimeSpan.Zero),
        row.Text(10) is { } parent ? new(parent, row.GetString(11), row.GetString(12), row.GetInt32(13)) : null,
        row.Text(14), row.GetString(15));
}

/// <summary>Failures as stored text.</summary>
internal static class FailureText
{
    public static string Write(TaskFailureDetails failure) => JsonSerializer.Serialize(failure);

    public static TaskFailureDetails? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<TaskFailureDetails>(text);
}

internal static class RowText
{
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
