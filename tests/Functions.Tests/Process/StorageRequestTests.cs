using System.Diagnostics;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
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
    private const int Most = 304;

    // What the bot asks when it tells the notices of the case, above that: a journal each, and the directory.
    private const int MostForNotices = 18;

    private static readonly HashSet<string> OfTheClock = [nameof(ReconcileCases), nameof(TendMatters), nameof(TendBenefits), nameof(TendLookUps), nameof(SendFacts), nameof(DrawLastMonth), nameof(TendHandOvers), nameof(WarnOfTrainings), nameof(AnchorJournals), nameof(EraseWhatIsOver), nameof(RescanQuarantine), nameof(RotateKeys)];

    [Fact]
    public async Task A_case_from_its_submission_to_its_filing_costs_at_most_304_storage_requests()
    {
        using var turns = new Turns();
        var tally = new StorageTally(request => IsForTheCase() && turns.Notes(request));
        await using var office = await Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(
            provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = tally })));
        // What a program keeps of its catalogue once is no case's.
        await office.Services.GetRequiredService<BuiltInCatalogue>().EnsureKeptAsync(CancellationToken.None);
        tally.Clear();
        turns.Clear();

        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();

        var (own, engine) = (tally.Total - turns.Idle, turns.Count * (OfAnActivity + OfAnEvent));
        Assert.True(own + engine <= Most, $"{own} of our own and about {engine} of the engine in {turns.Count} turns: {string.Join(", ", tally.ByKind)}");
        Assert.Equal("closed", (await journey.SeeAsync()).Status);
    }

    /// <summary>A notice waits without its words; the bot asks for them, once for each that is told.</summary>
    [Fact]
    public async Task What_the_bot_asks_to_tell_the_notices_of_a_case_costs_at_most_18_storage_requests_more()
    {
        using var turns = new Turns();
        var tally = new StorageTally(_ => Running()?.OperationName == $"function {nameof(ReadNotice)}");
        await using var office = await Office.OpenAsync(azurite, services: replaced => replaced.AddSingleton(
            provider => new OneVisitStorage(provider.GetRequiredService<BackOfficeSettings>().Storage with { Transport = tally })));
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await journey.FileAsync();
        tally.Clear();

        var told = await journey.NoticesAsync();

        Assert.Equal(9, told.Count(NoticeWords.AreAskedFor));
        Assert.True(tally.Total <= MostForNotices, $"{tally.Total} for {told.Count} notices: {string.Join(", ", tally.ByKind)}; {string.Join(", ", told.Select(notice => notice.Kind + " to " + notice.To))}");
    }

    // What the clock of the office does by itself is no case's: it looks at all of them.
    private static bool IsForTheCase() => Running() is { } activity && !OfTheClock.Contains(activity.OperationName["function ".Length..]);

    private static Activity? Running()
    {
        var activity = Activity.Current;
        while (activity is not null && !activity.OperationName.StartsWith("function ", StringComparison.Ordinal))
            activity = activity.Parent;
        return activity;
    }

    /// <summary>
    /// Counts the turns of processes: each is woken by an event or a timer and runs one activity. One that writes nothing found everything done: the clock's reconciliation, which passed while the turn
    /// before was at it, rang for it. On a busy machine it passes more often; no case costs that, as no case costs the clock.
    /// </summary>
    private sealed class Turns : IDisposable
    {
        private const string Asked = "requests", Wrote = "wrote";

        private readonly ActivityListener listener;
        private int count, idle;

        public Turns()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
                Sample = (ref _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (!IsTurn(activity))
                        return;
                    if (activity.GetCustomProperty(Wrote) is not null)
                        Interlocked.Increment(ref count);
                    else
                        Interlocked.Add(ref idle, (int)(activity.GetCustomProperty(Asked) ?? 0));
                },
            };
            ActivitySource.AddActivityListener(listener);
        }

        public int Count => Volatile.Read(ref count);

        /// <summary>Requests of turns that found nothing to do.</summary>
        public int Idle => Volatile.Read(ref idle);

        public void Clear() => (count, idle) = (0, 0);

        /// <summary>Notes a request to the turn that makes it.</summary>
        public bool Notes(Request request)
        {
            if (Running() is { } turn && IsTurn(turn))
            {
                lock (turn)
                    turn.SetCustomProperty(Asked, (int)(turn.GetCustomProperty(Asked) ?? 0) + 1);
                if (request.Method != RequestMethod.Get && request.Method != RequestMethod.Head)
                    turn.SetCustomProperty(Wrote, true);
            }
            return true;
        }

        private static bool IsTurn(Activity activity) => activity.OperationName == $"function {nameof(AdvanceCase)}";

        public void Dispose() => listener.Dispose();
    }
}
