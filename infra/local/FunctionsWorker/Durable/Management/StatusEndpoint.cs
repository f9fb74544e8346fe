using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask;
using OneVisit.Local.DurableTask.Inspection;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>One instance: 202 with where and when to ask again while it goes on, 200 when it has finished.</summary>
internal sealed class StatusEndpoint(DurableTaskEngine engine, OrchestrationInspector inspector)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var instance = await engine.Client.GetInstanceAsync(http.Route("instanceId"), getInputsAndOutputs: true, http.RequestAborted);
        await (instance is null ? http.Empty(StatusCodes.Status404NotFound) : ShowAsync(http, instance));
    }

    public Task ShowAsync(HttpContext http, OrchestrationMetadata instance)
    {
        var showInput = http.Flag("showInput") ?? true;
        var body = InstanceStatus.Of(instance, showInput);
        if (http.Flag("showHistory") == true && instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending)
            body["historyEvents"] = new HistoryEvents(showInput, http.Flag("showHistoryOutput") ?? false).Of(inspector.History(instance.InstanceId));
        return http.JsonAsync(CodeFor(http, instance), body);
    }

    private static int CodeFor(HttpContext http, OrchestrationMetadata instance)
    {
        if (instance.IsCompleted)
        {
            return instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed && http.Flag("returnInternalServerErrorOnFailure") == true
                ? StatusCodes.Status500InternalServerError
                : StatusCodes.Status200OK;
        }

        http.Response.Headers.Location = http.Request.GetEncodedUrl();
        http.Response.Headers.RetryAfter = "5";
        return StatusCodes.Status202Accepted;
    }
}
