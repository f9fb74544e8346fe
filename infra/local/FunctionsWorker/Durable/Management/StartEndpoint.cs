using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OneVisit.Local.DurableTask;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>Starts an orchestration and tells where to ask about it, or waits <c>timeout</c> seconds for its output.</summary>
internal sealed class StartEndpoint(DurableTaskEngine engine, StatusEndpoint status, InstanceLinks links)
{
    public async Task AnswerAsync(HttpContext http)
    {
        object? input;
        try
        {
            input = await http.JsonAsync();
        }
        catch (JsonException broken)
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, "Invalid JSON content", broken.Message);
            return;
        }

        StartOrchestrationOptions options = new(http.Route("instanceId"));
        await PointOrWaitAsync(http, await engine.Client.ScheduleNewOrchestrationInstanceAsync(http.Route("name"), input, options, http.RequestAborted));
    }

    /// <summary>Tells where to ask about an instance that has been started, or waits for its output if the caller has the patience.</summary>
    public async Task PointOrWaitAsync(HttpContext http, string id)
    {
        var finished = PatienceOf(http) is { } patience ? await FinishedAsync(id, patience, http.RequestAborted) : null;
        await (finished switch
        {
            null => PointAsync(http, id),
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed } => http.JsonAsync(StatusCodes.Status200OK, Answers.Value(finished.SerializedOutput)),
            _ => status.ShowAsync(http, finished),
        });
    }

    private Task PointAsync(HttpContext http, string id)
    {
        var body = links.For(http.Request, id);
        http.Response.Headers.Location = body["statusQueryGetUri"]!.GetValue<string>();
        http.Response.Headers.RetryAfter = "10";
        return http.JsonAsync(StatusCodes.Status202Accepted, body);
    }

    private async Task<OrchestrationMetadata?> FinishedAsync(string id, TimeSpan patience, CancellationToken gone)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(gone);
        enough.CancelAfter(patience);
        try
        {
            return await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, enough.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TimeSpan? PatienceOf(HttpContext http) =>
        double.TryParse(http.Query("timeout"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
