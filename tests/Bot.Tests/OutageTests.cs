using OneVisit.Bot.Pages;
using OneVisit.Bot.Tests.City;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class OutageTests(BotCity city)
{
    [Fact]
    public async Task An_application_made_while_the_back_office_is_down_is_handed_in_when_it_is_back()
    {
        var resident = await city.ReadyToSubmitAsync("waitsforoffice0001");
        IReadOnlyList<Spoken> meanwhile;
        using (city.Office.GoDown()) meanwhile = await resident.SayAsync("提交");
        Assert.Contains(meanwhile, spoken => spoken.Text == PageWords.Read(Language.Chinese)["botWait"]);
        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-WAITSF", StringComparison.Ordinal)));
        Assert.Single(city.Office.Applications, application => application.Key == "waitsforoffice0001");
    }

    [Fact]
    public async Task An_application_for_which_the_back_office_asks_to_wait_is_handed_in_later()
    {
        var resident = await city.ReadyToSubmitAsync("askedtowait0000004");
        city.Office.AsksToWait = true;
        IReadOnlyList<Spoken> meanwhile;
        try
        {
            meanwhile = await resident.SayAsync("提交");
        }
        finally
        {
            city.Office.AsksToWait = false;
        }
        Assert.Contains(meanwhile, spoken => spoken.Text == PageWords.Read(Language.Chinese)["botWait"]);
        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-ASKEDT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_back_office_that_starts_again_within_seconds_goes_unnoticed()
    {
        var resident = await city.ReadyToSubmitAsync("shortoutage0000002");
        Task<IReadOnlyList<Spoken>> answer;
        using (var outage = city.Office.GoDown())
        {
            answer = resident.SayAsync("提交");
            await outage.Felt.WaitAsync(TimeSpan.FromSeconds(40));
        }
        Assert.Contains(await answer, spoken => spoken.Content.Contains("XT261124-SHORTO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Submitting_twice_gives_the_same_case()
    {
        var resident = await city.ReadyToSubmitAsync("submittwice0000003");
        await resident.SayAsync("提交");
        await resident.SayAsync("提交");
        Assert.Single(city.Office.Applications, application => application.Key == "submittwice0000003");
    }
}
