using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;
using Xunit.Abstractions;

namespace OneVisit.Functions.Tests.Process;

/// <summary>A storage that fails a share of what it is asked, chosen by a seed, while people ask again: the case is none the worse for it.</summary>
public sealed class WeakStorageTests(SharedAzurite azurite, ITestOutputHelper output) : IClassFixture<SharedAzurite>
{
    private const int OneIn = 6;

    // So many in a row do not fail by the dice alone.
    private const int Tries = 80;

    // What the first investigator found is done when the second has signed, so the journal has the signature before it.
    private static readonly string[] InJournal = ["collect-r1", "survey-cosign-r1", "survey-r1", "verify-r1", "review-r1", "decide-r1"];

    private static readonly (string Task, string Who, TaskOutcome Outcome)[] Course =
    [
        ("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M04", "M05", "M07"])),
        ("survey-r1", Town.Officer, Journey.Surveyed),
        ("survey-cosign-r1", Town.Second, new(ActNames.Cosigned)),
        ("verify-r1", Town.Officer, new(ActNames.Verified, Verification: "consistent")),
        ("review-r1", Town.Officer, new(ActNames.ProposeRefusal, Reason: "核对发现名下有汽车")),
        ("decide-r1", Town.Chief, new(ActNames.Refuse, Reason: "名下有汽车，不符合规定")),
    ];

    [Fact]
    public Task One_that_is_often_busy_503() => RunAsync(Fault.Refused(503));

    [Fact]
    public Task One_that_often_breaks_500() => RunAsync(Fault.Refused(500));

    [Fact]
    public Task One_that_is_often_slow() => RunAsync(Fault.Slow(TimeSpan.FromMilliseconds(400)));

    private async Task RunAsync(Fault fault)
    {
        var seed = Random.Shared.Next(1_000_000);
        output.WriteLine($"Seed {seed}");
        await using var proxy = FaultProxy.Before(azurite.ConnectionString);
        await using var office = await Office.OpenAsync(azurite, proxy.ConnectionString);
        var dice = new Random(seed);
        proxy.Script = _ =>
        {
            lock (dice) return dice.Next(OneIn) == 0 ? fault : Fault.None;
        };

        var caseId = (await Office.ReadAsync<CaseReceipt>(await UntilTakenAsync(office, Routes.Cases, Town.Resident, Applications.Ordinary()))).CaseId;
        foreach (var (task, who, outcome) in Course) (await UntilTakenAsync(office, $"cases/{caseId}/tasks/{task}/outcome", who, outcome)).Dispose();
        await UntilFinishedAsync(office, caseId);

        proxy.Script = _ => Fault.None;
        var journal = await office.Services.GetRequiredService<CaseJournal>().ReadAsync(caseId);
        Assert.IsType<ChainReading.Intact>(journal.Verify());
        Assert.Equal(InJournal, journal.Entries.Select(entry => entry.Event).OfType<TaskDone>().Select(done => done.TaskId));
        Assert.Single(journal.Entries, entry => entry.Event is Closed);
    }

    // Asked again until it is done, or was done already; minutes pass meanwhile, as the process waits between its tries.
    private static async Task<HttpResponseMessage> UntilTakenAsync(Office office, string route, string who, object body)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await office.SendAsync(HttpMethod.Post, route, who, body);
            var done = answer.StatusCode == HttpStatusCode.Conflict && (await Office.ProblemAsync(answer)).Code == ProblemCodes.AlreadyDone;
            if (answer.IsSuccessStatusCode || done) return answer;
            Assert.True(tries < Tries, $"{route} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            answer.Dispose();
            await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(1));
        }
    }

    private static async Task UntilFinishedAsync(Office office, string caseId)
    {
        var projections = office.Services.GetRequiredService<CaseProjections>();
        for (var tries = 1; ; tries++)
        {
            Assert.True(tries < Tries, "The case does not come to its end.");
            await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(1));
            try
            {
                if (await projections.FindAsync(caseId) is { Finished: true }) return;
            }
            catch (StorageUnavailableException)
            {
                // That too goes through the weak storage.
            }
        }
    }
}
