using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>A failed orchestration, its cause mended, goes on from before the failure.</summary>
public sealed class RewindTests : OnTheBench
{
    private readonly Dictionary<string, int> ran = [];
    private volatile bool broken = true;

    [Fact]
    public async Task What_failed_is_tried_again_and_the_rest_is_not()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context =>
            await context.CallActivityAsync<string>("Do", "survey") + await context.CallActivityAsync<string>("Do", "fragile"));

        await FailMendAndRewind();

        Assert.Equal((1, 2), (ran["survey"], ran["fragile"]));
    }

    [Fact]
    public async Task It_completes_with_what_it_would_have_said_at_first()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context =>
            await context.CallActivityAsync<string>("Do", "survey") + await context.CallActivityAsync<string>("Do", "fragile"));

        Assert.Equal("surveyfragile", (await FailMendAndRewind()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task After_its_retries_a_failed_activity_begins_with_the_last_attempt()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", context => context.CallActivityAsync<string>(
            "Do", "fragile", new TaskOptions(new RetryPolicy(2, TimeSpan.FromMinutes(1)))));

        Assert.Equal("fragile", (await FailMendAndRewind()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Of_many_at_once_only_those_that_failed_run_again()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context => string.Concat(await Task.WhenAll(
            context.CallActivityAsync<string>("Do", "a"), context.CallActivityAsync<string>("Do", "fragile"), context.CallActivityAsync<string>("Do", "b"))));

        await FailMendAndRewind();

        Assert.Equal((1, 2, 1), (ran["a"], ran["fragile"], ran["b"]));
    }

    [Fact]
    public async Task Something_cleaned_up_after_the_failure_is_undone_with_it()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Do", "fragile");
            }
            catch (TaskFailedException)
            {
                await context.CallActivityAsync<string>("Do", "clean up");
                throw;
            }
        });

        Assert.Equal("fragile", (await FailMendAndRewind()).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_failed_child_is_taken_back_with_its_parent()
    {
        bench.Activity<string, string>("Do", Do)
            .Orchestrator("Child", async context =>
                await context.CallActivityAsync<string>("Do", "survey") + await context.CallActivityAsync<string>("Do", "fragile"))
            .Orchestrator("Case", context => context.CallSubOrchestratorAsync<string>("Child"));

        await FailMendAndRewind();

        Assert.Equal((1, 2), (ran["survey"], ran["fragile"]));
    }

    [Fact]
    public async Task A_timer_that_had_not_fired_is_set_again()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context =>
        {
            var later = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await context.CallActivityAsync<string>("Do", "fragile");
            await later;
            return "in time";
        }).Start();
        var id = await bench.Schedule("Case");
        await bench.Completion(id);
        broken = false;

        await bench.Client.RewindInstanceAsync(id, "mended", bench.Deadline);
        await bench.Advance(TimeSpan.FromDays(1));

        Assert.Equal("in time", (await bench.Look(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestrator_that_threw_itself_is_run_again_over_what_it_knew()
    {
        bench.Activity<string, string>("Do", Do).Orchestrator("Case", async context =>
        {
            var survey = await context.CallActivityAsync<string>("Do", "survey");
            return broken ? throw new FormatException("a mistake in the program") : survey;
        });

        await FailMendAndRewind();

        Assert.Equal(1, ran["survey"]);
    }

    [Fact]
    public async Task Only_a_failed_orchestration_can_be_rewound()
    {
        bench.Orchestrator("Case", _ => Task.FromResult(0)).Start();
        var id = await bench.Schedule("Case");
        await bench.Completion(id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Client.RewindInstanceAsync(id, "why not", bench.Deadline));
    }

    [Fact]
    public async Task An_unknown_orchestration_cannot_be_rewound() =>
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.RewindInstanceAsync("nobody", "why not", bench.Deadline));

    private async Task<OrchestrationMetadata> FailMendAndRewind()
    {
        bench.Start();
        var id = await bench.Schedule("Case");
        await bench.Advance(TimeSpan.FromHours(1));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bench.Completion(id)).RuntimeStatus);
        broken = false;

        await bench.Client.RewindInstanceAsync(id, "mended", bench.Deadline);
        return await bench.Completion(id);
    }

    private string Do(string what)
    {
        lock (ran) ran[what] = ran.GetValueOrDefault(what) + 1;
        return what == "fragile" && broken ? throw new IOException("the platform is down") : what;
    }
}
