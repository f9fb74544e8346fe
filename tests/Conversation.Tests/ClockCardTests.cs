using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Staff;
using OneVisit.Conversation.Tests.Support;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>The clock on cards, and what of it is told.</summary>
public sealed class ClockCardTests
{
    private static readonly PausedView Waiting = new(new(2026, 11, 24), [new("waiting-for-resident", new(2026, 12, 8), null)]);

    private static readonly TaskView Survey = new(
        Working.CaseId, "survey-r1", "survey", 1, "D1.2", "township-officer", "township/370982103", "李兰", null, "史家庄村", 4, new(2026, 11, 24), new(2026, 12, 8), "green",
        [], null, [], 1620, null, null, [], [], [], [ActNames.Surveyed, ActNames.RequestMaterial, ActNames.PauseClock], null, null, null, 7, CaseDueOn: new(2026, 12, 22));

    private static readonly TaskView Accept = Survey with
    {
        TaskId = "accept-r1",
        Kind = "accept",
        Actions = [ActNames.Accept, ActNames.TellMissing, ActNames.NotAccepted],
        Requestable = [new("M19", "业务主管单位批准文件", true)],
    };

    [Fact]
    public void A_paused_card_says_since_when_and_why_in_place_of_the_due_day()
    {
        var text = Text(Survey with { Paused = Waiting });

        Assert.Contains("暂停计时，自 11 月 24 日（周二）：等申请人补材料（最晚到 12 月 8 日（周二））", text, StringComparison.Ordinal);
        Assert.DoesNotContain("按时", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Home visit · 李兰, 1 person · 史家庄村")]
    [InlineData(4, "Home visit · 李兰, 4 people · 史家庄村")]
    public void A_card_begins_with_a_capital_and_counts_one_person_as_one(int members, string top) =>
        Assert.Equal(top, (string?)TaskCard.Of(Phrasebook.English, Survey with { Members = members })["body"]![0]!["text"]);

    [Fact]
    public void What_is_about_the_clock_is_folded_away_and_takes_none_of_the_three_acts() => Assert.Equal(
        (2, 1), (TaskCard.Of(Phrasebook.Chinese, Survey)["actions"]!.AsArray().Count, Sets(TaskCard.Of(Phrasebook.Chinese, Survey)).Count(set => set.Contains("暂停计时", StringComparison.Ordinal))));

    [Fact]
    public void The_card_of_acceptance_tells_what_is_missing_from_the_list_and_says_that_it_is_once()
    {
        var text = Text(Accept);

        Assert.Contains("业务主管单位批准文件", text, StringComparison.Ordinal);
        Assert.Contains("一次说全", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_card_posts_becomes_the_telling() => Assert.Equal(
        (ActNames.TellMissing, "M19", "批准文件没有盖章"),
        Posted(("act", ActNames.TellMissing), ("materials", "M19"), ("reason", "批准文件没有盖章")) is { } outcome ? (outcome.Action, outcome.Materials!.Single(), outcome.Reason!) : default);

    [Fact]
    public void A_pause_is_posted_with_its_day() => Assert.Equal(
        ("hearing", new DateOnly(2026, 12, 10)),
        Posted(("act", ActNames.PauseClock), ("cause", "hearing"), ("until", "2026-12-10"), ("reason", "申请人要求听证")) is { } outcome ? (outcome.Cause, outcome.Until!.Value) : default);

    [Fact]
    public void A_pause_without_a_day_is_asked_for_it() =>
        Assert.Null(Posted(("act", ActNames.PauseClock), ("cause", "hearing"), ("reason", "申请人要求听证")));

    [Fact]
    public void A_reminder_of_what_is_done_meanwhile_presses_nobody() => Assert.DoesNotContain(
        Told(NoticeKinds.TaskReminder, Survey with { Actions = [], Result = new("surveyed", "翟敏", City.Now, null, null, []) }), say => say is Say.Words);

    [Fact]
    public void A_reminder_of_what_is_paused_meanwhile_presses_nobody() =>
        Assert.DoesNotContain(Told(NoticeKinds.TaskReminder, Survey with { DueState = "yellow", Paused = Waiting }), say => say is Say.Words);

    [Fact]
    public void A_reminder_of_what_lies_on_another_desk_meanwhile_presses_nobody() =>
        Assert.DoesNotContain(Told(NoticeKinds.TaskReminder, Survey with { DueState = "yellow", Office = "city/370982" }), say => say is Say.Words);

    [Fact]
    public void An_escalation_of_what_got_more_time_meanwhile_presses_nobody() =>
        Assert.DoesNotContain(Told(NoticeKinds.TaskEscalated, Survey with { DueState = "green" }), say => say is Say.Words);

    [Fact]
    public void An_escalation_that_passed_over_an_empty_post_says_so() => Assert.Contains(
        Told(NoticeKinds.TaskEscalated, Survey with { DueState = "red" }, ("vacant", "deputy-representative")).OfType<Say.Words>(),
        say => say.Text.Contains("副首席代表空缺", StringComparison.Ordinal));

    [Fact]
    public void Whoever_may_extend_the_case_finds_the_form_on_the_case() => Assert.Contains(
        "extend-time", Plain(CaseCard.Shown(Phrasebook.Chinese, Working.View with { ExtendTask = "survey-r1" }).Content), StringComparison.Ordinal);

    [Fact]
    public void The_residents_case_says_that_it_waits_for_them() => Assert.Contains(
        "等您补材料，这几天不算时间", Plain(CaseCard.Shown(Phrasebook.Chinese, Working.View with { Paused = Waiting }).Content), StringComparison.Ordinal);

    private static IEnumerable<Say> Told(string kind, TaskView task, params (string Name, string Value)[] data) => new StaffDesk().Next(new StaffState(), new Heard.Noticed(
        new Notice("n1", "staff:zhai-officer", kind, task.CaseId, task.TaskId, City.Now, data.Append(("office", "township/370982103")).ToDictionary(one => one.Item1, one => one.Item2)), task)).Says;

    private static TaskOutcome? Posted(params (string Name, string Value)[] fields) => new StaffDesk().Next(
        new StaffState(), new Heard.Posted(fields.Append(("caseId", Working.CaseId)).Append(("taskId", "survey-r1")).ToDictionary(field => field.Item1, field => field.Item2))).Effect is Effect.Act act
        ? act.Outcome
        : null;

    private static string Text(TaskView task) => Plain(TaskCard.Of(Phrasebook.Chinese, task));

    private static string Plain(JsonNode card) => card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static IEnumerable<string> Sets(JsonNode card) => card["body"]!.AsArray().Where(part => (string?)part!["type"] == "Container" && (string?)part["id"] == "clock")
        .Select(part => part!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}
