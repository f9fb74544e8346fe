using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The storage dies in the middle of a case, as in a power cut, and comes back.</summary>
public sealed class OutageTests(City city) : IClassFixture<City>
{
    [OwnCityFact]
    public async Task What_was_done_a_moment_before_is_still_done_and_the_case_goes_on_to_its_end()
    {
        using var journey = await Journey.BeginAsync(city);
        await journey.CollectAsync();
        var before = await journey.VersionAsync();

        await city.Local.Azurite.KillAsync();
        await city.Local.Azurite.RestartAsync();
        var after = await journey.VersionAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ActAsync(Journey.Officer, "review-r1", ActNames.ProposeRefusal, new { refusalReason = "核对发现名下有汽车" });
        await journey.ActAsync(Journey.Chief, "decide-r1", ActNames.Refuse, new { refusalReason = "名下有汽车，不符合规定" });
        await journey.Resident.Chat.HearAsync(Words.Zh("RateAsk"));

        Assert.Equal(before, after);
        Assert.Equal("closed", (await journey.SeeAsync()).Status);
        Assert.IsType<ChainReading.Intact>((await city.Local.BackOffice.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Verify());
    }

    [OwnCityFact]
    public async Task A_card_pressed_meanwhile_is_acted_on_once_when_it_is_back()
    {
        using var journey = await Journey.BeginAsync(city);
        var card = await journey.CardAsync(Journey.Agent, "collect-r1");
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await city.Local.Azurite.KillAsync();
        await agent.PressAsync(card, ActNames.Collected, new { materials = "M04,M05,M07" });
        await city.Local.Azurite.RestartAsync();
        await agent.HearAsync(Words.Zh("StaffDone", journey.CaseId, Words.Name("acted", ActNames.Collected)));
        await journey.CardAsync(Journey.Officer, "survey-r1");

        Assert.Single((await journey.SeeAsync()).Timeline, entry => entry.Kind == ActNames.Collected);
    }

    [OwnCityFact]
    public async Task An_application_handed_in_meanwhile_becomes_one_case_when_it_is_back()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToSummaryAsync();

        await city.Local.Azurite.KillAsync();
        await resident.SubmitAsync();
        await city.Local.Azurite.RestartAsync();
        var caseId = await resident.HearNumberAsync();
        await resident.SubmitAsync();

        Assert.Equal([caseId], (await city.ReadAsync<CaseSummary[]>(Routes.MyCases, city.ResidentOf(resident.Chat))).Select(each => each.CaseId));
    }
}
