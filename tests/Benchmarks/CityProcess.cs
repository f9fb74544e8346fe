using System.Diagnostics;
using System.Net;
using OneVisit.EndToEnd.Tests;
using OneVisit.Local.Azurite;

namespace OneVisit.Benchmarks;

/// <summary>A city as a person starts it: the host as its own process, which starts Azurite.</summary>
internal sealed class CityProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HostProcess _host;

    private CityProcess(string folder)
    {
        var (port, backOffice) = (Ports.Free(), Ports.Free());
        PublicUrl = new Uri($"http://localhost:{port}/");
        BackOfficeUrl = new Uri($"http://localhost:{backOffice}/");
        _host = HostProcess.Start(folder, port, backOffice);
    }

    public Uri PublicUrl { get; }

    public Uri BackOfficeUrl { get; }

    /// <summary>From the start of the process until its page answered.</summary>
    public TimeSpan TookToOpen { get; private set; }

    /// <summary>Returns when the resident's page answers.</summary>
    public static async Task<CityProcess> StartAsync(string folder)
    {
        var start = Stopwatch.GetTimestamp();
        var city = new CityProcess(folder);
        await city.PageAnswersAsync();
        city.TookToOpen = Stopwatch.GetElapsedTime(start);
        await city._host.OpenAsync();
        return city;
    }

    /// <summary>Ctrl-C.</summary>
    public Task CloseAsync() => _host.InterruptAsync();

    /// <summary>Working sets of host and Azurite, and the most the host ever had.</summary>
    public string Memory() =>
        $"host {ProcessMemory.Of(_host.ProcessId)}; Azurite {string.Join(", ", ProcessMemory.ChildrenOf(_host.ProcessId).Select(child => ProcessMemory.Of(child)))}";

    public long HostBytes() => ProcessMemory.Of(_host.ProcessId).WorkingSet;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task PageAnswersAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var browser = new HttpClient();
        while (!await AnswersAsync(browser, patience.Token)) await tick.WaitForNextTickAsync(patience.Token);
    }

    private async Task<bool> AnswersAsync(HttpClient browser, CancellationToken stop)
    {
        try
        {
            using var page = await browser.GetAsync(PublicUrl, stop);
            return page.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
