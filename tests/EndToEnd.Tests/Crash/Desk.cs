using OneVisit.Functions.Oversight;
using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>One member of staff at work: does whatever lies on the desk until told to stop, and now and then presses the same button twice.</summary>
public sealed class Desk(CrashPlan plan, CrashCity city, string staffId, Page page) : IDisposable
{
    private const int AtOnce = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(400);

    private readonly Caller _caller = new(city, City.Staff(staffId));
    private readonly Random _dice = plan.DiceOf(staffId);
    private readonly List<string> _surprises = [];

    public string StaffId => staffId;

    public Page Page => page;

    /// <summary>Answers that nobody should get who only presses what is on the desk.</summary>
    public IReadOnlyList<string> Surprises => _surprises;

    public async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                // Reviews and remedies that follow from the cases are others' work, another day.
                var work = (await _caller.AskAsync(HttpMethod.Get, Routes.Work, null, stop)).Read<TaskView[]>().Where(task => !MatterNumber.IsMatter(task.CaseId) && IsTheirs(task));
                await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (task, token) => await ActAsync(task, token));
                await Patiently.PassAsync(BetweenLooks, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }
    }

    public void Dispose() => page.Dispose();

    // The second officer only signs what the first has found; the rest of the desk they share is the first one's.
    private bool IsTheirs(TaskView task) => staffId != Journey.Second || task.Actions.Contains(ActNames.Cosigned);

    private async Task ActAsync(TaskView task, CancellationToken stop)
    {
        bool twice;
        lock (_dice) twice = _dice.Next(8) == 0;
        await Task.WhenAll(Enumerable.Range(0, twice ? 2 : 1).Select(_ => PressAsync(task, stop)));
    }

    private async Task PressAsync(TaskView task, CancellationToken stop)
    {
        var reply = await _caller.AskAsync(HttpMethod.Post, $"cases/{task.CaseId}/tasks/{task.TaskId}/outcome", Acts.For(task), stop);
        city.CountAct();
        // Done already: by an earlier press whose answer was lost, or by the other of two.
        if (reply.Status is HttpStatusCode.OK or HttpStatusCode.Conflict) return;
        lock (_surprises) _surprises.Add($"{staffId}: {task.CaseId} {task.TaskId}: {(int)reply.Status} {reply.Text}");
    }
}
