using System.Diagnostics;
using System.Net.Http.Json;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.EndToEnd.Tests;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Host.Demo;
using OneVisit.Local.Year.Directories;

namespace OneVisit.Benchmarks;

/// <summary>The whole city's directory as a workbook: read, checked, compared and kept over HTTP, put in force, and written to the table of staff. Goal: under 30 s.</summary>
internal static class DirectoryTimes
{
    private const string By = "staff:bureau-officer";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public static async Task MeasureAsync()
    {
        var file = Files();
        await using var city = new City();
        await city.InitializeAsync();
        var whole = Stopwatch.StartNew();
        var taken = await SendAsync<DirectoryHandedIn>(city, Routes.Directories, Content(file));
        var handedIn = whole.Elapsed;
        await SendAsync<DirectoryActivationView>(city, Routes.DirectoryActivations.Replace("{version}", taken.Version.Version, StringComparison.Ordinal), JsonContent.Create(new PutInForce(new DateOnly(2026, 11, 24)), options: Wire.Json));
        var (looks, most) = (0, 0);
        using var pause = new PeriodicTimer(BetweenLooks);
        while (await ApplyingAsync(city) is { } applying)
        {
            (looks, most) = (looks + 1, Math.Max(most, applying.Done));
            await pause.WaitForNextTickAsync();
        }
        Console.WriteLine($"Over HTTP, first of the process: read, checked, compared and kept in {handedIn.TotalSeconds:0.0} s; in force and written to the table of staff after {whole.Elapsed.TotalSeconds:0.0} s; progress seen {looks} times, up to {most} people.");
        Console.WriteLine($"  Target < 30 s: {(whole.Elapsed < TimeSpan.FromSeconds(30) ? "met" : "missed")}");

        var again = Stopwatch.StartNew();
        await SendAsync<DirectoryHandedIn>(city, Routes.Directories, Content(file));
        Console.WriteLine($"The same file again: {again.Elapsed.TotalSeconds:0.0} s.");
    }

    // Each twice: the first of the process, and warm.
    private static byte[] Files()
    {
        var (files, catalogue, lookup) = (new DirectoryFiles(), CityCatalogue.Load(), new LookupHash(new byte[32]));
        var edition = Timed("made up", () => GeneratedDirectory.Of(1, catalogue, DemoStaff.All));
        Console.WriteLine($"  {edition.Villages.Length} villages, {edition.Grids.Length} grids, {edition.People.Length} people");
        byte[] file = [];
        for (var turn = 0; turn < 2; turn++)
        {
            file = Timed("workbook written", () => files.Write(DirectoryWriter.Write(edition, Language.Chinese), DirectoryFileKind.Workbook));
            var tables = Timed($"workbook of {file.Length / 1024} KB read", () => ((DirectoryFileReading.Good)files.Read(new MemoryStream(file), "city.xlsx")).Tables);
            var read = Timed("checked as a whole", () => (DirectoryReading.Good)DirectoryReader.Read(tables, null, catalogue.Places, lookup, new DateOnly(2026, 11, 24)));
            Timed("compared", () => DirectoryDiff.Between(DirectoryEdition.Empty, read.Edition));
        }
        return file;
    }

    private static T Timed<T>(string what, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        Console.WriteLine($"{what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        return result;
    }

    private static ByteArrayContent Content(byte[] file)
    {
        var content = new ByteArrayContent(file);
        content.Headers.Add(Headers.FileName, "city.xlsx");
        return content;
    }

    private static async Task<DirectoryProgress?> ApplyingAsync(City city)
    {
        using var answer = await city.AskAsync(HttpMethod.Get, Routes.Directories, By);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<DirectoryBook>(Wire.Json))!.Applying;
    }

    private static async Task<T> SendAsync<T>(City city, string route, HttpContent content)
    {
        using var answer = await city.AskAsync(HttpMethod.Post, route, By, content);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Wire.Json))!;
    }
}
