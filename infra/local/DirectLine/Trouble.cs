using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneVisit.Local.DirectLine;

/// <summary>What goes wrong in the service itself, such as a disk that is full, is told in the documented shape too.</summary>
internal sealed partial class Trouble(ILogger<Trouble> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception trouble) when (IsOurs(trouble, context.HttpContext))
        {
            ServiceFailed(trouble);
            return Refusal.ServiceFailed;
        }
    }

    // A caller who sends no HTTP, or has gone, is the server's to deal with.
    private static bool IsOurs(Exception trouble, HttpContext http) =>
        trouble is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted;

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel could not do what it was asked.")]
    private partial void ServiceFailed(Exception trouble);
}
