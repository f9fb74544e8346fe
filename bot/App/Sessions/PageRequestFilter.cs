namespace OneVisit.Bot.Sessions;

/// <summary>
/// Lets only our own pages post: a header that no form can set, and an Origin, when the browser names one, that is the address at which people reach the pages. The same program
/// answers under its platform's own name, too: the channel would let no page in that was opened there.
/// </summary>
internal sealed class PageRequestFilter(BotSettings settings) : IEndpointFilter
{
    public const string Header = "X-OneVisit-Page";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        ComesFromOurPage(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));

    /// <summary>Whether the browser says that another site asks for it.</summary>
    public static bool ComesFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none");

    private bool ComesFromOurPage(HttpRequest request)
    {
        if (request.Headers[Header] != "1") return false;
        if (ComesFromElsewhere(request)) return false;
        return request.Headers.Origin is not [{ } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOurs(from, request));
    }

    // On this machine itself the pages have several names, and a port that is known late.
    private bool IsOurs(Uri from, HttpRequest request) => settings.PublicUrl.IsLoopback
        ? from.IsLoopback && from.Authority == new Uri($"http://{request.Host}").Authority
        : from.GetLeftPart(UriPartial.Authority) == settings.PublicUrl.GetLeftPart(UriPartial.Authority);
}
