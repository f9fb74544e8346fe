using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.EndToEnd.Tests;
using OneVisit.Local.Year.Releases;
using OneVisit.Storage;

namespace OneVisit.Benchmarks;

/// <summary>How far it goes: the first page of an office's list with twenty thousand open tasks, and the fold of a long case.</summary>
internal static class Reach
{
    private const int Tasks = 20_000;
    private const int Looks = 200;
    private const int Events = 200;
    private const int Folds = 2_000;

    /// <summary>Lists of work: one desk of twenty thousand on Azurite. Goal: first page under 50 ms.</summary>
    public static async Task MeasureQueueAsync()
    {
        await using var city = new City();
        await city.InitializeAsync();
        var work = city.Local.BackOffice.Services.GetRequiredService<WorkQueue>();
        var filling = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Tasks, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, stop) => await work.PutAsync(Line(i), stop));
        Console.WriteLine($"{Tasks} open tasks of one desk were put in {filling.Elapsed.TotalSeconds:0} s.");

        var (first, later, other) = (new Spread(), new Spread(), new Spread());
        for (var look = 0; look < Looks; look++)
        {
            var page = await first.TimeAsync(() => work.PageAsync(Township, Role.TownshipOfficer, null, WorkPages.Size));
            var place = page[^1];
            // From somewhere in the middle, as far away as another look each time.
            await later.TimeAsync(() => work.PageAsync(Township, Role.TownshipOfficer, new WorkPlace(place.DueOn.AddDays(look), "", ""), WorkPages.Size));
            await other.TimeAsync(() => work.PageAsync(Township, Role.ChiefRepresentative, null, WorkPages.Size));
        }
        Console.WriteLine($"First page of {WorkPages.Size}: {first}");
        Console.WriteLine($"A page further on: {later}");
        Console.WriteLine($"First page of another role of the same office, which has none: {other}");
        Console.WriteLine($"Target p95 < 50 ms: {(first.At(95) < 50 ? "met" : "missed")}");
    }

    /// <summary>Folds of a case with two hundred events. Goal: under 1 ms.</summary>
    public static void MeasureFold()
    {
        var entries = LongCase();
        var fold = new Spread();
        for (var i = 0; i < Folds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = Case.Of(entries);
            if (i >= Folds / 10) fold.Add(Stopwatch.GetElapsedTime(start));
        }
        Console.WriteLine($"Fold of {entries.Length} events: {fold}");
        Console.WriteLine($"Target p95 < 1 ms: {(fold.At(95) < 1 ? "met" : "missed")}");
    }

    private const string Township = "township/370982103";

    private static WorkItem Line(int i) => new(
        Township, Role.TownshipOfficer, $"XT260{100 + (i / 1000)}-{i % 1000:D6}"[..15], $"review-r{i}", "review", new DateOnly(2026, 1, 1).AddDays(i % 365));

    // A real one that was recorded, made longer by papers and reminders that came again and again.
    private static ImmutableArray<Entry> LongCase()
    {
        var entries = Recordings.Journals().MaxBy(read => read.Length);
        var closed = entries.Take(entries.Length - 1).ToImmutableArray();
        var more = Enumerable.Range(0, Events - closed.Length).Select(i => (CaseEvent)new DocumentAdded($"document-{i}", "M07", "image/jpeg", 100_000)).ToArray();
        return [.. closed, .. JournalChain.Extend(entries[0].Event is Submitted submitted ? submitted.CaseId : "", closed, more, entries[0].Actor, entries[^1].At)];
    }
}
