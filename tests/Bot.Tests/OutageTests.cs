using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Pages;
using OneVisit.Bot.State;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class OutageTests(BotCity city)
{
    [Fact]
    public async Task An_application_made_while_the_back_office_is_down_is_handed_in_when_it_is_back()
    {
        var resident = await ReadyToSubmitAsync("waitsforoffice0001");
        IReadOnlyList<Spoken> meanwhile;
        using (city.Office.GoDown()) meanwhile = await resident.SayAsync("提交");
        Assert.Contains(meanwhile, spoken => spoken.Text == PageWords.Read(PageWords.Chinese)["botWait"]);
        await city.Channel.UntilAsync(resident.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-WAITSF", StringComparison.Ordinal)));
        Assert.Single(city.Office.Applications, application => application.Key == "waitsforoffice0001");
    }

    [Fact]
    public async Task A_back_office_that_starts_again_within_seconds_goes_unnoticed()
    {
        var resident = await ReadyToSubmitAsync("shortoutage0000002");
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
        var resident = await ReadyToSubmitAsync("submittwice0000003");
        await resident.SayAsync("提交");
        await resident.SayAsync("提交");
        Assert.Single(city.Office.Applications, application => application.Key == "submittwice0000003");
    }

    /// <summary>A resident whose application is complete and shown for a last look.</summary>
    private async Task<Talker> ReadyToSubmitAsync(string submissionId)
    {
        var resident = city.Resident();
        await resident.JoinAsync();
        var storage = city.Services.GetRequiredService<IStorage>();
        var key = $"directline/conversations/{resident.Conversation}";
        var item = (IDictionary<string, object>)(await storage.ReadAsync([key]))[key];
        var talk = System.Text.Json.JsonSerializer.Deserialize<Talk>((string)item["talk"])!;
        talk = talk with
        {
            Resident = talk.Resident! with
            {
                Stage = Stage.Summary, SubmissionId = submissionId, Household = new HouseholdFacts { HasLocalHukou = true, Area = "rural", Members = 4, MonthlyIncome = 1300 },
                Draft = new Draft { Name = "张三", IdNumber = "370982197001010016", Phone = "13800005678", Village = "370982103201", Privacy = "v1", Mandate = true },
            },
        };
        item["talk"] = System.Text.Json.JsonSerializer.Serialize(talk);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item });
        return resident;
    }
}
