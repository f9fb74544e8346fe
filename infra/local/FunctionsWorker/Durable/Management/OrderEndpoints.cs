using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Orders to one instance: 202 when taken, 404 when there is none, 410 when it has finished; all without a body.</summary>
internal sealed class OrderEndpoints(DurableTaskEngine engine)
{
    public Task TerminateAsync(HttpContext http) =>
        OrderAsync(http, (id, reason) => engine.Client.TerminateInstanceAsync(id, (object?)reason, http.RequestAborted));

    public Task SuspendAsync(HttpContext http) => OrderAsync(http, (id, reason) => engine.Client.SuspendInstanceAsync(id, reason, http.RequestAborted));

    public Task ResumeAsync(HttpContext http) => OrderAsync(http, (id, reason) => engine.Client.ResumeInstanceAsync(id, reason, http.RequestAborted));

    public async Task RewindAsync(HttpContext http)
    {
        var id = http.Route("instanceId");
        var instance = await engine.Client.GetInstanceAsync(id, http.RequestAborted);
        if (instance?.RuntimeStatus is null or OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Terminated)
        {
            await http.NoneOrFinished(instance);
            return;
        }

        try
        {
            await engine.Client.RewindInstanceAsync(id, http.Query("reason") ?? "", http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (InvalidOperationException notFailed)
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect", notFailed.Message);
        }
    }

    private async Task OrderAsync(HttpContext http, Func<string, string?, Task> order)
    {
        var instance = await engine.Client.GetInstanceAsync(http.Route("instanceId"), http.RequestAborted);
        if (instance is { IsCompleted: false })
        {
            await order(instance.InstanceId, http.Query("reason"));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        await http.NoneOrFinished(instance);
    }
}
