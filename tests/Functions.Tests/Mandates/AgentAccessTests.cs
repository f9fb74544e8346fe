using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Mandates;

/// <summary>An agent sees the cases of the households that authorised them, and no others; not a minute longer than the mandate lasts.</summary>
public sealed class AgentAccessTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome Collected = new(ActNames.Collected, Materials: ["M04", "M05", "M07"]);

    [Fact]
    public async Task Agents_of_other_places_and_levels_see_nothing_of_a_case_that_is_not_theirs()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        foreach (var stranger in (string[])[Town.NeighbourAgent, Town.TownshipAgent, Town.CityAgent])
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}", stranger));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}/forms/M14", stranger));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}/forms/M14/text", stranger));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}/documents/x", stranger));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}/tasks/collect-r1", stranger));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(office, HttpMethod.Post, $"cases/{journey.CaseId}/tasks/collect-r1/outcome", stranger, Collected));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Put, $"cases/{journey.CaseId}/mandate", stranger, new MandateOffer("city")));
            Assert.Empty(await office.GetAsync<TaskView[]>(Routes.Work, stranger));
            Assert.Empty(await office.GetAsync<ClientView[]>(Routes.Clients, stranger));
        }
        Assert.Equal(journey.CaseId, Assert.Single(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent)).CaseId);
    }

    [Fact]
    public async Task With_the_revocation_the_agent_sees_and_does_nothing_more_and_is_told_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}", Town.Agent));

        // Not settled: the revocation counts before the process has heard of it.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, HttpMethod.Delete, $"cases/{journey.CaseId}/mandate", Town.Resident));
        using var tried = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/tasks/collect-r1/outcome", Town.Agent, Collected);
        var problem = await Office.ProblemAsync(tried);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.MandateEnded), (tried.StatusCode, problem.Code));
        Assert.Contains("收回委托", problem.Detail);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}", Town.Agent));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}/tasks/collect-r1", Town.Agent));
        Assert.Empty(await office.GetAsync<TaskView[]>(Routes.Work, Town.Agent));
        Assert.Empty(await office.GetAsync<ClientView[]>(Routes.Clients, Town.Agent));
        await office.SettleAsync();
        Assert.Contains(await journey.NoticesAsync(), notice => notice is { Kind: NoticeKinds.MandateEnded, To: Town.Agent });
    }

    [Fact]
    public async Task A_mandate_that_ran_out_shows_nothing_even_while_the_errand_still_lies_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        office.Clock.MoveTo(Office.Morning.AddMonths(3).AddDays(1));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, $"cases/{journey.CaseId}", Town.Agent));
        Assert.Empty(await office.GetAsync<TaskView[]>(Routes.Work, Town.Agent));
    }

    [Fact]
    public async Task Two_agents_of_an_office_pressing_at_once_make_one_act_and_the_other_is_told_who_was_first()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var answers = await Task.WhenAll(((string[])[Town.Agent, Town.OtherAgent]).Select(who => office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/tasks/collect-r1/outcome", who, Collected)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var problem = await Office.ProblemAsync(answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.StartsWith("史", problem.ActedBy);
    }

    [Fact]
    public async Task The_timeline_tells_the_agents_act_apart_from_the_applicants()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        Assert.Contains((await journey.SeeAsync()).Timeline, entry => entry is { Kind: ActNames.Collected, By: "史建国（村级代办员）代张**" or "史建国（村级代办员）代张*" });
    }

    private static async Task<HttpStatusCode> StatusAsync(Office office, HttpMethod method, string route, string who, object? body = null)
    {
        using var answer = await office.SendAsync(method, route, who, body);
        return answer.StatusCode;
    }
}
