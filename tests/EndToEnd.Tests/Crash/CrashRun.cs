using System.Diagnostics;
using Azure.Storage.Queues;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>
/// Cases in flight while the host is killed again and again: residents hand in, offices decide, all of them ask again what got no answer.
/// Afterwards the books are read, and every page.
/// </summary>
public sealed class CrashRun(CrashPlan plan, Action<string> say)
{
    private const int AtOnce = 6;

    private static readonly string[] Staff = [Journey.Agent, Journey.Officer, Journey.Second, Journey.Chief, Journey.Filing, Journey.Reviewer];

    /// <returns>What is not as it should be; nothing, when all is well.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        say($"crash {plan}");
        var start = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(plan.Patience);
        await using var city = new CrashCity();
        city.Start();
        await city.OpenAsync();
        var desks = await Task.WhenAll(Staff.Select(async who => new Desk(plan, city, who, await Page.OpenAsync(city, who, patience.Token))));
        Applicant[] applicants = [.. Enumerable.Range(1, plan.Cases).Select(number => new Applicant(plan, city, number))];
        await LiveAsync(city, desks, applicants, patience.Token);
        say($"  all {plan.Cases} cases are closed after {start.Elapsed.TotalSeconds:0} s; waiting for the last notices");
        await AllToldAsync(city, patience.Token);
        var findings = await new Books(city, desks, applicants).ReadAsync(patience.Token);
        foreach (var desk in desks) desk.Dispose();
        foreach (var applicant in applicants) applicant.Dispose();
        say($"  {start.Elapsed.TotalSeconds:0} s, {city.Acts} acts answered, {findings.Count} findings");
        return findings;
    }

    private async Task LiveAsync(CrashCity city, Desk[] desks, Applicant[] applicants, CancellationToken stop)
    {
        using var evening = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var days = new Days(city, applicants, say);
        var work = desks.Select(desk => desk.WorkAsync(evening.Token)).ToArray();
        var cuts = new PowerCuts(plan, city, say).RunAsync(evening.Token);
        var submitting = Parallel.ForEachAsync(
            applicants, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = evening.Token }, async (applicant, token) => await applicant.ApplyAsync(token));
        Task[] all = [cuts, submitting, days.PassAsync(submitting, evening.Token)];
        // Whoever fails ends the run: nobody else could.
        foreach (var part in all.Concat(work)) _ = part.ContinueWith(_ => evening.Cancel(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        await Task.WhenAny(Task.WhenAll(all), Task.WhenAll(work));
        await evening.CancelAsync();
        await Task.WhenAll(all.Concat(work));
    }

    /// <summary>A notice in hand when the power was cut shows itself again after its time.</summary>
    private static Task AllToldAsync(CrashCity city, CancellationToken stop)
    {
        var queue = new QueueClient(city.StorageConnection, "notices");
        return Patiently.TryAsync(async () => (await queue.GetPropertiesAsync(stop)).Value.ApproximateMessagesCount == 0 ? queue : null, stop);
    }
}
