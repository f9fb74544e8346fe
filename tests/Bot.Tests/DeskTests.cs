using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class DeskTests(BotCity city)
{
    private static int _cases;

    private readonly string _case = $"XT261124-DS{Interlocked.Increment(ref _cases):0000}";

    private NoticeQueue Queue => city.Services.GetRequiredService<NoticeQueue>();

    [Fact]
    public async Task A_new_task_comes_as_a_card()
    {
        var (_, card) = await WithCardAsync();
        Assert.True(card.IsCard);
    }

    [Fact]
    public async Task A_task_done_by_somebody_else_updates_the_card_in_its_place()
    {
        var (officer, card) = await WithCardAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Done();
        await Queue.SendAsync(Sample.Notice("staff:zhai-officer", NoticeKinds.TaskClosed, _case, "verify-r1"));
        var said = await city.Channel.UntilAsync(officer.Conversation, all => all.Any(spoken => spoken.IsUpdate && About(spoken)));
        Assert.Equal(card.Id, said.Last(spoken => spoken.IsUpdate && About(spoken)).Id);
    }

    [Fact]
    public async Task Pressing_a_card_acts_and_updates_it()
    {
        var (officer, card) = await WithCardAsync();
        var said = await officer.PressAsync(Verified());
        Assert.Equal(card.Id, said.First(spoken => spoken.IsUpdate).Id);
    }

    [Fact]
    public async Task Pressing_an_old_card_changes_nothing()
    {
        var (officer, _) = await WithCardAsync();
        await officer.PressAsync(Verified());
        var result = city.Office.Tasks[_case + "/verify-r1"].Result;
        await officer.PressAsync(Verified());
        Assert.Equal(result, city.Office.Tasks[_case + "/verify-r1"].Result);
    }

    [Fact]
    public async Task Pressing_an_old_card_is_answered_with_who_acted()
    {
        var (officer, _) = await WithCardAsync();
        await officer.PressAsync(Verified());
        Assert.Contains(await officer.PressAsync(Verified()), spoken => spoken.Text.Contains("翟敏", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_chosen_in_the_list_comes_anew_at_the_end()
    {
        var (officer, card) = await WithCardAsync();
        await officer.PostAsync(new JsonObject { ["type"] = "event", ["name"] = "open-task", ["value"] = new JsonObject { ["caseId"] = _case, ["taskId"] = "verify-r1" } });
        var last = officer.Heard.Last(About);
        Assert.Equal((true, false), (last.IsCard, last.Id == card.Id));
    }

    [Fact]
    public async Task Both_cards_of_a_task_are_updated_when_it_is_done()
    {
        var (officer, first) = await WithCardAsync();
        await officer.PostAsync(new JsonObject { ["type"] = "event", ["name"] = "open-task", ["value"] = new JsonObject { ["caseId"] = _case, ["taskId"] = "verify-r1" } });
        var second = officer.Heard.Last(About);
        city.Office.Tasks[_case + "/verify-r1"] = Done();
        await Queue.SendAsync(Sample.Notice("staff:zhai-officer", NoticeKinds.TaskClosed, _case, "verify-r1"));

        var said = await city.Channel.UntilAsync(officer.Conversation, all => all.Any(spoken => spoken.IsUpdate && About(spoken) && spoken.Id == second.Id));

        Assert.Equal([first.Id, second.Id], said.Where(spoken => spoken.IsUpdate && About(spoken)).Select(spoken => spoken.Id).TakeLast(2));
    }

    [Fact]
    public async Task The_city_changes_who_may_decide_from_a_card()
    {
        var reviewer = city.Staff("city-reviewer");
        await reviewer.JoinAsync();
        Assert.Contains(await reviewer.SayAsync("授权"), spoken => spoken.IsCard && spoken.Content.Contains("农村低保", StringComparison.Ordinal));

        var said = await reviewer.PressAsync(new JsonObject { ["act"] = "matrix-end", ["point"] = "370982103", ["matrixLine"] = "D1.2|chief-representative", ["matrixReason@matrix-end"] = "任期届满，不再续" });

        var change = Assert.Single(city.Office.AuthorityChanges);
        Assert.Equal(("任期届满，不再续", new AuthorityEndForm("D1.2", "chief-representative")), (change.Reason, Assert.Single(change.Ends!)));
        Assert.Contains(said, spoken => spoken.Text.Contains("改好了", StringComparison.Ordinal));
    }

    private static bool About(Spoken spoken, string caseId) => spoken.IsCard && spoken.Content.Contains(caseId, StringComparison.Ordinal);

    private bool About(Spoken spoken) => About(spoken, _case);

    private TaskView Done() => Sample.Task(_case) with
    {
        Actions = [], Result = new TaskResult(ActNames.Verified, "翟敏", new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), null, null, ["review"]),
    };

    private JsonObject Verified() => new() { ["act"] = ActNames.Verified, ["caseId"] = _case, ["taskId"] = "verify-r1", ["verification"] = "consistent" };

    private async Task<(Talker Officer, Spoken Card)> WithCardAsync()
    {
        var officer = city.Staff("zhai-officer");
        await officer.JoinAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case);
        await Queue.SendAsync(Sample.Notice("staff:zhai-officer", NoticeKinds.TaskOpened, _case, "verify-r1"));
        var said = await city.Channel.UntilAsync(officer.Conversation, all => all.Any(About));
        return (officer, said.First(About));
    }
}
