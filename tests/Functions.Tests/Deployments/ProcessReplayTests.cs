using Microsoft.DurableTask;
using OneVisit.Functions.Process;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Local.Year.Releases;

namespace OneVisit.Functions.Tests.Deployments;

/// <summary>Cases that are under way when a new release comes: their processes were begun by the old program and go on in the new one.</summary>
public sealed class ProcessReplayTests
{
    private static readonly IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Today = Orchestrators.Of(typeof(BackOffice).Assembly);

    public static TheoryData<string> Releases => [.. RecordedReleases.All];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_process_that_a_release_left_waiting_waits_for_the_same_in_this_one(string release) => Assert.All(
        RecordedReleases.HistoriesOf(release), recorded => Assert.Equal(new ReplayFinding.Waits(recorded.Awaits).ToText(), Replay(recorded, Today[recorded.Name]).ToText()));

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_recordings_have_processes_waiting_at_every_stage_for_people_and_for_the_clock(string release)
    {
        var kinds = RecordedReleases.HistoriesOf(release).SelectMany(recorded => recorded.History.Select(happened => happened.Kind)).ToHashSet();

        Assert.Superset(new HashSet<string>(["StepStarted", "ActivityScheduled", "ActivityCompleted", "TimerCreated"]), kinds);
        Assert.All(
            (string[])["collect-r1", "survey-r1", "verify-r1", "review-r1", "review-r2", "notice-r1", "decide-r1", "file-r1"],
            task => Assert.Contains(RecordedReleases.HistoriesOf(release), recorded => recorded.Awaits.Any(name => name.EndsWith(":" + task, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_process_that_does_something_else_first_is_noticed() => Assert.All(RecordedReleases.HistoriesOf("0.1"), recorded => Assert.IsType<ReplayFinding.Fails>(
        Replay(recorded, async context =>
        {
            await context.CallActivityAsync("LookUpTheWeather", context.InstanceId);
            return await Today[nameof(CaseProcess)](context);
        })));

    [Fact]
    public void A_process_that_sets_one_more_timer_is_noticed() => Assert.All(RecordedReleases.HistoriesOf("0.1"), recorded => Assert.IsType<ReplayFinding.AsksForMore>(
        Replay(recorded, async context =>
        {
            var turn = Today[nameof(CaseProcess)](context);
            await Task.WhenAny(turn, context.CreateTimer(TimeSpan.FromDays(90), CancellationToken.None));
            return await turn;
        })));

    [Fact]
    public void A_process_that_waits_under_another_name_is_noticed() => Assert.All(RecordedReleases.HistoriesOf("0.1"), recorded =>
    {
        var finding = Replay(recorded, async context =>
        {
            var turn = await AdvanceCase.In(context, context.InstanceId);
            if (turn.NextAlarm is { } alarm)
                _ = context.CreateTimer(alarm.UtcDateTime, CancellationToken.None);
            return await context.WaitForExternalEvent<object>("renamed");
        });

        Assert.NotEqual(new ReplayFinding.Waits(recorded.Awaits).ToText(), finding.ToText());
    });

    private static ReplayFinding Replay(RecordedHistory recorded, Func<TaskOrchestrationContext, Task<object?>> run) => HistoryReplay.Of(recorded, run, RecordedReleases.Wire);
}

internal static class ReplayFindingText
{
    /// <summary>With what is in its lists.</summary>
    public static string ToText(this ReplayFinding finding) => finding switch
    {
        ReplayFinding.Waits waits => "waits for " + string.Join(' ', waits.For),
        ReplayFinding.AsksForMore more => "asks for " + string.Join(' ', more.Orders),
        _ => finding.ToString()!,
    };
}
