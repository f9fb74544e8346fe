using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Raises an event with a JSON body for an instance that has not finished.</summary>
internal sealed class EventEndpoint(DurableTaskEngine engine)
{
    public async Task AnswerAsync(HttpContext http)
    {
        var instance = await engine.Client.GetInstanceAsync(http.Route("instanceId"), http.RequestAborted);
        if (instance is null or { IsCompleted: true })
        {
            await http.NoneOrFinished(instance);
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "Only application/json request content is supported");
            return;
        }

        try
        {
            var payload = await http.JsonAsync() ?? throw new JsonException("There is no body.");
            await engine.Client.RaiseEventAsync(instance.InstanceId, http.Route("eventName"), payload, http.RequestAborted);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (JsonException broken)
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "Invalid JSON content", broken.Message);
        }
    }
}
