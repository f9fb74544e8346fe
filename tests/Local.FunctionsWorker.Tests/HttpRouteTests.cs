using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Local.FunctionsWorker.Tests;

public static class RouteFunctions
{
    [Function("Whole")]
    public static IActionResult Whole([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "whole/{number:int:min(1)}")] HttpRequest request, int number) => Said(number);

    [Function("Letters")]
    public static IActionResult Letters([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "letters/{word:alpha}")] HttpRequest request, string word) => Said(word);

    [Function("Pattern")]
    public static IActionResult Pattern([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pattern/{code:regex(^[A-Z]{{2}}-\\d+$)}")] HttpRequest request, string code) => Said(code);

    [Function("Unique")]
    public static IActionResult Unique([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unique/{id:guid}")] HttpRequest request, Guid id) => Said(id);

    [Function("Perhaps")]
    public static IActionResult Perhaps([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "perhaps/{page:int?}")] HttpRequest request, int? page) => Said(page?.ToString() ?? "none");

    [Function("Usual")]
    public static IActionResult Usual([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "usual/{page:int=7}")] HttpRequest request, int page) => Said(page);

    [Function("Needed")]
    public static IActionResult Needed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "needed/{page?}")] HttpRequest request, int page) => Said(page);

    [Function("Rest")]
    public static IActionResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rest/{*path}")] HttpRequest request, string? path) => Said(path ?? "none");

    [Function("Asked")]
    public static IActionResult Asked(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "asked/{kind}")] HttpRequest request, [FromRoute] string kind, [FromQuery] int most, [FromQuery] string? after) =>
        Said($"{kind} {most} {after ?? "none"}");

    [Function("Fixed")]
    public static IActionResult Fixed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/fixed")] HttpRequest request) => Said("fixed");

    [Function("named")]
    public static IActionResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/{word}")] HttpRequest request, string word) => Said("named " + word);

    [Function("TooLate")]
    public static IActionResult TooLate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/late")] HttpRequest request) => Said("late");

    [Function("Zest")]
    public static IActionResult Zest([HttpTrigger(AuthorizationLevel.Anonymous, "delete", "put", Route = "{*path}")] HttpRequest request, string path) => Said($"{request.Method} {path}");

    [Function("Any")]
    public static IActionResult Any([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any")] HttpRequest request) => Said(request.Method);

    private static ContentResult Said(object what) => new() { Content = what.ToString(), ContentType = "text/plain; charset=utf-8" };
}

public sealed class HttpRouteTests
{
    [Theory]
    [InlineData("whole/3", "3")]
    [InlineData("letters/abc", "abc")]
    [InlineData("pattern/AB-12", "AB-12")]
    [InlineData("unique/6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("perhaps/2", "2")]
    [InlineData("perhaps", "none")]
    [InlineData("usual", "7")]
    [InlineData("rest/a/b/c", "a/b/c")]
    [InlineData("rest", "none")]
    [InlineData("asked/village?most=5&after=x%20y", "village 5 x y")]
    [InlineData("asked/village?most=5", "village 5 none")]
    [InlineData("named/fixed", "fixed")]
    [InlineData("WHOLE/3", "3")]
    public async Task What_fits_the_route_arrives(string path, string expected)
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        Assert.Equal(expected, await running.Http.GetStringAsync($"api/{path}"));
    }

    [Fact]
    public async Task Of_two_routes_that_fit_the_one_of_the_first_name_is_taken_and_not_the_nearer_one()
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        Assert.Equal("named late", await running.Http.GetStringAsync("api/named/late"));
    }

    [Theory]
    [InlineData("DELETE", "api/nowhere/at/all", "DELETE nowhere/at/all")]
    [InlineData("PUT", "api/whole/3", "PUT whole/3")]
    [InlineData("DELETE", "api", "DELETE ")]
    public async Task A_route_for_everything_gets_what_no_other_takes_a_method_of_theirs_too(string method, string path, string expected)
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.SendAsync(new(new(method), path));

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_route_for_everything_gets_nothing_outside_the_prefix()
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.DeleteAsync("runtime/nowhere");

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("whole/0")]
    [InlineData("whole/x")]
    [InlineData("letters/a1")]
    [InlineData("pattern/A-12")]
    [InlineData("unique/6f96")]
    [InlineData("perhaps/two")]
    [InlineData("perhaps/2/3")]
    public async Task What_does_not_fit_the_route_is_an_empty_404(string path)
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.GetAsync($"api/{path}");

        Assert.Equal((HttpStatusCode.NotFound, 0), (answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("needed")]
    [InlineData("needed/two")]
    [InlineData("asked/village")]
    [InlineData("asked/village?most=all")]
    public async Task A_value_that_is_missing_or_no_number_is_a_500_as_in_the_real_worker(string path)
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.GetAsync($"api/{path}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Without_methods_a_function_answers_all_of_them(string method)
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.SendAsync(new(new(method), "api/any"));

        Assert.Equal(method, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Head_is_a_method_of_its_own()
    {
        await using var running = await Running.StartAsync(typeof(RouteFunctions));

        using var answer = await running.Http.SendAsync(new(HttpMethod.Head, "api/whole/3"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
