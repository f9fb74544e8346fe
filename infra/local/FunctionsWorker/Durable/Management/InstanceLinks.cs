using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Where an instance can be asked and steered. The links carry the key, as the platform's do.</summary>
internal sealed class InstanceLinks(LocalFunctionsOptions options)
{
    // As in host.json. There is one store here, whatever it is called.
    private const string Connection = "AzureWebJobsStorage";

    public JsonObject For(HttpRequest request, string instance)
    {
        var self = $"{request.Scheme}://{request.Host}{ManagementApi.Root}/instances/{WebUtility.UrlEncode(instance)}";
        var suffix = $"taskHub={WebUtility.UrlEncode(options.TaskHub)}&connection={Connection}"
            + (options.DurableTaskKey is { } key ? $"&code={Uri.EscapeDataString(key)}" : "");
        return new()
        {
            ["id"] = instance,
            ["statusQueryGetUri"] = $"{self}?{suffix}",
            ["sendEventPostUri"] = $"{self}/raiseEvent/{{eventName}}?{suffix}",
            ["terminatePostUri"] = $"{self}/terminate?reason={{text}}&{suffix}",
            ["rewindPostUri"] = $"{self}/rewind?reason={{text}}&{suffix}",
            ["purgeHistoryDeleteUri"] = $"{self}?{suffix}",
            ["restartPostUri"] = $"{self}/restart?{suffix}",
            ["suspendPostUri"] = $"{self}/suspend?reason={{text}}&{suffix}",
            ["resumePostUri"] = $"{self}/resume?reason={{text}}&{suffix}",
        };
    }
}
