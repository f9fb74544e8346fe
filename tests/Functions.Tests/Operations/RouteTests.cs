using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Functions.Tests.Operations;

/// <summary>What the Functions host in the cloud would refuse when it starts, and no compiler sees.</summary>
public sealed partial class RouteTests
{
    // The host refuses every route that begins so, whatever the prefix before it.
    private static readonly string[] KeptByTheHost = ["admin", "runtime"];

    [Fact]
    public void No_route_begins_as_the_hosts_own_do() =>
        Assert.DoesNotContain(Triggers(), http => KeptByTheHost.Any(kept => http.Route!.StartsWith(kept, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void No_two_functions_answer_the_same_request()
    {
        var requests = Triggers().SelectMany(http => http.Methods!.Select(method => $"{method} {Placeholder().Replace(http.Route!, "{}")}".ToLowerInvariant())).ToArray();

        Assert.NotEmpty(requests);
        Assert.Equal(requests.Distinct(), requests);
    }

    private static IEnumerable<HttpTriggerAttribute> Triggers() =>
        typeof(BackOffice).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
