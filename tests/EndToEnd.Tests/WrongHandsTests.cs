using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Cards made up by hand: who may do what is the back office's to say, whatever a browser posts.</summary>
public sealed class WrongHandsTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData(Journey.Agent)]
    [InlineData(Journey.Officer)]
    [InlineData(Journey.Filing)]
    [InlineData(Journey.Reviewer)]
    public async Task Nobody_but_the_chief_representative_approves(string who)
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        var before = await journey.VersionAsync();

        var answer = await (await journey.DeskOfAsync(who)).PostValueAsync(Card(journey, "decide-r1", ActNames.Approve));

        Assert.Contains(Words.Zh("StaffNotYours"), answer);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [OwnCityFact]
    public async Task The_chief_of_another_township_does_not_decide_here()
    {
        await city.Local.BackOffice.Services.GetRequiredService<StaffDirectory>().SeedAsync(
            [new StaffMember("dong-chief", "东明", [new Post(Role.ChiefRepresentative, "township/370982101", new DateOnly(2020, 1, 1))])]);
        using var journey = await Journey.BeginAsync(city);
        await journey.ToRefusalAsync();
        var before = await journey.VersionAsync();

        using var answer = await city.AskAsync(
            HttpMethod.Post, $"cases/{journey.CaseId}/tasks/decide-r1/outcome", City.Staff("dong-chief"), new TaskOutcome(ActNames.Approve, Amount: 1720));

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NotYours), (answer.StatusCode, (await City.ProblemAsync(answer)).Code));
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Theory]
    [InlineData("collect-r1", ActNames.Collected)]
    [InlineData("decide-r1", ActNames.Approve)]
    public async Task A_resident_who_posts_the_card_of_an_official_changes_nothing(string task, string act)
    {
        using var journey = await Journey.BeginAsync(city);
        var before = await journey.VersionAsync();

        var answer = await journey.Resident.Chat.PostValueAsync(Card(journey, task, act));

        Assert.Contains(Words.Zh("OldButton"), answer);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_step_ahead_is_out_of_order()
    {
        using var journey = await Journey.BeginAsync(city);
        var before = await journey.VersionAsync();

        var answer = await (await journey.DeskOfAsync(Journey.Chief)).PostValueAsync(Card(journey, "decide-r1", ActNames.Approve));

        Assert.Contains(Words.Zh("StaffOutOfOrder"), answer);
        Assert.Equal(before, await journey.VersionAsync());
    }

    [Fact]
    public async Task A_resident_who_speaks_under_the_name_of_an_official_is_heard_as_herself()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        using var chief = await Chat.AsStaffAsync(city.PublicUrl, Journey.Chief);

        using var answer = await resident.Chat.PostAsync(JsonContent.Create(new { type = "message", text = "我的任务", from = new { id = chief.UserId } }));

        JsonObject? Said() => resident.Chat.Heard.SingleOrDefault(said => said["text"]?.GetValue<string>() == "我的任务");
        await resident.Chat.UntilAsync(() => Said() is not null);
        Assert.Equal(resident.Chat.UserId, Said()!["from"]!["id"]!.GetValue<string>());
    }

    private static JsonObject Card(Journey journey, string task, string act) => new()
    {
        ["act"] = act, ["caseId"] = journey.CaseId, ["taskId"] = task, ["version"] = 1, ["amount"] = "99999", ["materials"] = "M04,M05,M07",
    };
}
