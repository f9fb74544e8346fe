using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>What the management API answers: JSON, a message in JSON, or nothing but a status.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Empty(this HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>To who orders something of an instance that takes no orders: there is none, or it has finished.</summary>
    public static Task NoneOrFinished(this HttpContext http, OrchestrationMetadata? instance) =>
        http.Empty(instance is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);

    public static Task JsonAsync(this HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body?.ToJsonString(AsItIs) ?? "null", http.RequestAborted);
    }

    /// <param name="detail">What the platform puts beside the message as that of an exception.</param>
    public static Task SayAsync(this HttpContext http, int status, string message, string? detail = null)
    {
        JsonObject body = new() { ["Message"] = message };
        if (detail is not null) body["ExceptionMessage"] = detail;
        return http.JsonAsync(status, body);
    }

    /// <summary>JSON as JSON, any other text as a string: a reason given at termination is no JSON.</summary>
    public static JsonNode? Value(string? stored)
    {
        if (stored is null) return null;
        if (string.IsNullOrWhiteSpace(stored)) return "";
        try
        {
            return JsonNode.Parse(stored);
        }
        catch (JsonException)
        {
            return stored.Trim();
        }
    }
}
