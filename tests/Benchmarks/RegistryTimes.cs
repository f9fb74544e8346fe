using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Sharing;
using OneVisit.Local.Platform;
using OneVisit.Local.Platform.Sandbox;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Benchmarks;

/// <summary>
/// What five registries cost that are asked at once, one of them slow: over HTTP against the sandbox, with every look-up written to a real Azurite before and after. Goal: the slowest and 50 ms.
/// </summary>
internal static class RegistryTimes
{
    private const string Key = "a-key-of-the-benchmark";
    private const int Slowest = 300;
    private const int Warm = 10;
    private const int Times = 60;
    private static readonly RegistryQuestion[] Five =
        [RegistryQuestion.Married, RegistryQuestion.RecordedDead, RegistryQuestion.Vehicles, RegistryQuestion.Homes, RegistryQuestion.SocialInsurance];

    public static async Task MeasureAsync()
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        try
        {
            await MeasureAsync(azurite);
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(AzuriteFixture azurite)
    {
        await using var platform = await SandboxPlatform.StartAsync(new PlatformOptions(Key) { Port = 0 });
        foreach (var (registry, delay) in new[] { ("marriages", 100), ("deaths", 100), ("vehicles", 100), ("property", Slowest), ("social-insurance", 100) })
            platform.Faults.Set(registry, new Local.Platform.Sandbox.Fault(FaultKind.Slow, delay));
        var storage = new OneVisitStorage(new StorageOptions { ConnectionString = azurite.ConnectionString, Prefix = azurite.UniquePrefix() });
        await storage.EnsureCreatedAsync();
        using var http = new HttpClient();
        var desk = new SharingDesk(
            new CityPlatform(http, new SharingOptions(platform.Url, Key), TimeProvider.System), new SharingBook(storage),
            new PersonalData(new JournalSealer(new KeyRing(new SealingKeys(new byte[32]))), new JournalKeys(storage), new LookupHash(new byte[32])), TimeProvider.System, NullLogger<SharingDesk>.Instance);
        var person = ((IdReading.Valid)ResidentId.Read(platform.Population.At(42).Number, DateOnly.MaxValue)).Id;

        var took = new Spread();
        for (var run = 0; run < Warm + Times; run++)
        {
            var from = Stopwatch.GetTimestamp();
            var answers = await desk.AskAsync(person, Five, new LookUpFor(LookUpPurpose.DataCheck, "XT261124-ABCDEF", "system"), TimeSpan.FromSeconds(10), CancellationToken.None);
            if (answers.Values.Any(answer => !answer.IsKnown))
                throw new InvalidOperationException("A registry of the sandbox gave no answer.");
            if (run >= Warm)
                took.Add(Stopwatch.GetElapsedTime(from));
        }
        Console.WriteLine($"five registries at once, the slowest {Slowest} ms: {took}; asked one after the other they would cost 700 ms");
    }
}
