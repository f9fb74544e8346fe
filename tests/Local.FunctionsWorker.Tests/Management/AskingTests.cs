using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

/// <summary>What the management API tells of one instance.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task An_instance_that_goes_on_is_accepted()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync($"instances/{await desk.WaitingAsync()}");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task An_instance_that_goes_on_says_where_to_ask_again()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync($"instances/{await desk.WaitingAsync()}");

        Assert.Equal(answer.RequestMessage!.RequestUri, answer.Headers.Location);
    }

    [Fact]
    public async Task An_instance_that_goes_on_asks_for_five_seconds()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync($"instances/{await desk.WaitingAsync()}");

        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_suspended_instance_is_accepted_too()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Client.SuspendInstanceAsync(await desk.WaitingAsync());
        await desk.StatusOfAsync("o1");
        using var answer = await desk.GetAsync("instances/o1");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task A_completed_instance_is_ok_and_nowhere_else()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync($"instances/{await desk.CompletedAsync()}");

        Assert.Equal((HttpStatusCode.OK, (Uri?)null), (answer.StatusCode, answer.Headers.Location));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("?returnInternalServerErrorOnFailure=true", HttpStatusCode.InternalServerError)]
    public async Task A_failed_instance_is_an_error_only_for_who_asks_for_that(string query, HttpStatusCode status)
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync($"instances/{await desk.FailedAsync()}{query}");

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_instance_is_not_found_and_nothing_is_said()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.GetAsync("instances/nobody");

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_instance_is_described_in_the_platforms_fields()
    {
        await using var desk = await Desk.OpenAsync(new MovableClock(new(2026, 11, 24, 1, 2, 3, 456, TimeSpan.Zero)));
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}");

        Assert.Equal(
            """{"name":"PrintOrder","instanceId":"o1","runtimeStatus":"Completed","input":{"Name":"p","Copies":1},"customStatus":null,"output":"p1-same,sealed","createdTime":"2026-11-24T01:02:03Z","lastUpdatedTime":"2026-11-24T01:02:03Z"}""",
            told.ToJsonString());
    }

    [Fact]
    public async Task The_input_is_left_out_for_who_does_not_want_it()
    {
        await using var desk = await Desk.OpenAsync();
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}?showInput=false");

        Assert.Null(told["input"]);
    }

    [Fact]
    public async Task The_reason_of_a_termination_is_the_output()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var ended = await desk.PostAsync("instances/o1/terminate?reason=%E5%81%9C");
        await desk.StatusOfAsync("o1");

        Assert.Equal("停", (await desk.ReadAsync("instances/o1"))["output"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_history_folds_orders_into_their_results()
    {
        await using var desk = await Desk.OpenAsync();
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}?showHistory=true");

        Assert.Equal(["ExecutionStarted", "TaskCompleted", "EventRaised", "ExecutionCompleted"], Types(told));
    }

    [Fact]
    public async Task A_history_tells_who_did_it_and_since_when()
    {
        await using var desk = await Desk.OpenAsync(new MovableClock(new(2026, 11, 24, 1, 2, 3, TimeSpan.Zero)));
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}?showHistory=true");

        Assert.Equal(
            """{"EventType":"TaskCompleted","FunctionName":"PrintPage","ScheduledTime":"2026-11-24T01:02:03Z","Timestamp":"2026-11-24T01:02:03Z"}""",
            told["historyEvents"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task Results_stand_in_the_history_for_who_wants_them()
    {
        await using var desk = await Desk.OpenAsync();
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}?showHistory=true&showHistoryOutput=true");

        Assert.Equal("p1-same", told["historyEvents"]![1]!["Result"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_asking_there_is_no_history()
    {
        await using var desk = await Desk.OpenAsync();
        var told = await desk.ReadAsync($"instances/{await desk.CompletedAsync()}");

        Assert.False(told.AsObject().ContainsKey("historyEvents"));
    }

    [Fact]
    public async Task A_failure_says_in_the_history_why()
    {
        await using var desk = await Desk.OpenAsync();
        var told = await desk.ReadAsync($"instances/{await desk.FailedAsync()}?showHistory=true");

        Assert.Equal("no paper", told["historyEvents"]!.AsArray()[^1]!["Reason"]!.GetValue<string>());
    }

    private static IEnumerable<string> Types(JsonNode told) => told["historyEvents"]!.AsArray().Select(step => step!["EventType"]!.GetValue<string>());
}
