using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>An instance as the management API shows it.</summary>
internal static class InstanceStatus
{
    public static JsonObject Of(OrchestrationMetadata instance, bool showInput) => new()
    {
        ["name"] = instance.Name,
        ["instanceId"] = instance.InstanceId,
        ["runtimeStatus"] = instance.RuntimeStatus.ToString(),
        ["input"] = showInput ? Answers.Value(instance.SerializedInput) : null,
        ["customStatus"] = Answers.Value(instance.SerializedCustomStatus),
        ["output"] = Answers.Value(instance.SerializedOutput),
        ["createdTime"] = Second(instance.CreatedAt),
        ["lastUpdatedTime"] = Second(instance.LastUpdatedAt),
    };

    private static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";
}
