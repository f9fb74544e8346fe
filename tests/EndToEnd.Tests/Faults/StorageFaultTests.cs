using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Faults;

/// <summary>What a city stands on fails for a while, and work goes on: what was asked meanwhile is done once when it is back.</summary>
public sealed class StorageFaultTests(City city) : IClassFixture<City>
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [OwnCityFact]
    public async Task A_storage_that_hangs_for_half_a_minute_delays_and_loses_nothing()
    {
        using var journey = await Journey.BeginAsync(city);
        var card = await journey.CardAsync(Journey.Agent, "collect-r1");
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await SignalAsync("STOP");
        using var outage = new PeriodicTimer(Outage);
        var health = await HealthAsync();
        var pressing = PressedAsync(agent, card);
        await outage.WaitForNextTickAsync();
        await SignalAsync("CONT");
        await pressing;
        await journey.CardAsync(Journey.Officer, "survey-r1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health);
        Assert.Single((await journey.SeeAsync()).Timeline, entry => entry.Kind == ActNames.Collected);
        Assert.IsType<ChainReading.Intact>((await city.Local.BackOffice.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Verify());
    }

    [OwnCityTheory]
    [InlineData("durable.db")]
    [InlineData("directline.db")]
    public async Task A_database_that_another_process_is_writing_is_waited_for(string file)
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToSummaryAsync();

        var submitting = HoldingAsync(file, () => resident.SubmitAsync());

        var caseId = Resident.CaseIdIn(await await submitting);
        Assert.Equal([caseId], (await city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat))).Select(each => each.CaseId));
    }

    // Nobody need answer while the storage is silent; what was pressed counts all the same.
    private static async Task PressedAsync(Chat agent, System.Text.Json.Nodes.JsonObject card)
    {
        try
        {
            await agent.PressAsync(card, ActNames.Collected, new { materials = "M04,M05,M07" });
        }
        catch (TimeoutException)
        {
            // It is heard of by what follows.
        }
    }

    // Begins something while the file is locked, and lets go of it three seconds later.
    private async Task<Task<T>> HoldingAsync<T>(string file, Func<Task<T>> act)
    {
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(city.Data, file), Pooling = false }.ToString());
        await other.OpenAsync();
        await using var held = other.BeginTransaction();
        var begun = Task.Run(act);
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(3));
        await tick.WaitForNextTickAsync();
        Assert.False(begun.IsFaulted, begun.Exception?.Message);
        return begun;
    }

    private async Task<HttpStatusCode> HealthAsync()
    {
        using var answer = await city.AskAsync(HttpMethod.Get, Routes.Health, participant: null);
        return answer.StatusCode;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{city.Local.Azurite.ProcessId}"]);
        await kill.WaitForExitAsync();
    }
}
