using System.Net;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

/// <summary>Who may ask the management API, and for what.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("instances")]
    [InlineData("instances?code=wrong")]
    [InlineData("instances/o1?code=the system/key=")]
    [InlineData("no/such/route")]
    public async Task Without_the_key_nothing_is_told(string route)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.Http.GetAsync(Desk.WithoutKey(route));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_done()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.Http.PostAsync(Desk.WithoutKey("instances/o1/terminate"), null);

        Assert.Equal(OrchestrationRuntimeStatus.Running, await desk.StatusOfAsync("o1"));
    }

    [Theory]
    [InlineData(Desk.Key)]
    [InlineData("master")]
    public async Task The_key_may_come_in_a_header(string key)
    {
        await using var desk = await Desk.OpenAsync();
        desk.Http.DefaultRequestHeaders.Add("x-functions-key", key);
        using var answer = await desk.Http.GetAsync(Desk.WithoutKey("instances"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "instances/o1")]
    [InlineData("GET", "instances/o1/terminate")]
    [InlineData("POST", "instances")]
    [InlineData("POST", "instances/o1/explode")]
    [InlineData("GET", "orchestrators/PrintOrder")]
    [InlineData("GET", "")]
    public async Task A_route_or_method_that_is_not_there_is_not_found(string method, string route)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), Desk.WithKey(route));
        using var answer = await desk.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("entities")]
    [InlineData("entities/counter/a")]
    public async Task Durable_entities_are_not_implemented(string route)
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync(route);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
    }

    [Theory]
    [InlineData("instances?taskHub=prints&connection=Storage", HttpStatusCode.OK)]
    [InlineData("instances?taskHub=other", HttpStatusCode.BadRequest)]
    public async Task Another_task_hub_is_refused(string route, HttpStatusCode status)
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync(route);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_is_durable_there_is_no_such_door()
    {
        await using var running = await Running.StartAsync(new LocalFunctionsOptions { DurableTaskKey = Desk.Key }, _ => { }, typeof(HttpFunctions));
        using var answer = await running.Http.GetAsync(Desk.WithKey("instances"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
