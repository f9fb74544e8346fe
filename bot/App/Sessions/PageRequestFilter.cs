namespace OneVisit.Bot.Sessions;

/// <summary>
/// Lets only our own pages post: a header that no form can set, and an Origin, when the browser names one, that is the page's own.
/// </summary>
internal sealed class PageRequestFilter : IEndpointFilter
{
    public const string Header = "X-OneVisit-Page";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ComesFromOurPage(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));

    private static bool ComesFromOurPage(HttpRequest request)
    {
        if (request.Headers[Header] != "1") return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none")) return false;
        return request.Headers.Origin is not [{ } origin]
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == new Uri($"http://{request.Host}").Authority);
    }
}
