using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace OneVisit.Bot.Tests.City;

/// <summary>Something the bot answers: a method and a route with holes.</summary>
internal sealed partial record Door(string Method, string Route)
{
    public bool IsRead => Method == "GET";

    /// <summary>The channel's: it shows a signed token with each activity, and no browser comes here.</summary>
    public bool IsChannels => Route == "/api/messages";

    /// <summary>All there are, without those of the tests.</summary>
    public static IReadOnlyList<Door> Of(WebApplication app) =>
    [
        .. from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
           where !route.StartsWith("/test/", StringComparison.Ordinal)
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           orderby route, method
           select new Door(method, route),
    ];

    /// <summary>Its address, with each hole filled.</summary>
    public string Filled(Func<string, string> fill) => Hole().Replace(Route, hole => Uri.EscapeDataString(fill(hole.Groups["name"].Value)))[1..];

    [GeneratedRegex(@"\{(?<name>[^}:?*]+)[^}]*\}")]
    private static partial Regex Hole();
}
