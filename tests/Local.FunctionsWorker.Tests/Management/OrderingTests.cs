using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

/// <summary>Starting, steering and waking instances by the management API.</summary>
public sealed class OrderingTests
{
    [Fact]
    public async Task A_start_is_accepted_and_says_where_to_ask_in_ten_seconds()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.PostAsync("orchestrators/PrintOrder/o1", JsonContent.Create(new Order("p", 1)));
        var links = await answer.Content.ReadFromJsonAsync<JsonNode>();

        Assert.Equal(
            (HttpStatusCode.Accepted, TimeSpan.FromSeconds(10), links!["statusQueryGetUri"]!.GetValue<string>()),
            (answer.StatusCode, answer.Headers.RetryAfter?.Delta, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_start_tells_every_link()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.PostAsync("orchestrators/PrintOrder/o1", JsonContent.Create(new Order("p", 1)));
        var links = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(
            ["id", "statusQueryGetUri", "sendEventPostUri", "terminatePostUri", "rewindPostUri", "purgeHistoryDeleteUri", "restartPostUri", "suspendPostUri", "resumePostUri"],
            links!.Select(link => link.Key));
    }

    [Fact]
    public async Task The_links_of_a_start_lead_somewhere()
    {
        await using var desk = await Desk.OpenAsync();
        using var started = await desk.PostAsync("orchestrators/PrintOrder", JsonContent.Create(new Order("p", 1)));
        var links = await started.Content.ReadFromJsonAsync<JsonNode>();
        using var raised = await desk.Http.PostAsync(
            links!["sendEventPostUri"]!.GetValue<string>().Replace("{eventName}", "stamp", StringComparison.Ordinal), JsonContent.Create("sealed"));
        var id = links["id"]!.GetValue<string>();
        var done = await desk.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal("p1-same,sealed", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Who_has_a_moment_gets_the_output_at_once()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.PostAsync("orchestrators/BreakOrder?timeout=20");
        var told = await answer.Content.ReadFromJsonAsync<JsonNode>();

        Assert.Equal((HttpStatusCode.OK, "no paper"), (answer.StatusCode, told!["output"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("orchestrators/NoSuchThing", "{}")]
    [InlineData("orchestrators/PrintOrder/@o1", "{}")]
    [InlineData("orchestrators/PrintOrder/o1", "{\"Name\":")]
    public async Task A_start_that_cannot_be_is_a_bad_request_and_starts_nothing(string route, string body)
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.PostAsync(route, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, "[]"), (answer.StatusCode, (await desk.ReadAsync("instances")).ToJsonString()));
    }

    [Fact]
    public async Task An_id_in_use_is_not_started_again()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.PostAsync("orchestrators/BreakOrder/o1");

        Assert.Equal((HttpStatusCode.InternalServerError, OrchestrationRuntimeStatus.Running), (answer.StatusCode, await desk.StatusOfAsync("o1")));
    }

    [Fact]
    public async Task An_event_with_json_wakes_who_waits_for_it()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.PostAsync("instances/o1/raiseEvent/stamp", JsonContent.Create("sealed"));

        Assert.Equal((HttpStatusCode.Accepted, OrchestrationRuntimeStatus.Completed), (answer.StatusCode, await desk.StatusOfAsync("o1")));
    }

    [Theory]
    [InlineData("\"sealed\"", "text/plain")]
    [InlineData("sealed", "application/json")]
    [InlineData("", "application/json")]
    public async Task An_event_that_is_no_json_wakes_nobody(string body, string type)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.PostAsync("instances/o1/raiseEvent/stamp", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal((HttpStatusCode.BadRequest, OrchestrationRuntimeStatus.Running), (answer.StatusCode, await desk.StatusOfAsync("o1")));
    }

    [Theory]
    [InlineData("terminate", OrchestrationRuntimeStatus.Terminated)]
    [InlineData("suspend", OrchestrationRuntimeStatus.Suspended)]
    public async Task An_order_is_accepted_and_followed(string order, OrchestrationRuntimeStatus status)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.PostAsync($"instances/o1/{order}?reason=why");

        Assert.Equal((HttpStatusCode.Accepted, "", status), (answer.StatusCode, await answer.Content.ReadAsStringAsync(), await desk.StatusOfAsync("o1")));
    }

    [Fact]
    public async Task A_suspended_instance_goes_on_when_resumed()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Client.SuspendInstanceAsync(await desk.WaitingAsync());
        await desk.StatusOfAsync("o1");
        using var answer = await desk.PostAsync("instances/o1/resume");

        Assert.Equal((HttpStatusCode.Accepted, OrchestrationRuntimeStatus.Running), (answer.StatusCode, await desk.StatusOfAsync("o1")));
    }

    [Theory]
    [InlineData("terminate")]
    [InlineData("suspend")]
    [InlineData("resume")]
    [InlineData("rewind")]
    [InlineData("raiseEvent/stamp")]
    public async Task A_finished_instance_is_gone_for_orders(string order)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.CompletedAsync();
        using var answer = await desk.PostAsync($"instances/o1/{order}", JsonContent.Create(1));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("terminate", HttpStatusCode.NotFound)]
    [InlineData("suspend", HttpStatusCode.NotFound)]
    [InlineData("resume", HttpStatusCode.NotFound)]
    [InlineData("rewind", HttpStatusCode.NotFound)]
    [InlineData("raiseEvent/stamp", HttpStatusCode.NotFound)]
    [InlineData("restart", HttpStatusCode.BadRequest)]
    public async Task There_is_nothing_to_order_of_an_unknown_instance(string order, HttpStatusCode status)
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.PostAsync($"instances/nobody/{order}", JsonContent.Create(1));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_failed_instance_is_taken_back_to_before_its_failure()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.FailedAsync();
        using var answer = await desk.PostAsync("instances/o1/rewind?reason=why");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task An_instance_that_has_not_failed_is_not_taken_back()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.PostAsync("instances/o1/rewind?reason=why");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?restartWithNewInstanceId=false", true)]
    public async Task A_restart_begins_again_with_the_same_input(string query, bool same)
    {
        await using var desk = await Desk.OpenAsync();
        await desk.CompletedAsync();
        using var answer = await desk.PostAsync($"instances/o1/restart{query}");
        var id = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();

        Assert.Equal((same, """{"Name":"p","Copies":1}"""), (id == "o1", (await desk.ReadAsync($"instances/{id}"))["input"]!.ToJsonString()));
    }
}
