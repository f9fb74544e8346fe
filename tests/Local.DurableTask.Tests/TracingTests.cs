using System.Diagnostics;

namespace OneVisit.Local.DurableTask.Tests;

public sealed class TracingTests : OnTheBench
{
    [Fact]
    public async Task One_trace_runs_from_the_client_through_the_orchestration_to_its_activities()
    {
        using ActivitySource tests = new("Tests");
        List<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is "Microsoft.DurableTask" or "Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { lock (ended) ended.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);
        bench.Activity<int, int>("Traced", number => number)
            .Orchestrator("TracedCase", context => context.CallActivityAsync<int>("Traced"))
            .Start();

        string id;
        ActivityTraceId trace;
        using (var turn = tests.StartActivity("turn")!)
        {
            trace = turn.TraceId;
            id = await bench.Schedule("TracedCase");
        }

        await bench.Completion(id);
        await bench.Idle();

        List<string> spans;
        lock (ended)
            spans = [.. ended.Where(span => span.TraceId == trace && span.Source.Name != "Tests").Select(span => span.OperationName)];
        Assert.Equal(["create_orchestration:TracedCase", "orchestration:TracedCase", "activity:Traced"], spans);
    }
}
