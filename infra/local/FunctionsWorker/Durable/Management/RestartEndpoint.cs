using Microsoft.AspNetCore.Http;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Starts an orchestrator again with the input it had: under a new id unless <c>restartWithNewInstanceId=false</c>.</summary>
internal sealed class RestartEndpoint(DurableTaskEngine engine, StartEndpoint start)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var id = http.Route("instanceId");
        try
        {
            await start.PointOrWaitAsync(http, await engine.Client.RestartAsync(id, http.Flag("restartWithNewInstanceId") ?? true, http.RequestAborted));
        }
        catch (ArgumentException unknown)
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "InstanceId does not match a valid orchestration instance.", unknown.Message);
        }
    }
}
