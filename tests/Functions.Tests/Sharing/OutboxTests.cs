using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>What others have to know reaches them: at least once, each person's in order, until it is acknowledged; what is refused is seen.</summary>
public sealed class OutboxTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private readonly RegistryTwin platform = new();

    [Fact]
    public async Task A_decision_is_told_with_its_class_and_amount_and_the_person_it_is_about()
    {
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await office.MoveToAsync(office.Clock.GetUtcNow().AddMinutes(2));
        await SendAsync(office);

        var (fact, person) = platform.Heard.First();

        Assert.Equal((FactClasses.LowIncome, FactNames.Approved, journey.CaseId, 1620m), (fact.Class, fact.What, fact.CaseId, fact.Monthly!.Value.Yuan));
        Assert.Equal(Applications.IdNumber, person.Reveal());
        Assert.Equal(0, (await LookAsync(office)).Waiting);
    }

    [Fact]
    public async Task A_persons_facts_go_in_their_order_and_again_until_they_are_acknowledged()
    {
        var (office, caseId) = await WithCaseAsync();
        await using var opened = office;
        await EnterAsync(office, caseId, 2, "one");
        await EnterAsync(office, caseId, 1, "one");
        platform.Take = _ => new PushAnswer.NotNow();
        await SendAsync(office);
        platform.Take = _ => new PushAnswer.Acknowledged();
        await SendAsync(office);
        var before = platform.Heard.Select(heard => heard.Fact.Key).ToArray();

        office.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(office);

        Assert.Equal([caseId + "-1"], before);
        // The office's own timer may have struck as well when the clock moved: at least once.
        Assert.Equal([caseId + "-1", caseId + "-2"], platform.Heard.Skip(1).Select(heard => heard.Fact.Key).Distinct());
    }

    [Fact]
    public async Task What_is_refused_lies_aside_where_it_is_seen_and_holds_up_nobody_elses()
    {
        var (office, caseId) = await WithCaseAsync();
        await using var opened = office;
        await EnterAsync(office, caseId, 1, "one");
        await EnterAsync(office, caseId, 2, "one");
        await EnterAsync(office, caseId, 3, "two");
        platform.Take = fact => fact.Key.EndsWith("-1", StringComparison.Ordinal) ? new PushAnswer.Refused("422") : new PushAnswer.Acknowledged();

        await SendAsync(office);
        await SendAsync(office);
        var seen = await LookAsync(office);

        Assert.Equal([caseId + "-1", caseId + "-3"], platform.Heard.Select(heard => heard.Fact.Key));
        Assert.Equal((2, caseId + "-1", "422"), (seen.Waiting, Assert.Single(seen.Refused).Key, seen.Refused[0].Code));
    }

    [Fact]
    public async Task A_refused_fact_that_is_sent_again_lets_the_later_ones_go()
    {
        var (office, caseId) = await WithCaseAsync();
        await using var opened = office;
        await EnterAsync(office, caseId, 1, "one");
        await EnterAsync(office, caseId, 2, "one");
        platform.Take = _ => new PushAnswer.Refused("422");
        await SendAsync(office);
        platform.Take = _ => new PushAnswer.Acknowledged();

        using var settled = await office.SendAsync(HttpMethod.Post, $"sharing/outbox/{caseId}-1", Town.Reviewer, new SettleFact(SendAgain: true));
        await SendAsync(office);

        Assert.Equal(HttpStatusCode.NoContent, settled.StatusCode);
        Assert.Equal(0, (await LookAsync(office)).Waiting);
    }

    [Fact]
    public async Task A_fact_is_left_out_only_for_a_reason_and_only_by_the_city()
    {
        var (office, caseId) = await WithCaseAsync();
        await using var opened = office;
        await EnterAsync(office, caseId, 1, "one");
        platform.Take = _ => new PushAnswer.Refused("422");
        await SendAsync(office);

        using var stranger = await office.SendAsync(HttpMethod.Post, $"sharing/outbox/{caseId}-1", Town.Officer, new SettleFact(false, "平台说早有了"));
        using var silent = await office.SendAsync(HttpMethod.Post, $"sharing/outbox/{caseId}-1", Town.Reviewer, new SettleFact(false));
        using var done = await office.SendAsync(HttpMethod.Post, $"sharing/outbox/{caseId}-1", Town.Reviewer, new SettleFact(false, "平台说早有了"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NoContent), (stranger.StatusCode, silent.StatusCode, done.StatusCode));
        Assert.Equal(0, (await LookAsync(office)).Waiting);
    }

    [Fact]
    public async Task What_was_decided_before_a_platform_was_connected_is_told_before_anything_later()
    {
        platform.IsConnected = false;
        await using var office = await OpenAsync();
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();
        await SendAsync(office);
        platform.IsConnected = true;
        await office.Services.GetRequiredService<FactOutbox>().EnterAsync(
            (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None))!.Current.Applicant.IdHash,
            new PushedFact("later", FactClasses.LowIncome, FactNames.Stopped, journey.CaseId, "D1.2", office.Clock.GetUtcNow().AddDays(1), Day));

        office.Clock.Advance(TimeSpan.FromDays(2));
        await SendAsync(office);

        Assert.Equal([FactNames.Approved, FactNames.Stopped], platform.Heard.DistinctBy(heard => heard.Fact.Key).Select(heard => heard.Fact.What));
    }

    [Fact]
    public async Task All_cases_are_gone_through_once_and_again_only_after_the_platform_was_away()
    {
        var (office, _) = await WithCaseAsync();
        await using var opened = office;
        var outbox = office.Services.GetRequiredService<FactOutbox>();
        await SendAsync(office);
        var after = await outbox.CaughtUpAsync();

        platform.IsConnected = false;
        await SendAsync(office);

        Assert.Equal(true, after?.IsDone);
        Assert.Null(await outbox.CaughtUpAsync());
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton<ISharingPlatform>(platform));

    private async Task<(Office Office, string CaseId)> WithCaseAsync()
    {
        var office = await OpenAsync();
        return (office, (await Journey.BeginAsync(office)).CaseId);
    }

    private static Task EnterAsync(Office office, string caseId, int sequence, string person) => office.Services.GetRequiredService<FactOutbox>().EnterAsync(
        person, new PushedFact($"{caseId}-{sequence}", FactClasses.LowIncome, FactNames.Approved, caseId, "D1.2", Office.Morning.AddMinutes(sequence - 10), Day));

    private static Task<OutboxView> LookAsync(Office office) => office.GetAsync<OutboxView>(Routes.Outbox, Town.Reviewer);

    private static Task SendAsync(Office office) => ActivatorUtilities.CreateInstance<SendFacts>(office.Services).Run(new TimerInfo(), CancellationToken.None);
}
