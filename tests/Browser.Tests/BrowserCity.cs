using System.Net.Http.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Sharing;
using OneVisit.Domain.Statistics;
using OneVisit.Functions.Cases;
using OneVisit.Functions;
using OneVisit.Functions.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Host;
using OneVisit.Local.Year.World;
using OneVisit.Storage;

namespace OneVisit.Browser.Tests;

/// <summary>One city for all browser tests; each test brings people of its own. Not started where no browser is.</summary>
public sealed class BrowserCity : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-browser-");
    private LocalCity? _city;

    public Uri PublicUrl => _city!.PublicUrl;

    public Uri PapersUrl => _city!.PapersUrl;

    public Uri Staff => new(PublicUrl, "staff");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null) return;
        _city = await LocalCity.StartAsync(
            new CityOptions { Port = 0, BackOfficePort = 0, BlobPort = 0, QueuePort = 0, TablePort = 0, Data = _folder.FullName }, Console.WriteLine);
    }

    public async Task DisposeAsync()
    {
        if (_city is not null) await _city.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The code on the receipt of a case.</summary>
    public async Task<string> CodeOfReceiptAsync(string caseId)
    {
        var cabinet = _city!.BackOffice.Services.GetRequiredService<CaseCabinet>();
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await cabinet.FindAsync(caseId, CancellationToken.None))?.Current.LatestPaper(PaperKinds.Receipt) is { } receipt) return receipt.Issued.CheckCode;
            await _city.SettleAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
        throw new InvalidOperationException("No receipt was issued.");
    }

    /// <summary>Starts a process without a case: its one activity fails again and again.</summary>
    public async Task StartBrokenAsync(string id)
    {
        var engine = _city!.BackOffice.Engine;
        if (await engine.Client.GetInstanceAsync(id) is not null) return;
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("CaseProcess", input: null, new StartOrchestrationOptions(id));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await engine.WhenIdleAsync(patience.Token);
    }

    /// <summary>The offices of this city, for what a test does not look at.</summary>
    internal OfficeWork Work() => new(_city!.BackOfficeUrl, _city.BackOffice.Services.GetRequiredService<BackOfficeSettings>().FrontDoorKey!, _city.Clock, SettleAsync);

    private async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _city!.BackOffice.Engine.WhenIdleAsync(patience.Token);
    }

    /// <summary>Hands in a directory and puts it in force today, as the bureau's officer does on the page.</summary>
    public async Task HandInAsync(DirectoryEdition edition)
    {
        const string officer = "staff:bureau-officer";
        using var door = new Door(_city!.Clock, _city.BackOffice.Services.GetRequiredService<BackOfficeSettings>().FrontDoorKey!);
        door.Open(_city.BackOfficeUrl);
        var file = new DirectoryFiles().Write(DirectoryWriter.Write(edition, Language.Chinese), DirectoryFileKind.Workbook);
        var taken = (await door.UploadAsync(Routes.Directories, officer, file, "city.xlsx", "", CancellationToken.None)).Must<DirectoryHandedIn>();
        (await door.PostAsync(
            Routes.DirectoryActivations.Replace("{version}", taken.Version.Version, StringComparison.Ordinal), officer, new PutInForce(_city.Clock.Today()), CancellationToken.None)).Must<DirectoryActivationView>();
        await _city.BackOffice.Services.GetRequiredService<DirectoryApplying>().ApplyAsync(CancellationToken.None);
    }

    /// <summary>Puts cases into the statistics that nobody applied for, decided in months of before.</summary>
    public async Task CountAsync(Func<DateOnly, IEnumerable<CaseFact>> facts)
    {
        var book = _city!.BackOffice.Services.GetRequiredService<StatisticsBook>();
        foreach (var fact in facts(BeijingTime.DayOf(_city.Clock.GetUtcNow())))
            await book.PutAsync(fact);
    }

    /// <summary>Puts into the once-only debt what no office asked for, and into the outbox what the platform refused.</summary>
    public async Task OweAsync(IEnumerable<AskedPaper> papers, IReadOnlyCollection<LoggedLookUp> lookUps, params IEnumerable<WaitingFact> refused)
    {
        var services = _city!.BackOffice.Services;
        await services.GetRequiredService<AskedPapers>().PutAsync(papers);
        await services.GetRequiredService<SharingBook>().WriteAsync(lookUps);
        foreach (var fact in refused)
            await services.GetRequiredService<FactOutbox>().PutAsync(fact);
    }

    /// <summary>What waits to be sent to the platform, by key.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync()
    {
        var keys = new List<string>();
        await foreach (var fact in _city!.BackOffice.Services.GetRequiredService<FactOutbox>().ListAsync())
            keys.Add(fact.Fact.Key);
        return keys;
    }

    public DateTimeOffset Now => _city!.Clock.GetUtcNow();

    /// <summary>Lets days go by on the demo clock.</summary>
    public async Task PassAsync(int days)
    {
        using var http = new HttpClient { BaseAddress = PublicUrl };
        http.DefaultRequestHeaders.Add("X-OneVisit-Page", "1");
        using var answer = await http.PostAsJsonAsync("demo/clock", new { to = _city!.Clock.GetUtcNow().AddDays(days).ToString("O") });
        answer.EnsureSuccessStatusCode();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserCity>
{
    public const string Name = "browser";
}
