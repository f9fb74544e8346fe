using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Conversation.Cards;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

public sealed class StaffTests
{
    public static TheoryData<string, string[]> Kinds => new()
    {
        { "collect", [ActNames.Collected] },
        { "survey", [ActNames.Surveyed, ActNames.StartSurvey, ActNames.RequestMaterial] },
        { "survey-cosign", [ActNames.Cosigned, ActNames.Disputed] },
        { "read-out", [ActNames.HandedOver, ActNames.NotMet, ActNames.Cannot] },
        { "verify", [ActNames.Verified, ActNames.RequestMaterial] },
        { "appraise", [ActNames.Convene] },
        { "appraise", [ActNames.Appraised, ActNames.Convene] },
        { "visit", [ActNames.Visited] },
        { "collect", [ActNames.Collected, ActNames.OutsideArea, ActNames.Cannot] },
        { "review", [ActNames.Propose, ActNames.RequestMaterial, ActNames.ProposeRefusal] },
        { "notice", [ActNames.NoticePosted] },
        { "decide", [ActNames.Refuse, ActNames.Return, ActNames.Approve] },
        { "file", [ActNames.Filed] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_card_has_at_most_three_acts_and_stays_small(string kind, string[] actions)
    {
        var card = Card(Task(kind, actions));
        Assert.InRange(card["actions"]!.AsArray().Count, 1, 3);
        Assert.InRange(card.ToJsonString().Length, 1, 20_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_input_has_a_label_and_an_error_of_its_own(string kind, string[] actions) =>
        Assert.All(All(Card(Task(kind, actions))).Where(node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true), input =>
            Assert.False(string.IsNullOrEmpty(input["label"]?.ToString()) || string.IsNullOrEmpty(input["errorMessage"]?.ToString())));

    // Web Chat draws nothing of a card in which two elements have one id, not even of different forms.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_element_has_an_id_of_its_own(string kind, string[] actions)
    {
        var task = Task(kind, [.. actions, ActNames.PauseClock]) with { MayDeclareRelative = true, Meeting = new(["甲", "乙", "丙"], [], new(2026, 11, 24), null, 2, false) };

        Assert.Empty(All(Card(task)).Where(node => node["id"] is not null && node["type"] is not null).GroupBy(node => node["id"]!.ToString()).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void An_agent_may_answer_that_it_is_not_theirs_naming_the_village()
    {
        var card = Card(Task("collect", [ActNames.Collected, ActNames.OutsideArea, ActNames.Cannot]) with { Villages = [new("370982103202", "秦家庄村")] });

        Assert.Equal(["材料收齐", "不在我的片区", "办不了"], card["actions"]!.AsArray().Select(action => action!["title"]!.ToString()));
        Assert.Contains("秦家庄村", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_a_household_that_took_its_mandate_back_keeps_no_name_and_no_button()
    {
        var problem = new Problem("about:blank", "", 403, "居民已收回委托", ProblemCodes.MandateEnded);
        var step = new StaffDesk().Next(new StaffState(), new Heard.EffectAnswered(new Effect.Act(Working.CaseId, "collect-r1", new(ActNames.Collected)), new EffectResult.Failed(problem)));

        var card = step.Says.OfType<Say.Card>().Single();
        Assert.True(card.InPlace);
        Assert.Null(card.Content["actions"]);
        Assert.Contains("收回委托", step.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_agent_applies_for_somebody()
    {
        Step<StaffState> Asked(string role) => new StaffDesk().Next(new StaffState(), new Heard.EffectAnswered(new Effect.AskMe(), new EffectResult.Myself(new Me("staff:x", "甲", role, "village/370982103201", "史家庄村代办点"))));

        Assert.Equal(new ClientAgent("x", "甲", "village"), Asked("village-agent").State.Applying);
        Assert.Null(Asked("township-officer").State.Applying);
    }

    [Fact]
    public void A_card_takes_no_longer_register_number_than_the_office_does() =>
        Assert.Equal(40, (int)All(Card(Task("file", [ActNames.Filed]))).Single(node => node["id"]?.ToString() == "registerNumber")["maxLength"]!);

    [Fact]
    public void A_service_that_pays_nothing_asks_for_no_amount() => Assert.DoesNotContain(
        All(Card(Task("decide", [ActNames.Approve]) with { Grants = "nothing" })), node => node["id"]?.ToString() == "amount");

    [Fact]
    public void Who_must_attend_is_recorded_before_anything_is_approved() =>
        Assert.Equal("本人已到场", Card(Task("decide", [ActNames.Attended, ActNames.Refuse]))["actions"]![0]!["title"]!.ToString());

    [Fact]
    public void An_office_says_whether_the_household_had_to_come_and_why_again() => Assert.Equal(
        ["brought", "comingCause"],
        All(Card(Task("collect", [ActNames.Collected]) with { Role = "township-officer", Visits = 1 })).Select(node => node["id"]?.ToString()).Where(id => id is "brought" or "comingCause"));

    [Fact]
    public void An_agent_is_not_asked_whether_the_household_came() => Assert.DoesNotContain(
        All(Card(Task("collect", [ActNames.Collected]) with { Role = "village-agent", Visits = 1 })), node => node["id"]?.ToString() is "brought" or "comingCause");

    [Fact]
    public void Papers_beyond_the_list_are_marked_where_they_are_chosen() => Assert.Contains(
        "清单之外",
        Card(Task("review", [ActNames.Propose, ActNames.RequestMaterial]) with { Requestable = [new("M08", "病历", false)] }).ToJsonString(Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void The_dangerous_act_is_never_first() =>
        Assert.Equal("批准", Card(Task("decide", [ActNames.Refuse, ActNames.Return, ActNames.Approve]))["actions"]![0]!["title"]!.ToString());

    [Fact]
    public void Sending_back_is_offered_only_when_the_back_office_offers_it() =>
        Assert.DoesNotContain("退回补正", Card(Task("decide", [ActNames.Approve, ActNames.Refuse])).ToJsonString(Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void A_card_that_was_acted_on_has_no_buttons_and_says_who()
    {
        var card = Card(Task("decide", []) with { Result = new(ActNames.Approve, "王立新", City.Now, 1620, null, ["file"]) });
        Assert.Null(card["actions"]);
        Assert.Contains("王立新", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActNames.Refuse, "reason", "   ")]
    [InlineData(ActNames.Refuse, "reason", "不行")]
    [InlineData(ActNames.Approve, "amount", "0")]
    [InlineData(ActNames.Approve, "amount", "-5")]
    [InlineData(ActNames.Approve, "amount", "1e3")]
    [InlineData(ActNames.Approve, "amount", "17 20")]
    [InlineData(ActNames.Approve, "amount", "1720x")]
    [InlineData(ActNames.Verified, "verification", "maybe")]
    [InlineData(ActNames.Return, "reason", "材料要补正")]
    [InlineData("format-disk", "reason", "because I can")]
    public void An_outcome_that_lacks_something_is_not_sent(string act, string field, string value) => Assert.Null(Post(act, (field, value)).Effect);

    [Fact]
    public void A_survey_without_a_second_investigator_is_not_sent() =>
        Assert.Null(Post(ActNames.Surveyed, ("incomeFound", "1300"), ("membersFound", "4")).Effect);

    [Fact]
    public void A_survey_is_sent_as_an_outcome()
    {
        var act = Assert.IsType<Effect.Act>(Post(ActNames.Surveyed, ("second", "zhai-officer-2"), ("on", "2026-11-23"), ("incomeFound", "1,300"), ("membersFound", "4")).Effect);
        Assert.Equal((1300m, 4, 7, "zhai-officer-2", new DateOnly(2026, 11, 23)), (act.Outcome.MonthlyIncomeFound, act.Outcome.MembersFound, act.Outcome.SeenVersion, act.Outcome.Second, act.Outcome.On));
    }

    [Fact]
    public void What_is_read_out_stands_on_the_card_with_the_letter_beside_it()
    {
        var task = Task(BesideTasks.ReadOut, [ActNames.HandedOver, ActNames.NotMet, ActNames.Cannot]) with
        {
            Facts = ["“您申请的低保批下来了：每个月1,620 元”"], Issued = [new("decision-letter", "决定书", "决字1号", new(2026, 11, 24), "valid")],
        };
        var card = Card(task);

        Assert.Equal(["已念给本人听、已送到", "没见到人", "办不了"], card["actions"]!.AsArray().Select(action => action!["title"]!.ToString()));
        Assert.Contains("每个月1,620 元", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
        Assert.Contains("/issued/decision-letter", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_handed_over_and_nobody_met_are_sent_as_outcomes()
    {
        var done = Assert.IsType<Effect.Act>(Post(ActNames.HandedOver, ("on", "2026-11-23")).Effect).Outcome;
        var missed = Assert.IsType<Effect.Act>(Post(ActNames.NotMet, (CardKeys.Of(CardKeys.RefusalReason, ActNames.NotMet), "家里没人，去看病了")).Effect).Outcome;

        Assert.Equal((new DateOnly(2026, 11, 23), "家里没人，去看病了"), (done.On, missed.Reason));
        Assert.Null(Post(ActNames.NotMet).Effect);
    }

    [Fact]
    public void Who_comes_second_is_told_who_was_first()
    {
        var problem = new Problem("about:blank", "Conflict", 409, Code: ProblemCodes.AlreadyDone, ActedBy: "王立新", ActedAt: City.Now);
        var step = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.Act(Working.CaseId, "decide-r1", new TaskOutcome(ActNames.Approve)), new EffectResult.Failed(problem, Task("decide", []))));
        Assert.Contains("王立新", step.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
        Assert.True(step.Says.OfType<Say.Card>().Single().InPlace);
    }

    [Fact]
    public void Photos_go_to_the_case_that_collects()
    {
        var desk = new StaffDesk();
        var sent = desk.Next(new(), new Heard.SentFiles([new("a.jpg", "image/jpeg", "http://127.0.0.1/a")]));
        var asked = desk.Next(sent.State, new Heard.EffectAnswered(new Effect.ListWork(), new EffectResult.Work([Task("collect", [ActNames.Collected])])));
        var pressed = asked.Says.OfType<Say.Words>().Single().Choices[0].Value;
        Assert.Equal("M04", Assert.IsType<Effect.Upload>(desk.Next(asked.State, new Heard.Picked(pressed)).Effect).Material);
    }

    [Fact]
    public void Files_are_offered_no_place_among_the_papers_that_nobody_is_asked_for()
    {
        var desk = new StaffDesk();
        var sent = desk.Next(new(), new Heard.SentFiles([new("a.jpg", "image/jpeg", "http://127.0.0.1/a")]));
        var task = Task("collect", [ActNames.Collected]);
        task = task with { Materials = [.. task.Materials, new("M03", "申请表", "prefilled", null, [])] };
        var asked = desk.Next(sent.State, new Heard.EffectAnswered(new Effect.ListWork(), new EffectResult.Work([task])));
        Assert.Equal(["授权书", "承诺书", "发错了，不要了"], asked.Says.OfType<Say.Words>().Single().Choices.Select(choice => choice.Title));
    }

    [Fact]
    public void Files_past_the_tenth_are_said_to_be_left_out()
    {
        var files = Enumerable.Range(1, 11).Select(number => new IncomingFile($"{number}.jpg", "image/jpeg", $"http://127.0.0.1/{number}"));
        Assert.Contains("一次最多收 10 个", Words(new StaffDesk().Next(new(), new Heard.SentFiles([.. files]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Taken_files_are_told_by_the_name_of_their_paper()
    {
        var upload = new Effect.Upload(Working.CaseId, null, "M05", [new("a.jpg", "image/jpeg", "http://127.0.0.1/a")]);
        var answered = new Heard.EffectAnswered(upload, new EffectResult.Uploaded("M05", [new("a.jpg", null)]));
        Assert.Contains("放在「诚信承诺书」里", Words(City.Desk().Next(new(), answered)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_task_that_cannot_be_shown_is_told_without_gaps()
    {
        var notice = new Notice("n-1", "staff:shi-agent", NoticeKinds.TaskOpened, Working.CaseId, "collect-r1", City.Now, new Dictionary<string, string> { ["due"] = "2026-12-08" });
        Assert.Equal($"新任务：{Working.CaseId} · 收集材料 · 12 月 8 日（周二）前", Words(new StaffDesk().Next(new(), new Heard.Noticed(notice))));
    }

    [Fact]
    public void What_an_applicant_wrote_stays_text_on_the_card() =>
        Assert.DoesNotContain("[click](", Card(Task("survey", [ActNames.Surveyed]) with { Story = "[click](http://evil) <b>x</b>" }).ToJsonString(Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void Papers_can_be_opened_from_the_card()
    {
        var paper = new DocumentView("d-1", "M04", "image/png", 1_200, City.Now);
        var card = Card(Task("survey", [ActNames.Surveyed]) with { Materials = [new("M04", "授权书", "received", null, [paper, paper with { DocumentId = "d-2" }])] });
        Assert.Contains($"- ✓ 授权书：[第 1 份](https://desk.example/papers/{Working.CaseId}/d-1)、[第 2 份](https://desk.example/papers/{Working.CaseId}/d-2)", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_that_we_fill_in_is_said_to_be_so() =>
        Assert.Contains("- 申请表（我们替您填好，看过签字就行）", Card(Task("survey", [ActNames.Surveyed]) with { Materials = [new("M03", "申请表", "prefilled", null, [])] }).ToJsonString(Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void A_new_task_in_between_does_not_take_the_question_about_files_away()
    {
        var desk = new StaffDesk();
        var asked = desk.Next(new(), new Heard.SentFiles([new("a.jpg", "image/jpeg", "http://127.0.0.1/a")]));
        var notice = new Notice("n-1", "staff:shi-agent", NoticeKinds.TaskOpened, Working.CaseId, "collect-r1", City.Now, new Dictionary<string, string>());
        Assert.IsType<Effect.ListWork>(desk.Next(asked.State, new Heard.Noticed(notice, Task("collect", [ActNames.Collected]))).Effect);
    }

    private static string Words(Step<StaffState> step) => string.Join('\n', step.Says.OfType<Say.Words>().Select(words => words.Text));

    private static Step<StaffState> Post(string act, params (string Key, string Value)[] inputs) => new StaffDesk().Next(
        new(), new Heard.Posted(inputs.Append(("act", act)).Append(("caseId", Working.CaseId)).Append(("taskId", "survey-r1")).Append(("version", "7")).ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2)));

    internal static JsonNode Card(TaskView task) => new StaffDesk(new Uri("https://desk.example/papers/")).Next(
        new(), new Heard.Noticed(new Notice("n1", "staff:x", NoticeKinds.TaskOpened, task.CaseId, task.TaskId, City.Now, new Dictionary<string, string>()), task))
        .Says.OfType<Say.Card>().Single().Content;

    internal static TaskView Task(string kind, string[] actions) => new(
        Working.CaseId, $"{kind}-r1", kind, 1, "D1.2", "township-officer", "township/370982103", "李秀兰", "13800005678", "史家庄村", 4, new(2026, 11, 24), new(2026, 12, 8), "yellow",
        ["mandated", "income-differs"], Journeys.Story, [new("income-below-standard", true, "人均月收入低于标准", "社会救助暂行办法 第九条", "demo", "1,300 ÷ 4 = 325")], 1620, 1620, null,
        [new("M04", "授权书", "needed", null, []), new("M05", "承诺书", "needed", null, []), new("M01", "身份证", "held", "公安", [])],
        [new(City.Now, "collected", "史建国", null)], ["社会救助暂行办法 第九条"], actions, null, null, null, 7);

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => All(pair.Value)).Prepend(each),
        JsonArray many => many.SelectMany(All),
        _ => [],
    };
}
