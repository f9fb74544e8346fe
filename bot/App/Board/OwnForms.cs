namespace OneVisit.Bot.Board;

/// <summary>Lets only forms of our own pages post. Browsers say from where a form comes; a form without a script can say nothing else.</summary>
internal sealed class OwnForms : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ComesFromUs(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));

    private static bool ComesFromUs(HttpRequest request)
    {
        if (!request.HasFormContentType) return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site != "same-origin") return false;
        return request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == new Uri($"http://{request.Host}").Authority);
    }
}
