using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Instances by status, time of creation and beginning of their id, a page at a time.</summary>
internal sealed class ListEndpoint(DurableTaskEngine engine)
{
    /// <summary>In an answer: there is more. In a request: go on from there.</summary>
    private const string Continuation = "x-ms-continuation-token";

    public async Task AnswerAsync(HttpContext http)
    {
        if (!TryReadToken(http, out var after) || !TryReadTop(http, out var top))
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect");
            return;
        }

        OrchestrationQuery query = new(
            http.Time("createdTimeFrom"), http.Time("createdTimeTo"), http.Statuses(), InstanceIdPrefix: http.Query("instanceIdPrefix"),
            PageSize: top, FetchInputsAndOutputs: true, ContinuationToken: after);
        var showInput = http.Flag("showInput") ?? true;
        await foreach (var page in engine.Client.GetAllInstancesAsync(query).AsPages().WithCancellation(http.RequestAborted))
        {
            if (page.ContinuationToken is { } next) http.Response.Headers[Continuation] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next));
            await http.JsonAsync(StatusCodes.Status200OK, new JsonArray([.. page.Values.Select(instance => InstanceStatus.Of(instance, showInput))]));
            return;
        }
    }

    // An id may hold any character, a header may not.
    private static bool TryReadToken(HttpContext http, out string? after)
    {
        after = null;
        if (http.Request.Headers[Continuation].ToString() is not { Length: > 0 } token) return true;
        if (!Base64Url.IsValid(token)) return false;
        after = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        return true;
    }

    private static bool TryReadTop(HttpContext http, out int top)
    {
        if (int.TryParse(http.Query("top"), NumberStyles.Integer, CultureInfo.InvariantCulture, out top)) return top > 0;
        top = OrchestrationQuery.DefaultPageSize;
        return true;
    }
}
