using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>A megabyte goes everywhere where a byte goes.</summary>
public sealed class PayloadTests : OnTheBench
{
    private static readonly string Large = new('凭', 1_000_000);

    [Fact]
    public async Task A_megabyte_passes_through_input_activity_event_and_output()
    {
        bench.Activity<string, string>("Copy", text => text).Orchestrator("Carry", async context =>
        {
            var copied = await context.CallActivityAsync<string>("Copy", context.GetInput<string>());
            return copied == await context.WaitForExternalEvent<string>("same") ? copied : "different";
        }).Start();
        var id = await bench.Schedule("Carry", Large);

        await bench.Client.RaiseEventAsync(id, "same", Large, bench.Deadline);

        Assert.Equal(Large, (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_gets_and_gives_a_megabyte()
    {
        bench.Orchestrator("Child", context => Task.FromResult(context.GetInput<string>()!))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", context.GetInput<string>()))
            .Start();

        Assert.Equal(Large, (await bench.Run("Parent", Large)).ReadOutputAs<string>());
    }
}
