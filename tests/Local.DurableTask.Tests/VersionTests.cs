using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class VersionTests : OnTheBench
{
    [Fact]
    public async Task Without_versioning_the_version_is_empty() => Assert.Equal("", await SeenBy(new()));

    [Fact]
    public async Task An_orchestrator_sees_the_version_it_was_started_with() =>
        Assert.Equal("2.1", await SeenBy(new() { Version = "2.1" }));

    [Fact]
    public async Task Started_without_a_version_it_has_the_default_one()
    {
        await Carry(new("1.7"));

        Assert.Equal("1.7", await SeenBy(new()));
    }

    [Fact]
    public async Task A_running_orchestration_keeps_its_version_when_the_default_moves_on()
    {
        await Carry(new("1.0"));
        var id = await Waiting().Schedule("Wait");
        await bench.Idle();

        await Carry(new("2.0"));
        Waiting();
        await bench.Client.RaiseEventAsync(id, "go", 1, bench.Deadline);

        Assert.Equal("1.0", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_has_the_version_its_parent_chose() => Assert.Equal("3.0", await SeenByChild(new SubOrchestrationOptions { Version = "3.0" }));

    [Fact]
    public async Task A_child_for_which_none_was_chosen_has_the_default_version() => Assert.Equal("1.7", await SeenByChild(null));

    [Fact]
    public async Task Starting_over_an_orchestration_can_take_a_new_version()
    {
        bench.Orchestrator("Renew", context =>
        {
            if (context.Version == "1.0") context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            return Task.FromResult(context.Version);
        }).Start();

        var id = await bench.Client.ScheduleNewOrchestrationInstanceAsync("Renew", new() { Version = "1.0" }, bench.Deadline);

        Assert.Equal("2.0", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(VersionMatch.CurrentOrOlder, "1.0", OrchestrationRuntimeStatus.Completed)]
    [InlineData(VersionMatch.CurrentOrOlder, "1.5", OrchestrationRuntimeStatus.Completed)]
    [InlineData(VersionMatch.CurrentOrOlder, "1.10", OrchestrationRuntimeStatus.Failed)]
    [InlineData(VersionMatch.Strict, "1.0", OrchestrationRuntimeStatus.Failed)]
    [InlineData(VersionMatch.Strict, "1.5", OrchestrationRuntimeStatus.Completed)]
    [InlineData(VersionMatch.None, "9.0", OrchestrationRuntimeStatus.Completed)]
    public async Task What_the_program_does_not_carry_fails_if_so_set(VersionMatch match, string version, OrchestrationRuntimeStatus expected)
    {
        await Carry(new("1.5", match, VersionMismatch.Fail));
        bench.Orchestrator("Tell", context => Task.FromResult(context.Version)).Start();

        var id = await bench.Client.ScheduleNewOrchestrationInstanceAsync("Tell", new() { Version = version }, bench.Deadline);

        Assert.Equal(expected, (await bench.Completion(id)).RuntimeStatus);
    }

    [Fact]
    public async Task What_the_program_does_not_carry_waits_for_one_that_does()
    {
        await Carry(new("1.0"));
        bench.Orchestrator("Tell", context => Task.FromResult(context.Version)).Start();
        var id = await bench.Client.ScheduleNewOrchestrationInstanceAsync("Tell", new() { Version = "2.0" }, bench.Deadline);
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await bench.Look(id)).RuntimeStatus);

        await Carry(new("2.0"));
        bench.Orchestrator("Tell", context => Task.FromResult(context.Version)).Start();

        Assert.Equal("2.0", (await bench.Completion(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", " ", 1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2018", "2025", -1)]
    [InlineData("Spring", "spring", 0)]
    public void Versions_are_put_in_order_as_numbers_or_else_as_words(string source, string other, int expected) =>
        Assert.Equal(expected, Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(source, other)));

    private Task Carry(OrchestrationVersioning versioning)
    {
        bench.Options = options => options with { Versioning = versioning };
        return bench.Crash();
    }

    private Bench Waiting() => bench.Orchestrator("Wait", async context =>
    {
        await context.WaitForExternalEvent<int>("go");
        return context.Version;
    }).Start();

    private async Task<string?> SeenBy(StartOrchestrationOptions options)
    {
        bench.Orchestrator("Tell", context => Task.FromResult(context.Version)).Start();
        var id = await bench.Client.ScheduleNewOrchestrationInstanceAsync("Tell", options, bench.Deadline);
        return (await bench.Completion(id)).ReadOutputAs<string>();
    }

    private async Task<string?> SeenByChild(SubOrchestrationOptions? options)
    {
        await Carry(new("1.7", VersionMatch.None));
        bench.Orchestrator("Child", context => Task.FromResult(context.Version))
            .Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", null, options))
            .Start();
        return (await bench.Run("Parent")).ReadOutputAs<string>();
    }
}
