using System.Net;
using OneVisit.Contracts;
using OneVisit.EndToEnd.Tests.Crash;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.EndToEnd.Tests.Faults;

/// <summary>The host as a process: its disk is full, or somebody starts it twice.</summary>
public sealed class HostFaultTests : IAsyncLifetime
{
    private readonly CrashCity _city = new();
    private readonly CrashPlan _plan = new(1, 3, 0);
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));

    public Task InitializeAsync()
    {
        _city.Start();
        return _city.OpenAsync();
    }

    [OwnCityFact]
    public async Task A_second_host_on_the_same_folder_says_so_in_one_line_and_harms_nothing()
    {
        using var applicant = new Applicant(_plan, _city, 1);

        await using var second = HostProcess.Start(_city.Folder);
        var code = await second.EndAsync();
        await applicant.ApplyAsync(_patience.Token);

        Assert.Equal(1, code);
        Assert.Contains("Another OneVisit is open on " + _city.Folder, Assert.Single(second.Lines));
        Assert.Single(applicant.CaseIds);
    }

    [OwnCityFact]
    public async Task A_full_disk_is_said_in_one_line_and_what_was_answered_before_and_after_is_there()
    {
        using Applicant before = new(_plan, _city, 1), after = new(_plan, _city, 2);
        await before.ApplyAsync(_patience.Token);
        Task applying;
        await using (await FullDisk.ForAsync(_city.Host.ProcessId, 1))
        await using (await FullDisk.ForAsync(HostProcess.AzuritesOn(_city.Folder).Single(), 1))
        {
            applying = after.ApplyAsync(_patience.Token);
            await SaidAsync("is full");
        }

        await SaidAsync("room again");
        await applying;
        await _city.CutAsync(azuriteToo: true);
        _city.Start();
        await _city.OpenAsync();

        foreach (var applicant in (Applicant[])[before, after])
            Assert.Equal(HttpStatusCode.OK, (await new Caller(_city, applicant.Page.Participant).AskAsync(HttpMethod.Get, $"cases/{applicant.CaseId}", null, _patience.Token)).Status);
    }

    public async Task DisposeAsync()
    {
        await _city.DisposeAsync();
        _patience.Dispose();
    }

    private async Task SaidAsync(string words)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!_city.Host.Said.Contains(words, StringComparison.Ordinal)) await tick.WaitForNextTickAsync(_patience.Token);
    }
}
