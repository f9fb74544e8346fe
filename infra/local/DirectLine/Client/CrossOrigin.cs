using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OneVisit.Local.DirectLine.Client;

/// <summary>Lets pages of the listed origins call (CORS); others are left to the browser's same-origin rule. Credentials are never cookies here.</summary>
internal static class CrossOrigin
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapMethods("/{**any}", [HttpMethods.Options], (HttpContext context, DirectLineOptions options) =>
        {
            Allow(context, options);
            return Results.NoContent();
        });
        group.AddEndpointFilter((call, next) =>
        {
            Allow(call.HttpContext, call.HttpContext.RequestServices.GetRequiredService<DirectLineOptions>());
            return next(call);
        });
    }

    private static void Allow(HttpContext context, DirectLineOptions options)
    {
        if (context.Request.Headers.Origin is not [{ } origin] || !options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Vary = "Origin";
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = "authorization, content-type, content-disposition, x-ms-bot-agent, x-requested-with";
    }
}
