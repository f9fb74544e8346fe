using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>What a request to the management API says. As on the platform a value that cannot be read counts as not given.</summary>
internal static class Requests
{
    public static string? Query(this HttpContext http, string name) => http.Request.Query[name] is { Count: > 0 } values ? values.ToString() : null;

    public static bool? Flag(this HttpContext http, string name) => bool.TryParse(http.Query(name), out var flag) ? flag : null;

    public static DateTimeOffset? Time(this HttpContext http, string name) =>
        DateTimeOffset.TryParse(http.Query(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>Statuses, given once each or with commas between; unknown names are passed over.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> Statuses(this HttpContext http) =>
    [
        .. http.StatusNames()
            .Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status) ? status : default(OrchestrationRuntimeStatus?))
            .OfType<OrchestrationRuntimeStatus>(),
    ];

    public static string[] StatusNames(this HttpContext http) =>
        (http.Query("runtimeStatus") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Route(this HttpContext http, string name) => http.GetRouteValue(name) as string ?? "";

    /// <summary>The body as JSON; <c>null</c> when there is none.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static async Task<JsonElement?> JsonAsync(this HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        if (text.Length == 0) return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
