using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OneVisit.Local.FunctionsWorker.Hosting;

/// <summary>
/// Answers by names of this machine only (<c>localhost</c>, 127.0.0.0/8, <c>[::1]</c>). Whoever owns a name in the DNS may let it lead here: under that name a page of theirs would be of the
/// same origin as ours, and read and press whatever we show.
/// </summary>
public static class OwnNames
{
    private const string Answer = "This program answers on its own machine only: open it as localhost.";

    /// <summary>Comes before anything that takes somebody's word on the name that was asked for.</summary>
    public static void UseOwnNamesOnly(this IApplicationBuilder app) => app.Use((http, next) => IsOwn(http.Request.Host) ? next(http) : RefuseAsync(http.Response));

    private static bool IsOwn(HostString asked) =>
        string.Equals(asked.Host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(asked.Host, out var address) && IPAddress.IsLoopback(address));

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(Answer);
    }
}
