using System.Net;
using OneVisit.Support;

namespace OneVisit.Local.FunctionsWorker.Tests.Management;

/// <summary>Forgetting instances by the management API.</summary>
public sealed class PurgingTests
{
    [Fact]
    public async Task A_finished_instance_is_forgotten_and_counted()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.CompletedAsync();
        using var answer = await desk.DeleteAsync("instances/o1");

        Assert.Equal(("""{"instancesDeleted":1}""", null), (await answer.Content.ReadAsStringAsync(), await desk.StatusOfAsync("o1")));
    }

    [Fact]
    public async Task An_instance_that_goes_on_is_kept()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.WaitingAsync();
        using var answer = await desk.DeleteAsync("instances/o1");

        Assert.Equal("""{"instancesDeleted":0}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_forgotten()
    {
        await using var desk = await Desk.OpenAsync();
        using var answer = await desk.DeleteAsync("instances/nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("?createdTimeFrom=2026-11-24T00:00:00Z", HttpStatusCode.OK, "running")]
    [InlineData("?createdTimeFrom=2026-11-24T00:00:00Z&runtimeStatus=Failed", HttpStatusCode.OK, "completed running")]
    [InlineData("?createdTimeFrom=2026-11-24T00:00:00Z&createdTimeTo=2026-11-24T00:30:00Z", HttpStatusCode.NotFound, "completed failed running")]
    [InlineData("?createdTimeFrom=2026-11-25T00:00:00Z", HttpStatusCode.NotFound, "completed failed running")]
    [InlineData("", HttpStatusCode.BadRequest, "completed failed running")]
    [InlineData("?createdTimeFrom=yesterday", HttpStatusCode.BadRequest, "completed failed running")]
    [InlineData("?createdTimeFrom=2026-11-24T00:00:00Z&createdTimeTo=tomorrow", HttpStatusCode.BadRequest, "completed failed running")]
    [InlineData("?createdTimeFrom=2026-11-24T00:00:00Z&runtimeStatus=Fialed", HttpStatusCode.BadRequest, "completed failed running")]
    public async Task Many_are_forgotten_by_a_filter_that_can_be_read(string filter, HttpStatusCode status, string left)
    {
        await using var desk = await Desk.OpenAsync(new MovableClock(new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero)));
        await desk.WaitingAsync("running");
        await desk.CompletedAsync("completed");
        await desk.FailedAsync("failed");
        using var answer = await desk.DeleteAsync("instances" + filter);

        var ids = (await desk.ReadAsync("instances")).AsArray().Select(instance => instance!["instanceId"]!.GetValue<string>());
        Assert.Equal((status, left), (answer.StatusCode, string.Join(' ', ids)));
    }
}
