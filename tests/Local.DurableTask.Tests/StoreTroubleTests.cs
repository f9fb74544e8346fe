using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.DurableTask.Tests;

/// <summary>The file is held by another program, or does not take what is written.</summary>
public sealed class StoreTroubleTests : OnTheBench
{
    [Fact]
    public async Task While_another_program_holds_the_file_a_start_waits_and_then_runs()
    {
        bench.Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()!)).Start();
        using var other = Open();
        Run(other, "BEGIN IMMEDIATE");
        var waiting = bench.Schedule("Echo", "later");
        var early = waiting.IsCompleted;

        Run(other, "COMMIT");

        Assert.Equal((false, "later"), (early, (await bench.Completion(await waiting)).ReadOutputAs<string>()));
    }

    [Fact]
    public async Task An_activity_whose_result_cannot_be_written_is_not_done_again()
    {
        var ran = 0;
        bench.Activity<int, string>("Survey", _ =>
        {
            ran++;
            Refuse("inbox");
            return "done";
        }).Orchestrator("Case", context => context.CallActivityAsync<string>("Survey", 0)).Start();

        var id = await bench.Schedule("Case");
        await bench.Log.LineWith("could not be stored; trying again", bench.Deadline);
        TakeAgain();

        Assert.Equal(("done", 1), ((await bench.Completion(id)).ReadOutputAs<string>(), ran));
    }

    [Fact]
    public async Task A_step_that_cannot_be_written_is_taken_again()
    {
        bench.Orchestrator("Case", context => Task.FromResult("ended")).Start();
        Refuse("history");

        var id = await bench.Schedule("Case");
        await bench.Log.LineWith("could not be taken; trying again", bench.Deadline);
        TakeAgain();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Completion(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_timer_that_cannot_be_fired_is_fired_later()
    {
        bench.Orchestrator("Wait", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return "ended";
        }).Start();
        var id = await bench.Schedule("Wait");
        await bench.Idle();
        Refuse("inbox");

        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.Log.LineWith("Timers could not be fired; trying again", bench.Deadline);
        TakeAgain();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await bench.Completion(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_start_that_cannot_be_written_takes_no_other_along()
    {
        bench.Orchestrator("Echo", context => Task.FromResult(context.GetInput<string>()!)).Start();
        using (var other = Open())
            Run(other, "CREATE TRIGGER trouble BEFORE INSERT ON instances WHEN NEW.id='bad' BEGIN SELECT RAISE(ABORT,'database or disk is full'); END");

        var starts = Enumerable.Range(0, 20).Select(i => bench.Schedule("Echo", "well", i == 7 ? "bad" : $"good-{i}")).ToArray();
        await Assert.ThrowsAsync<SqliteException>(() => starts[7]);

        Assert.All(await Task.WhenAll(starts.Where((_, i) => i != 7).Select(async start => await bench.Completion(await start))),
            end => Assert.Equal("well", end.ReadOutputAs<string>()));
    }

    private void Refuse(string table)
    {
        using var other = Open();
        Run(other, $"CREATE TRIGGER trouble BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT,'database or disk is full'); END");
    }

    private void TakeAgain()
    {
        using var other = Open();
        Run(other, "DROP TRIGGER trouble");
    }

    private SqliteConnection Open()
    {
        SqliteConnection other = new($"Data Source={bench.DatabasePath};Pooling=False");
        other.Open();
        return other;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
