using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class RetryTests : OnTheBench
{
    private readonly List<DateTimeOffset> attempts = [];

    [Fact]
    public async Task A_policy_tries_again_after_its_interval_until_it_works()
    {
        var id = await Begin(failures: 1, new(3, TimeSpan.FromMinutes(5)));
        await bench.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Look(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_policy_waits_no_shorter_than_its_interval()
    {
        await Begin(failures: 1, new(3, TimeSpan.FromMinutes(5)));
        await bench.Advance(TimeSpan.FromMinutes(4.9));

        Assert.Single(attempts);
    }

    [Fact]
    public async Task Waits_grow_by_the_coefficient_up_to_the_longest()
    {
        await Begin(failures: 9, new(5, TimeSpan.FromMinutes(1), 3, maxRetryInterval: TimeSpan.FromMinutes(5)));
        for (var minute = 0; minute < 20; minute++) await bench.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 3, 5, 5], attempts.Zip(attempts.Skip(1), (earlier, later) => (later - earlier).TotalMinutes));
    }

    [Fact]
    public async Task After_the_last_attempt_the_failure_stands()
    {
        var id = await Begin(failures: 9, new(2, TimeSpan.FromMinutes(1)));
        await bench.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await bench.Look(id)).RuntimeStatus);
        Assert.Equal(2, attempts.Count);
    }

    [Fact]
    public async Task No_attempt_begins_after_the_retry_timeout()
    {
        await Begin(failures: 9, new(9, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(3)));
        for (var minute = 0; minute < 9; minute++) await bench.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(4, attempts.Count);
    }

    [Fact]
    public async Task A_failure_the_policy_does_not_handle_is_not_retried()
    {
        await Begin(failures: 9, new RetryPolicy(9, TimeSpan.FromMinutes(1)) { HandleFailure = failure => failure.IsCausedBy<IOException>() });
        await bench.Advance(TimeSpan.FromMinutes(9));

        Assert.Single(attempts);
    }

    [Fact]
    public async Task What_a_policy_throws_while_judging_a_failure_fails_the_orchestration()
    {
        var id = await Begin(failures: 9, new RetryPolicy(9, TimeSpan.FromMinutes(1)) { HandleFailure = _ => throw new NotImplementedException() });

        Assert.Equal(typeof(NotImplementedException).FullName, (await bench.Look(id)).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task A_handler_is_asked_after_each_failure()
    {
        List<int> asked = [];
        RetryHandler handler = retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying) asked.Add(retry.LastAttemptNumber);
            return retry.LastAttemptNumber < 3;
        };
        bench.Activity<int, int>("Fail", int (_) => throw new FormatException())
            .Orchestrator("Try", context => context.CallActivityAsync<int>("Fail", TaskOptions.FromRetryHandler(handler)))
            .Start();

        await bench.Run("Try");

        Assert.Equal([1, 2, 3], asked);
    }

    private async Task<string> Begin(int failures, RetryPolicy policy)
    {
        bench.Activity<int, int>("Flaky", number =>
            {
                attempts.Add(bench.Clock.GetUtcNow());
                return attempts.Count > failures ? number : throw new FormatException("not yet");
            })
            .Orchestrator("Patient", context => context.CallActivityAsync<int>("Flaky", 7, TaskOptions.FromRetryPolicy(policy)))
            .Start();
        var id = await bench.Schedule("Patient");
        await bench.Idle();
        return id;
    }
}
