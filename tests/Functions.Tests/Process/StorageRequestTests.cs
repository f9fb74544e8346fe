using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Functions.Audit;
using OneVisit.Functions.Benefits;
using OneVisit.Functions.Catalogues;
using OneVisit.Functions.Oversight;
using OneVisit.Functions.Process;
using OneVisit.Functions.Retention;
using OneVisit.Functions.Sealing;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Staffing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Uploads;
using OneVisit.Local.Year.World;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>
/// What a case costs where every request to the store is paid for. Ours are counted by a transport that carries them; what the durable engine of the platform
/// adds is reckoned: about ten an activity, eight an event or a timer.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class StorageRequestTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int OfAnActivity = 10;
    private const int OfAnEvent = 8;

    // On the platform, the engine included.
    private const int Most = 300;

    private static readonly HashSet<string> OfTheClock = [nameof(ReconcileCases), nameof(TendMatters), nameof(TendBenefits), nameof(TendLookUps), nameof(SendFacts), nameof(DrawLastMonth), nameof(TendHandOvers), nameof(WarnOfTrainings), nameof(AnchorJournals), nameof(EraseWhatIsOver), nameof(RescanQuarantine), nameof(RotateKeys)];

    [Fact]
    public async Task A_case_from_its_submission_to_its_filing_costs_at_most_300_storage_requests()
    {
        var tally = new StorageTally(IsForTheCase);
        await using var office = await Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(
            provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = tally })));
        // What a program keeps of its catalogue once is no case's.
        await office.Services.GetRequiredService<BuiltInCatalogue>().EnsureKeptAsync(CancellationToken.None);
        using var turns = new Turns();
        tally.Clear();

        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();

        var (own, engine) = (tally.Total, turns.Count * (OfAnActivity + OfAnEvent));
        Assert.True(own + engine <= Most, $"{own} of our own and about {engine} of the engine in {turns.Count} turns: {string.Join(", ", tally.ByKind)}");
        Assert.Equal("closed", (await journey.SeeAsync()).Status);
    }

    // What the clock of the office does by itself is no case's: it looks at all of them.
    private static bool IsForTheCase()
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity.OperationName.StartsWith("function ", StringComparison.Ordinal))
                return !OfTheClock.Contains(activity.OperationName["function ".Length..]);
        }
        return false;
    }

    /// <summary>Counts the turns of processes: each is woken by an event or a timer and runs one activity.</summary>
    private sealed class Turns : IDisposable
    {
        private readonly ActivityListener listener;
        private int count;

        public Turns()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
                Sample = (ref _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.OperationName == $"function {nameof(AdvanceCase)}")
                        Interlocked.Increment(ref count);
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public int Count => Volatile.Read(ref count);

        public void Dispose() => listener.Dispose();
    }
}
