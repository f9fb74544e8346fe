using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class AbstractionTests
{
    [Fact]
    public void Task_names_are_equal_without_regard_to_case()
    {
        Assert.Equal(new TaskName("AcceptCase"), (TaskName)"acceptcase");
    }

    [Fact]
    public void An_empty_task_name_is_the_default()
    {
        Assert.Equal(default, (TaskName)"");
    }

    [Theory]
    [InlineData(0, 1, 1.0, null)]
    [InlineData(1, 0, 1.0, null)]
    [InlineData(1, 1, 0.9, null)]
    [InlineData(1, 5, 1.0, 4)]
    public void A_retry_policy_that_makes_no_sense_is_refused(int attempts, int firstSeconds, double coefficient, int? longestSeconds)
    {
        TimeSpan? longest = longestSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetryPolicy(attempts, TimeSpan.FromSeconds(firstSeconds), coefficient, longest));
    }

    [Fact]
    public void A_retry_policy_waits_an_hour_at_most_unless_told_otherwise()
    {
        Assert.Equal(TimeSpan.FromHours(1), new RetryPolicy(3, TimeSpan.FromSeconds(1)).MaxRetryInterval);
    }

    [Fact]
    public void A_failure_is_caused_by_the_types_its_exception_derives_from()
    {
        var details = TaskFailureDetails.FromException(new FileNotFoundException("form"));

        Assert.True(details.IsCausedBy<IOException>());
        Assert.False(details.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public void Failure_details_keep_the_cause_of_the_cause()
    {
        var details = TaskFailureDetails.FromException(new InvalidOperationException("outer", new FormatException("inner")));

        Assert.Equal("System.FormatException: inner", details.InnerFailure!.ToString());
    }

    [Fact]
    public void The_default_converter_writes_fields()
    {
        Assert.Equal("""{"Item1":1,"Item2":"a"}""", JsonDataConverter.Default.Serialize((1, "a")));
    }

    [Fact]
    public async Task A_pageable_asks_for_pages_until_there_is_no_token()
    {
        var pageable = Pageable.Create<int>((token, _) => Task.FromResult(
            token is null ? new Page<int>([1, 2], "next") : new Page<int>([3])));

        List<int> values = [];
        await foreach (var value in pageable) values.Add(value);

        Assert.Equal([1, 2, 3], values);
    }

    [Fact]
    public void Sub_orchestration_options_take_their_id_from_the_options_they_are_made_of()
    {
        Assert.Equal("one", new SubOrchestrationOptions(new TaskOptions().WithInstanceId("one")).InstanceId);
    }

    [Fact]
    public void An_orchestrator_class_tells_its_types()
    {
        ITaskOrchestrator orchestrator = new Count();

        Assert.Equal((typeof(string), typeof(int)), (orchestrator.InputType, orchestrator.OutputType));
    }

    [Fact]
    public void Statuses_have_the_numbers_of_the_protocol()
    {
        Assert.Equal(
            [0, 1, 3, 5, 6, 7],
            new[]
            {
                OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed,
                OrchestrationRuntimeStatus.Terminated, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended,
            }.Select(status => (int)status));
    }

    private sealed class Count : TaskOrchestrator<string, int>
    {
        public override Task<int> RunAsync(TaskOrchestrationContext context, string input) => Task.FromResult(input.Length);
    }
}
