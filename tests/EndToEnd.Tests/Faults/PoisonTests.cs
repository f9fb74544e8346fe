using Azure.Storage.Queues;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Faults;

/// <summary>What nobody can make sense of is put aside where it is seen, and the rest goes on.</summary>
public sealed class PoisonTests(City city) : IClassFixture<City>
{
    [OwnCityTheory]
    [InlineData("this is no JSON")]
    [InlineData("{\"noticeId\":\"half")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_is_no_notice_is_put_aside_and_the_next_is_told(string text)
    {
        using var journey = await Journey.BeginAsync(city);
        var before = await Queue.CountPoisonAsync();

        await new QueueClient(city.Local.Azurite.ConnectionString, "notices", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).SendMessageAsync(text);
        await journey.CollectAsync();
        await journey.CardAsync(Journey.Officer, "survey-r1");
        await PutAsideAsync(before + 1);
    }

    [OwnCityFact]
    public async Task A_notice_of_a_kind_nobody_knows_is_put_aside_too()
    {
        using var journey = await Journey.BeginAsync(city);
        var before = await Queue.CountPoisonAsync();

        await Queue.SendAsync(NoticeOf(journey, "invented-tomorrow", journey.CaseId));

        await PutAsideAsync(before + 1);
    }

    [OwnCityFact]
    public async Task A_notice_about_a_case_that_is_not_there_is_told_to_nobody_and_holds_up_nobody()
    {
        using var journey = await Journey.BeginAsync(city);
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await Queue.SendAsync(NoticeOf(journey, NoticeKinds.TaskOpened, "XT261124-ZZZZZZ") with { To = City.Staff(Journey.Agent), TaskId = "collect-r1" });
        await journey.CollectAsync();

        await journey.CardAsync(Journey.Officer, "survey-r1");
        Assert.DoesNotContain(agent.Heard, said => said.ToJsonString().Contains("XT261124-ZZZZZZ", StringComparison.Ordinal));
    }

    [OwnCityTheory]
    [InlineData("changed", "no number")]
    [InlineData("collect-r1", "no number")]
    public async Task An_event_with_something_else_in_it_than_the_process_waits_for_does_not_end_the_case(string name, string payload)
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.CardAsync(Journey.Agent, "collect-r1");
        var process = Process;
        var eventName = name == "changed" ? $"{journey.CaseId}:changed" : CaseTask.EventName(journey.CaseId, name);

        await process.RaiseEventAsync(journey.CaseId, eventName, payload);
        await city.SettleAsync();
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.CardAsync(Journey.Officer, "review-r1");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await process.GetInstanceAsync(journey.CaseId))!.RuntimeStatus);
    }

    [OwnCityFact]
    public async Task An_event_nobody_waits_for_is_left_lying()
    {
        using var journey = await Journey.BeginAsync(city);

        await Process.RaiseEventAsync(journey.CaseId, "something-else", new { a = 1 });
        await journey.CollectAsync();

        await journey.CardAsync(Journey.Officer, "survey-r1");
    }

    private NoticeQueue Queue => city.Local.BackOffice.Services.GetRequiredService<NoticeQueue>();

    private DurableTaskClient Process => city.Local.BackOffice.Engine.Client;

    private async Task PutAsideAsync(int notices)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await Queue.CountPoisonAsync(patience.Token) != notices) await tick.WaitForNextTickAsync(patience.Token);
    }

    private Notice NoticeOf(Journey journey, string kind, string caseId) => new(
        Guid.NewGuid().ToString(), city.ResidentOf(journey.Resident.Chat), kind, caseId, null, City.Morning, new Dictionary<string, string> { ["due"] = "2026-12-22" });
}
