using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneVisit.Domain;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Staffing;
using OneVisit.Storage;

namespace OneVisit.Functions.FrontDoor;

/// <summary>
/// The step round every HTTP function: who speaks, whether they may (<see cref="ActDoor"/>), about which case (log scope and trace), and problem details (RFC 9457) instead of a bare 500.
/// </summary>
public sealed class RequestDesk(ActDoor door, ILogger<RequestDesk> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var request = context.GetHttpContext()!.Request;
        using var scope = ScopeOf(request);
        SetHeaders(request);
        try
        {
            if (await door.AgainstAsync(request, context.FunctionDefinition.Name, context.CancellationToken) is { } refused)
                context.GetInvocationResult().Value = refused;
            else
            {
                await next(context);
                if (ActDoor.InsteadOf(request, context.GetInvocationResult().Value) is { } told)
                    context.GetInvocationResult().Value = told;
            }
        }
        catch (Exception trouble) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            context.GetInvocationResult().Value = Explain(request, context.FunctionDefinition.Name, trouble);
        }
    }

    // Answers are written for one reader, and most are about a person: nobody on the way keeps them.
    private static void SetHeaders(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentLanguage = request.Language().Code();
        headers.Vary = "Accept-Language";
        headers.XContentTypeOptions = "nosniff";
    }

    private IDisposable? ScopeOf(HttpRequest request)
    {
        if (request.RouteValues.GetValueOrDefault("caseId") is not string caseId || !CaseNumber.IsOne(caseId))
            return null;
        Activity.Current?.SetTag("onevisit.case", caseId);
        return logger.BeginScope(new Dictionary<string, object> { ["CaseId"] = caseId });
    }

    private Microsoft.AspNetCore.Mvc.IActionResult Explain(HttpRequest request, string function, Exception trouble)
    {
        switch (trouble)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problems.FileTooLarge(request);
            case BadHttpRequestException:
                return Problems.Malformed(request);
            case UnprovenException:
                return Problems.ProofNeeded(request);
            case StorageUnavailableException:
                logger.LogError(trouble, "{Function}: storage is not reachable", function);
                return Problems.Busy(request);
            case IdentityUnavailableException:
                logger.LogError(trouble, "{Function}: the tenant's keys cannot be read", function);
                return Problems.Busy(request);
            default:
                logger.LogError(trouble, "{Function} failed", function);
                return Problems.Unexpected(request);
        }
    }
}
