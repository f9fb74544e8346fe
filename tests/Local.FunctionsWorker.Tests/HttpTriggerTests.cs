using System.Net;
using System.Net.Http.Json;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed class HttpTriggerTests
{
    private static Task<Running> StartAsync() => Running.StartAsync(typeof(HttpFunctions));

    [Fact]
    public async Task Route_values_reach_parameters_of_the_same_name()
    {
        await using var running = await StartAsync();

        Assert.Equal(new Greeting("史家庄", 3), await running.Http.GetFromJsonAsync<Greeting>("api/greet/史家庄/3"));
    }

    [Fact]
    public async Task A_route_constraint_that_fails_is_an_empty_404()
    {
        await using var running = await StartAsync();

        using var answer = await running.Http.GetAsync("api/greet/a/three");

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_method_that_is_not_answered_is_404_as_from_the_functions_host()
    {
        await using var running = await StartAsync();

        using var answer = await running.Http.PostAsync("api/greet/a/3", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_prefix_nothing_answers()
    {
        await using var running = await StartAsync();

        using var answer = await running.Http.GetAsync("greet/a/3");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_parameter_is_read_from_json()
    {
        await using var running = await StartAsync();

        using var answer = await running.Http.PostAsJsonAsync("api/echo", new Greeting("a", 2));

        Assert.Equal(new Greeting("a", 2), await answer.Content.ReadFromJsonAsync<Greeting>());
    }

    [Fact]
    public async Task A_function_without_a_route_answers_at_its_name()
    {
        await using var running = await StartAsync();

        Assert.Equal("Plain /api/Plain True", await running.Http.GetStringAsync("api/Plain"));
    }

    [Fact]
    public async Task A_fault_is_a_500_that_tells_nothing()
    {
        await using var running = await StartAsync();

        using var answer = await running.Http.GetAsync("api/Fails");

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_request_and_its_function_share_one_scope()
    {
        await using var running = await StartAsync();

        Assert.Equal("true", await running.Http.GetStringAsync("api/SameScope"));
    }

    [Fact]
    public async Task A_body_above_the_limit_is_413()
    {
        await using var running = await Running.StartAsync(new LocalFunctionsOptions { MaxRequestBodyBytes = 1000 }, _ => { }, typeof(HttpFunctions));

        using var answer = await running.Http.PostAsync("api/Length", new ByteArrayContent(new byte[1001]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("Keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("Keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("Keyed", "function", HttpStatusCode.OK)]
    [InlineData("Keyed", "master", HttpStatusCode.OK)]
    [InlineData("Master", "function", HttpStatusCode.Unauthorized)]
    [InlineData("Master", "master", HttpStatusCode.OK)]
    public async Task A_key_opens_its_level_and_those_below(string function, string? key, HttpStatusCode expected)
    {
        var options = new LocalFunctionsOptions { FunctionKey = "function", MasterKey = "master" };
        await using var running = await Running.StartAsync(options, _ => { }, typeof(HttpFunctions));
        if (key is not null)
            running.Http.DefaultRequestHeaders.Add("x-functions-key", key);

        using var answer = await running.Http.GetAsync($"api/{function}");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_may_come_in_the_query()
    {
        await using var running = await Running.StartAsync(new LocalFunctionsOptions { FunctionKey = "k" }, _ => { }, typeof(HttpFunctions));

        using var answer = await running.Http.GetAsync("api/Keyed?code=k");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void The_host_listens_to_this_machine_only()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => LocalFunctionsHost.Create(_ => { }, Type.EmptyTypes, new LocalFunctionsOptions { Url = "http://0.0.0.0:0" }));

        Assert.Contains("0.0.0.0", refused.Message, StringComparison.Ordinal);
    }
}
