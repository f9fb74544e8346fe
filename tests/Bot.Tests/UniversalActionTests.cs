using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.Bot.Tests;

/// <summary>Cards in Teams: their buttons are universal actions, and each shows how the task stands for who looks at it.</summary>
[Collection(CityCollection.Name)]
public sealed class UniversalActionTests(BotCity city) : IDisposable
{
    private static int _cases;

    private readonly string _case = $"XT261124-TU{Interlocked.Increment(ref _cases):0000}";

    private string Outcome => $"/api/cases/{_case}/tasks/verify-r1/outcome";

    // Whoever joins later is shown what is open.
    public void Dispose() => city.Office.Tasks.TryRemove(_case + "/verify-r1", out _);

    [Fact]
    public async Task In_teams_a_button_is_executed_and_falls_back_to_what_web_chat_posts()
    {
        var (_, card) = await WithCardAsync();

        var buttons = Actions(ContentOf(card), "Action.Execute").Where(button => button["verb"]!.ToString() != UniversalCard.Refresh).ToArray();

        Assert.NotEmpty(buttons);
        Assert.All(buttons, button => Assert.Equal(("Action.Submit", button["data"]!.ToJsonString()), (button["fallback"]!["type"]!.ToString(), button["fallback"]!["data"]!.ToJsonString())));
        Assert.Contains(buttons, button => button["verb"]!.ToString() == ActNames.Verified);
    }

    [Fact]
    public async Task In_teams_a_tasks_card_looks_again_by_itself_for_its_reader()
    {
        var (staff, card) = await WithCardAsync();

        var refresh = ContentOf(card)["refresh"]!;

        Assert.Equal(("Action.Execute", "refresh", _case, "verify-r1"), (refresh["action"]!["type"]!.ToString(), refresh["action"]!["verb"]!.ToString(), refresh["action"]!["data"]!["caseId"]!.ToString(), refresh["action"]!["data"]!["taskId"]!.ToString()));
        Assert.Equal([staff.UserId], refresh["userIds"]!.AsArray().Select(reader => reader!.ToString()));
    }

    [Fact]
    public async Task On_the_pages_the_same_card_posts()
    {
        var desk = city.Staff("zhai-universal-1");
        await desk.JoinAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case);
        await city.Services.GetRequiredService<NoticeQueue>().SendAsync(Sample.Notice("staff:zhai-universal-1", NoticeKinds.TaskOpened, _case, "verify-r1"));

        var card = (await city.Channel.UntilAsync(desk.Conversation, all => all.Any(About))).First(About);

        Assert.Empty(Actions(ContentOf(card), "Action.Execute"));
        Assert.Null(ContentOf(card)["refresh"]);
        Assert.NotEmpty(Actions(ContentOf(card), "Action.Submit"));
    }

    [Fact]
    public async Task Pressing_acts_and_is_answered_with_the_card_as_it_stands_then()
    {
        var (staff, card) = await WithCardAsync();

        var answer = await staff.InvokeAsync(ActNames.Verified, Verified());

        Assert.Equal((200, 200, true), (answer.Http, answer.Status, answer.IsCard));
        Assert.NotNull(city.Office.Tasks[_case + "/verify-r1"].Result);
        Assert.DoesNotContain(Actions(answer.Value!, "Action.Execute"), action => action["verb"]!.ToString() != UniversalCard.Refresh);
        Assert.Contains("翟敏", answer.Content, StringComparison.Ordinal);
        // What lies in the conversation is as it stands, too, for whoever scrolls back.
        Assert.Contains(staff.Heard, said => said.IsUpdate && said.Id == card.Id);
    }

    [Fact]
    public async Task Pressed_twice_it_counts_once_and_the_second_is_told_who_acted()
    {
        var (staff, _) = await WithCardAsync();
        await staff.InvokeAsync(ActNames.Verified, Verified());
        var result = city.Office.Tasks[_case + "/verify-r1"].Result;

        var again = await staff.InvokeAsync(ActNames.Verified, Verified());

        Assert.Equal(result, city.Office.Tasks[_case + "/verify-r1"].Result);
        Assert.Equal((200, true), (again.Status, again.IsCard));
        Assert.Contains(staff.Heard, said => said.Text.Contains("翟敏", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_press_delivered_twice_is_one()
    {
        var (staff, _) = await WithCardAsync();
        await staff.InvokeAsync(ActNames.Verified, Verified(), "press-" + _case);

        var again = await staff.InvokeAsync(ActNames.Verified, Verified(), "press-" + _case);

        Assert.Equal((200, true), (again.Status, again.IsCard));
        Assert.Single(city.Office.Asked, asked => asked.Path == Outcome);
    }

    [Fact]
    public async Task Looking_again_shows_what_somebody_else_did_and_never_acts()
    {
        var (staff, _) = await WithCardAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Done();

        // Even with an act in it: a card can be forged.
        var now = await staff.InvokeAsync(UniversalCard.Refresh, Verified());

        Assert.Equal((200, true), (now.Status, now.IsCard));
        Assert.Contains("孟凡强", now.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(Actions(now.Value!, "Action.Execute"), action => action["verb"]!.ToString() != UniversalCard.Refresh);
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Path == Outcome);
    }

    [Fact]
    public async Task Who_may_not_act_reads_the_card_without_a_button()
    {
        var (staff, _) = await WithCardAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case) with { Actions = [] };

        var now = await staff.InvokeAsync(UniversalCard.Refresh, new JsonObject { ["caseId"] = _case, ["taskId"] = "verify-r1" });

        Assert.Contains("张", now.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(Actions(now.Value!, "Action.Execute"), action => action["verb"]!.ToString() != UniversalCard.Refresh);
    }

    [Fact]
    public async Task A_task_done_by_somebody_else_is_updated_in_its_place_in_teams_too()
    {
        var (staff, card) = await WithCardAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Done();

        await city.Services.GetRequiredService<NoticeQueue>().SendAsync(Sample.Notice(staff.Participant!, NoticeKinds.TaskClosed, _case, "verify-r1"));

        var said = await city.Channel.UntilAsync(staff.Conversation, all => all.Any(spoken => spoken.IsUpdate && About(spoken)));
        var update = said.Last(spoken => spoken.IsUpdate && About(spoken));
        Assert.Equal((card.Id, "refresh"), (update.Id, ContentOf(update)["refresh"]!["action"]!["verb"]!.ToString()));
    }

    [Fact]
    public void At_most_sixty_clients_look_again_by_themselves()
    {
        var card = UniversalCard.Of(new JsonObject { ["type"] = "AdaptiveCard" }, (_case, "verify-r1"), Enumerable.Range(1, 70).Select(reader => $"29:{reader}"));

        Assert.Equal(60, card["refresh"]!["userIds"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_task_that_is_not_the_readers_any_more_shows_no_name_and_no_button()
    {
        var (staff, _) = await WithCardAsync();
        city.Office.Tasks.TryRemove(_case + "/verify-r1", out _);

        var now = await staff.InvokeAsync(UniversalCard.Refresh, new JsonObject { ["caseId"] = _case, ["taskId"] = "verify-r1" });

        Assert.Equal((200, true), (now.Status, now.IsCard));
        Assert.DoesNotContain("张*", now.Content, StringComparison.Ordinal);
        Assert.Null(now.Value!["actions"]);
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData(ActNames.Verified)]
    public async Task Whoever_is_not_staff_gets_an_error_and_nothing_is_asked_for_them(string verb)
    {
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case);

        var answer = await city.InTeams(Guid.NewGuid()).InvokeAsync(verb, Verified());

        Assert.Equal((200, 403, "application/vnd.microsoft.error"), (answer.Http, answer.Status, answer.Type));
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Path.Contains(_case, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_opened_by_looking_at_its_card()
    {
        var (staff, _) = await WithCardAsync();
        var other = Guid.NewGuid();
        city.StaffInTeams("zhai-universal-3", other);

        var answer = await new TeamsTalker(city, other, BotCity.Tenant, staff.Conversation).InvokeAsync(UniversalCard.Refresh, new JsonObject { ["caseId"] = _case, ["taskId"] = "verify-r1" });

        Assert.Equal((403, "application/vnd.microsoft.error"), (answer.Status, answer.Type));
    }

    [Theory]
    [InlineData("""{"act":"verified"}""", 200)]
    [InlineData("""{"caseId":"../..","taskId":"x"}""", 200)]
    [InlineData("""{}""", 400)]
    public async Task A_card_that_cannot_be_read_changes_nothing(string data, int status)
    {
        var answer = await city.StaffInTeams("zhai-universal-4").InvokeAsync("post", JsonNode.Parse(data)!.AsObject());

        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Participant == "staff:zhai-universal-4" && asked.Path.EndsWith("/outcome", StringComparison.Ordinal));
    }

    // Who may is the back office's to say, by its table; here nothing of a card counts for who somebody is.
    [Fact]
    public async Task Whatever_act_a_forged_press_names_it_is_asked_for_who_pressed_and_of_the_task_it_names()
    {
        var staff = city.StaffInTeams("zhai-universal-8");
        var acts = typeof(ActNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToArray();

        foreach (var act in acts)
        {
            var answer = await staff.InvokeAsync(act, new JsonObject
            {
                ["act"] = act, ["caseId"] = _case, ["taskId"] = "made-up-r1", ["version"] = 1, ["participant"] = "staff:zhai-chief", ["staffId"] = "zhai-chief", ["role"] = "chief-representative",
                ["amount"] = "1720", ["materials"] = "M04,M05,M07", ["refusalReason"] = "这是伪造的卡片内容", ["reason"] = "这是伪造的卡片内容", ["verification"] = "consistent", ["registerNumber"] = "1", ["items"] = "补充说明",
            });
            Assert.Equal(200, answer.Http);
        }

        var asked = city.Office.Asked.Where(known => known.Path.Contains(_case, StringComparison.Ordinal)).ToArray();
        Assert.All(asked, known => Assert.Equal("staff:zhai-universal-8", known.Participant));
        Assert.True(asked.Count(known => known.Path == $"/api/cases/{_case}/tasks/made-up-r1/outcome") > 10, string.Join('\n', asked));
        Assert.DoesNotContain(asked, known => known.Path.EndsWith("/outcome", StringComparison.Ordinal) && !known.Path.EndsWith("/made-up-r1/outcome", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_back_office_is_silent_a_press_is_an_error_and_does_nothing()
    {
        var (staff, _) = await WithCardAsync();
        Invoked answer;
        using (city.Office.GoDown())
            answer = await staff.InvokeAsync(ActNames.Verified, Verified());

        Assert.Equal((503, "application/vnd.microsoft.error"), (answer.Status, answer.Type));
        Assert.Null(city.Office.Tasks[_case + "/verify-r1"].Result);
    }

    [Fact]
    public async Task What_is_no_task_is_answered_with_a_word_and_the_rest_in_the_conversation()
    {
        var staff = city.StaffInTeams("zhai-universal-5");

        var answer = await staff.InvokeAsync("post", new JsonObject { ["pick"] = "cmd:tasks" });

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (answer.Status, answer.Type));
        Assert.Contains(city.Office.Asked, asked => asked == ("staff:zhai-universal-5", "/api/" + Routes.Work));
        Assert.NotEmpty(staff.Heard);
    }

    [Fact]
    public async Task A_client_without_universal_actions_posts_and_is_heard()
    {
        var (staff, _) = await WithCardAsync();

        await staff.PostAsync(Verified());

        Assert.NotNull(city.Office.Tasks[_case + "/verify-r1"].Result);
    }

    [Fact]
    public async Task A_photo_in_teams_is_sent_on_to_the_page_and_not_fetched()
    {
        var staff = city.StaffInTeams("zhai-universal-7");

        var said = Assert.Single(await staff.SendPhotoAsync(new Uri(city.Channel.Url, "files/of-teams").ToString()));

        Assert.EndsWith("http://localhost:3978/staff", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("of-teams", city.Channel.FilesRead);
    }

    [Fact]
    public async Task Suggestions_are_buttons_in_teams_and_bring_back_what_they_stand_for()
    {
        var staff = city.StaffInTeams("zhai-universal-6");

        var help = (await staff.SayAsync("帮助")).Single();

        Assert.Null(help.Activity["suggestedActions"]);
        var button = help.Activity["attachments"]![0]!["content"]!["buttons"]![0]!;
        Assert.Equal(("messageBack", "cmd:tasks"), (button["type"]!.ToString(), button["value"]!["pick"]!.ToString()));
        Assert.NotEmpty(await staff.PostAsync(button["value"]!.DeepClone().AsObject()));
    }

    private static JsonNode ContentOf(Spoken card) => card.Activity["attachments"]![0]!["content"]!;

    private static IEnumerable<JsonObject> Actions(JsonNode? node, string type) => node switch
    {
        JsonArray nodes => nodes.SelectMany(each => Actions(each, type)),
        JsonObject action when action["type"]?.ToString() == type => [action],
        JsonObject parts => parts.SelectMany(part => Actions(part.Value, type)),
        _ => [],
    };

    private bool About(Spoken spoken) => spoken.IsCard && spoken.Content.Contains(_case, StringComparison.Ordinal);

    private TaskView Done() => Sample.Task(_case) with
    {
        Actions = [], Result = new TaskResult(ActNames.Verified, "孟凡强", new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), null, null, ["review"]),
    };

    private JsonObject Verified() => new() { ["act"] = ActNames.Verified, ["caseId"] = _case, ["taskId"] = "verify-r1", ["verification"] = "consistent" };

    private async Task<(TeamsTalker Staff, Spoken Card)> WithCardAsync()
    {
        var id = "zhai-u-" + Guid.NewGuid().ToString("N")[..8];
        var staff = city.StaffInTeams(id);
        await staff.InstallAsync();
        city.Office.Tasks[_case + "/verify-r1"] = Sample.Task(_case);
        await city.Services.GetRequiredService<NoticeQueue>().SendAsync(Sample.Notice("staff:" + id, NoticeKinds.TaskOpened, _case, "verify-r1"));
        var said = await city.Channel.UntilAsync(staff.Conversation, all => all.Any(About));
        return (staff, said.First(About));
    }
}
