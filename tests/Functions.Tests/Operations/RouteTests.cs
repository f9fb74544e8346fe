using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Functions.Operations;

namespace OneVisit.Functions.Tests.Operations;

/// <summary>What the Functions host in the cloud would refuse when it starts, and no compiler sees.</summary>
public sealed partial class RouteTests
{
    // The host refuses every route that begins so, whatever the prefix before it.
    private static readonly string[] KeptByTheHost = ["admin", "runtime"];

    [Fact]
    public void No_route_begins_as_the_hosts_own_do() =>
        Assert.DoesNotContain(Triggers(), trigger => KeptByTheHost.Any(kept => trigger.Http.Route!.StartsWith(kept, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void No_two_functions_answer_the_same_request()
    {
        var requests = Triggers().SelectMany(trigger => Methods(trigger.Http).Select(method => $"{method} {Placeholder().Replace(trigger.Http.Route!, "{}")}".ToLowerInvariant())).ToArray();

        Assert.NotEmpty(requests);
        Assert.Equal(requests.Distinct(), requests);
    }

    /// <summary>The host asks the functions in the order of their names, and the first whose route fits gets the request, whether or not another's fits nearer.</summary>
    [Fact]
    public void The_function_for_wrong_addresses_is_the_last_that_is_asked() =>
        Assert.Equal(nameof(WrongAddress), Triggers().Select(trigger => trigger.Function).Max(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void A_route_that_is_part_of_another_is_asked_before_it()
    {
        var (all, parts) = (Triggers().Where(trigger => trigger.Function != nameof(WrongAddress)).ToArray(), 0);

        foreach (var (wide, near) in all.SelectMany(wide => all.Where(near => IsPartOf(near.Http, wide.Http)).Select(near => (wide, near))))
        {
            Assert.True(StringComparer.OrdinalIgnoreCase.Compare(near.Function, wide.Function) < 0, $"{near.Http.Route} is never reached: {wide.Function} comes before {near.Function} and takes it.");
            parts++;
        }
        Assert.NotEqual(0, parts);
    }

    private static bool IsPartOf(HttpTriggerAttribute near, HttpTriggerAttribute wide)
    {
        var (nearly, widely) = (near.Route!.Split('/'), wide.Route!.Split('/'));
        return near.Methods!.Intersect(wide.Methods!).Any() && nearly.Length == widely.Length && !nearly.Select(Open).SequenceEqual(widely.Select(Open))
            && nearly.Zip(widely).All(pair => Open(pair.Second) == "{}" || pair.First == pair.Second);
    }

    private static string Open(string segment) => Placeholder().Replace(segment, "{}");

    private static IEnumerable<string> Methods(HttpTriggerAttribute http) => http.Methods ?? ["every method of"];

    private static IEnumerable<(string Function, HttpTriggerAttribute Http)> Triggers() =>
        typeof(BackOffice).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
                .Select(http => (method.GetCustomAttribute<FunctionAttribute>()!.Name, http)));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
