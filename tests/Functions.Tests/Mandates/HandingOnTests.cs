using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Mandates;

/// <summary>An agent answers "outside my area" or "I cannot": the errand is on the next desk before the answer is out.</summary>
public sealed class HandingOnTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task An_errand_goes_from_agent_to_agent_to_the_officer_and_never_back()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        foreach (var (who, next) in ((string, string)[])[(Town.Agent, Town.OtherAgent), (Town.OtherAgent, Town.TownshipAgent), (Town.TownshipAgent, Town.CityAgent), (Town.CityAgent, Town.Officer)])
        {
            var gone = await journey.DoAsync("collect-r1", who, new(ActNames.Cannot, Cause: DeclineCauses.Ill));
            Assert.Equal((ActNames.Cannot, null, 0, 0), (gone.Result!.Action, gone.Phone, gone.Actions.Count, gone.Materials.Count));
            Assert.DoesNotContain("collect-r1", await journey.DeskOfAsync(who));
            Assert.Contains("collect-r1", await journey.DeskOfAsync(next));
        }

        var notices = await journey.NoticesAsync();
        Assert.Equal(["史玉梅", "冯桂兰", "吕明", ""], notices.Where(notice => notice.Kind == NoticeKinds.AgentChanged).OrderBy(notice => notice.NoticeId.Split('.')[1].PadLeft(5)).Select(notice => notice.Data["who"]));
        Assert.All(notices.Where(notice => notice.Kind == NoticeKinds.AgentChanged), notice => Assert.Equal(Town.Resident, notice.To));
    }

    [Fact]
    public async Task Who_names_the_village_hands_it_to_the_agent_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var card = await journey.TaskAsync("collect-r1", Town.Agent);
        Assert.Contains(card.Villages!, village => village.Code == "370982103202");

        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.OutsideArea, Village: "370982103202"));

        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.NeighbourAgent));
        Assert.Equal("秦芳（村级代办员）", (await journey.SeeAsync()).Mandate!.CarriedBy);
        await journey.CollectAsync(Town.NeighbourAgent);
    }

    [Fact]
    public async Task Two_agents_who_decline_at_once_hand_it_on_twice_and_it_comes_back_to_neither()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var answers = await Task.WhenAll(((string[])[Town.Agent, Town.OtherAgent]).Select(who => journey.TryAsync("collect-r1", who, new(ActNames.Cannot, Cause: DeclineCauses.Busy))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.TownshipAgent));
        Assert.Equal(2, (await journey.SeeAsync()).Timeline.Count(entry => entry.Kind == "errand-declined"));
    }

    [Fact]
    public async Task What_an_agent_was_told_before_they_declined_stays_told()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.Cannot, Cause: DeclineCauses.Away));
        var file = (await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, default))!;

        var toAgents = new NoticesOf(file.Current, file.Entries, code => code, item => item).All().Where(due => due is { Kind: NoticeKinds.TaskOpened, TaskId: "collect-r1", To: Addressee.Post { Person: null } }).ToArray();

        Assert.Contains(Town.Agent, NoticeReaders.Of(file, toAgents[0], [Town.Agent, Town.OtherAgent]));
        Assert.DoesNotContain(Town.Agent, NoticeReaders.Of(file, toAgents[0] with { Standing = file.Current }, [Town.Agent, Town.OtherAgent]));
    }

    [Fact]
    public async Task The_old_card_is_refused_with_who_has_it_now()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.DoAsync("collect-r1", Town.Agent, new(ActNames.Cannot, Cause: DeclineCauses.Away));

        using var answer = await journey.TryAsync("collect-r1", Town.Agent, new(ActNames.Collected, Materials: ["M04", "M05", "M07"]));
        var problem = await Office.ProblemAsync(answer);

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.MandateEnded), (answer.StatusCode, problem.Code));
        Assert.Contains("村级代办员", problem.Detail);
    }

    [Fact]
    public async Task I_cannot_without_a_cause_is_asked_for_one()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await journey.TryAsync("collect-r1", Town.Agent, new(ActNames.Cannot));

        Assert.Equal(["cause"], (await Office.ProblemAsync(answer)).Errors!.Keys);
    }
}
