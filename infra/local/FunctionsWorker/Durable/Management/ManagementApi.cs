using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using OneVisit.Local.FunctionsWorker.Http;

namespace OneVisit.Local.FunctionsWorker.Durable.Management;

/// <summary>
/// The HTTP management API of Durable Functions, for the tools and habits of those who run them. Asks for the extension's system key.
/// A route or method it does not have is 404; durable entities, which do not exist here, are 501.
/// </summary>
internal sealed class ManagementApi(
    StatusEndpoint status, ListEndpoint list, StartEndpoint start, OrderEndpoints orders, EventEndpoint events, RestartEndpoint restart,
    PurgeEndpoints purge, FunctionKeys keys, LocalFunctionsOptions options, ILogger<ManagementApi> logger)
{
    public const string Root = "/runtime/webhooks/durabletask";

    public void Map(IEndpointRouteBuilder routes)
    {
        On("POST", "orchestrators/{name}/{instanceId?}", start.AnswerAsync);
        On("GET", "instances", list.AnswerAsync);
        On("DELETE", "instances", purge.ManyAsync);
        On("GET", "instances/{instanceId}", status.AnswerAsync);
        On("DELETE", "instances/{instanceId}", purge.OneAsync);
        On("POST", "instances/{instanceId}/terminate", orders.TerminateAsync);
        On("POST", "instances/{instanceId}/suspend", orders.SuspendAsync);
        On("POST", "instances/{instanceId}/resume", orders.ResumeAsync);
        On("POST", "instances/{instanceId}/rewind", orders.RewindAsync);
        On("POST", "instances/{instanceId}/restart", restart.AnswerAsync);
        On("POST", "instances/{instanceId}/raiseEvent/{eventName}", events.AnswerAsync);
        routes.Map(Root + "/entities/{**rest}", Guarded(http => http.SayAsync(StatusCodes.Status501NotImplemented, "This runtime has no durable entities.")));
        routes.Map(Root + "/{**rest}", Guarded(http => http.Empty(StatusCodes.Status404NotFound)));

        void On(string method, string route, RequestDelegate answer) =>
            routes.Map($"{Root}/{route}", Guarded(answer)).WithMetadata(new AnsweredMethods([method]));
    }

    private RequestDelegate Guarded(RequestDelegate answer) => async http =>
    {
        if (!keys.AdmitDurableTask(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (http.Query("taskHub") is { Length: > 0 } hub && !hub.Equals(options.TaskHub, StringComparison.OrdinalIgnoreCase))
        {
            await http.SayAsync(StatusCodes.Status400BadRequest, $"The only task hub of this runtime is '{options.TaskHub}'.");
            return;
        }

        try
        {
            await answer(http);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            await FailAsync(http, trouble);
        }
    };

    // The engine's client says by Internal that it was asked for something impossible: no such orchestrator, an id that cannot be.
    private Task FailAsync(HttpContext http, Exception trouble)
    {
        switch (trouble)
        {
            case BadHttpRequestException bad:
                return http.Empty(bad.StatusCode);
            case RpcException { StatusCode: StatusCode.Internal } wrong:
                return http.SayAsync(StatusCodes.Status400BadRequest, "One or more of the arguments submitted is incorrect", wrong.Status.Detail);
            case InvalidOperationException refused:
                return http.SayAsync(StatusCodes.Status500InternalServerError, "Something went wrong while processing your request", refused.Message);
            case RpcException refused:
                return http.SayAsync(StatusCodes.Status500InternalServerError, "Something went wrong while processing your request", refused.Status.Detail);
            default:
                logger.LogError(trouble, "The management API failed");
                return http.SayAsync(StatusCodes.Status500InternalServerError, "Something went wrong while processing your request");
        }
    }
}
