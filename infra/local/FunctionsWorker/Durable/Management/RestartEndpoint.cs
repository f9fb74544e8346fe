using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Starts an orchestrator again with the input it had: under a new id unless <c>restartWithNewInstanceId=false</c>.</summary>
internal sealed class RestartEndpoint(DurableTaskEngine engine, StartEndpoint start)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var id = http.Route("instanceId");
        if (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true, http.RequestAborted) is not { } before)
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "InstanceId does not match a valid orchestration instance.");
            return;
        }

        var input = before.SerializedInput is { } json ? JsonNode.Parse(json) : null;
        await start.StartAsync(http, before.Name, http.Flag("restartWithNewInstanceId") ?? true ? "" : id, input);
    }
}
