using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>Cards of surveys, data checks and appraisals, and what becomes of them when they are posted.</summary>
public sealed class CheckCardTests
{
    private static readonly MeetingView Meeting = new(["甲", "乙", "丙"], ["丙"], new(2026, 11, 24), "村委会", 2, HasMinutes: false);

    [Fact]
    public void The_second_investigator_is_chosen_among_colleagues() => Assert.Equal(
        ["zhai-officer-2"],
        Input(Card("survey", ActNames.Surveyed), "second")["choices"]!.AsArray().Select(choice => choice!["value"]!.ToString()));

    [Fact]
    public void What_the_first_found_stands_in_the_form_when_it_comes_back() =>
        Assert.Equal("900", Input(Card(Task("survey", ActNames.Surveyed) with { Survey = new("翟敏", "孟凡强", new(2026, 11, 24), 900, 4, null) }), "incomeFound")["value"]!.ToString());

    [Fact]
    public void What_contradicts_has_a_form_of_its_own_beside_the_plain_result()
    {
        var card = Card("verify", ActNames.Verified, ActNames.RequestMaterial);

        Assert.Equal(["交核对结果", "有不一致", "请补材料"], card["actions"]!.AsArray().Select(action => action!["title"]!.ToString()));
        Assert.DoesNotContain("contradicted", Input(card, "verification").ToJsonString());
    }

    [Fact]
    public void A_contradiction_is_sent_item_by_item()
    {
        var sent = Sent("contradicted", ("field1", "vehicle"), ("told1", "没有"), ("found1", "一辆"), ("register1", "vehicle"), ("asOf1", "2026-11-01"));

        Assert.Equal((ActNames.Verified, "contradicted"), (sent.Action, sent.Verification));
        Assert.Equal(new DifferenceFound("vehicle", "没有", "一辆", "vehicle", new(2026, 11, 1)), Assert.Single(sent.Differences!));
    }

    [Fact]
    public void Of_several_forms_the_one_of_the_act_counts() =>
        Assert.Equal("收入没有核实", Sent(ActNames.Disputed, ("reason@request-material", "缺收入证明"), ("refusalReason@disputed", "收入没有核实")).Reason);

    [Fact]
    public void A_contradiction_that_lacks_something_is_asked_for() =>
        Assert.Null(Post("contradicted", ("field1", "vehicle"), ("told1", "没有"), ("register1", "vehicle"), ("asOf1", "2026-11-01")).Effect);

    [Fact]
    public void A_card_of_before_does_not_say_contradicted_without_what() => Assert.Null(Post(ActNames.Verified, ("verification", "contradicted"), ("findings", "有车")).Effect);

    [Fact]
    public void The_list_of_representatives_is_read_line_by_line() =>
        Assert.Equal(["甲", "乙", "丙"], Sent(ActNames.Convene, ("representatives", "甲\n 乙、丙 "), ("meetingOn", "2026-11-26")).Representatives!);

    [Fact]
    public void Kin_are_ticked_as_keeping_away() =>
        Assert.Equal("丙", Input(Card(Task("appraise", ActNames.Appraised) with { Meeting = Meeting }), "recused")["value"]!.ToString());

    [Fact]
    public void Nobody_types_the_result_of_an_appraisal() => Assert.DoesNotContain(
        All(Card(Task("appraise", ActNames.Appraised, ActNames.Convene) with { Meeting = Meeting })), node => node["id"]?.ToString() is "agreed" or "result");

    [Fact]
    public void The_votes_are_sent_as_they_are()
    {
        var sent = Sent(ActNames.Appraised, ("present", "甲,乙"), ("recused", ""), ("order", "explain,sign"), ("votesFor", "2"), ("votesAgainst", "0"), ("votesAbstained", "0"));

        Assert.Equal((2, 0, 0, 2), (sent.VotesFor, sent.VotesAgainst, sent.VotesAbstained, sent.Present!.Count));
    }

    [Fact]
    public void Every_card_lets_somebody_say_that_they_are_kin() =>
        Assert.Contains("近亲属回避", Card(Task("verify", ActNames.Verified) with { MayDeclareRelative = true }).ToJsonString(Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void Who_is_kin_says_so() => Assert.Equal("self", Sent(ActNames.DeclareRelative, ("relativeIs", "self"), ("relation", "表弟")).Relative);

    [Fact]
    public void Another_is_named() => Assert.Null(Post(ActNames.DeclareRelative, ("relativeIs", "other")).Effect);

    [Fact]
    public void A_member_of_the_household_is_named_where_it_may_be_done()
    {
        Assert.Contains("登记家庭成员", Card(Task("verify", ActNames.Verified) with { MayNameMember = true }).ToJsonString(Wire.Json), StringComparison.Ordinal);
        Assert.DoesNotContain("登记家庭成员", Card(Task("verify", ActNames.Verified)).ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_named_is_sent_with_the_authorisation()
    {
        var sent = Sent(ActNames.NameMember, ("memberName", "史秀兰"), ("memberNumber", "370982194503070023"), ("memberAuthorised", "yes"));

        Assert.Equal(("史秀兰", "370982194503070023", true), (sent.MemberName, sent.MemberIdNumber, sent.MemberAuthorised));
    }

    [Fact]
    public void Without_the_authorisation_nobody_is_sent() => Assert.Null(Post(ActNames.NameMember, ("memberName", "史秀兰"), ("memberNumber", "370982194503070023")).Effect);

    [Fact]
    public void Whoever_is_kin_is_told_who_else_can_act()
    {
        var problem = new Problem("about:blank", "", 403, "您是这家的近亲属，应当回避。可以由孟凡强办。", ProblemCodes.Related);
        var step = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.Act(Working.CaseId, "survey-r1", new TaskOutcome(ActNames.Surveyed)), new EffectResult.Failed(problem)));

        Assert.Contains("孟凡强", step.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_on_the_desk_of_an_appraisal_is_its_minutes()
    {
        var desk = new StaffDesk();
        var sent = desk.Next(new(), new Heard.SentFiles([new("a.jpg", "image/jpeg", "http://127.0.0.1/a")]));
        var placed = desk.Next(sent.State, new Heard.EffectAnswered(new Effect.ListWork(), new EffectResult.Work([Task("appraise", ActNames.Appraised, ActNames.Convene)])));

        Assert.Equal(OfficePapers.AppraisalMinutes, Assert.IsType<Effect.Upload>(placed.Effect).Material);
    }

    [Theory]
    [InlineData("survey-disputed", "reason", "收入没有核实", "收入没有核实")]
    [InlineData("survey-start-due", "due", "2026-11-27", "11 月 27 日")]
    public void News_of_a_task_is_told(string news, string key, string value, string heard)
    {
        var step = new StaffDesk().Next(new(), new Heard.Noticed(
            new Notice("n-1", "staff:x", NoticeKinds.TaskNews, Working.CaseId, "survey-r1", City.Now, new Dictionary<string, string> { ["news"] = news, [key] = value })));

        Assert.Contains(heard, step.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }

    private static JsonObject Input(JsonNode card, string id) => All(card).First(node => node["id"]?.ToString() == id);

    private static TaskOutcome Sent(string act, params (string Key, string Value)[] inputs) => Assert.IsType<Effect.Act>(Post(act, inputs).Effect).Outcome;

    private static Step<StaffState> Post(string act, params (string Key, string Value)[] inputs) => new StaffDesk().Next(
        new(), new Heard.Posted(inputs.Append(("act", act)).Append(("caseId", Working.CaseId)).Append(("taskId", "survey-r1")).ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2)));

    private static JsonNode Card(string kind, params string[] actions) => Card(Task(kind, actions));

    private static JsonNode Card(TaskView task) => new StaffDesk().Next(
        new(), new Heard.Noticed(new Notice("n1", "staff:x", NoticeKinds.TaskOpened, task.CaseId, task.TaskId, City.Now, new Dictionary<string, string>()), task))
        .Says.OfType<Say.Card>().Single().Content;

    private static TaskView Task(string kind, params string[] actions) => new(
        Working.CaseId, $"{kind}-r1", kind, 1, "D1.2", "township-officer", "township/370982103", "李秀兰", "13800005678", "史家庄村", 4, new(2026, 11, 24), new(2026, 12, 8), "green",
        [], null, [], null, null, null, [], [], [], actions, null, null, null, 7)
    {
        Colleagues = [new("zhai-officer-2", "孟凡强", "乡镇经办人")],
    };

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => All(pair.Value)).Prepend(each),
        JsonArray many => many.SelectMany(All),
        _ => [],
    };
}
