using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Domain;
using OneVisit.Domain.Supervision;

namespace OneVisit.Conversation.Tests;

public sealed class SupervisionCardTests
{
    private const string Review = "PC261124-AB12CD-202611";

    public static TheoryData<string, string[]> Kinds => new()
    {
        { "review-file", [MatterActNames.Reviewed] },
        { "correct-file", [MatterActNames.Corrected] },
        { "recheck-file", [MatterActNames.RecheckPassed, MatterActNames.RecheckFailed] },
        { "contact-rater", [MatterActNames.Contacted] },
        { "fix-service", [MatterActNames.Fixed] },
        { "revisit-rater", [MatterActNames.ExcludeRating, MatterActNames.Revisited] },
        { "answer-complaint", [MatterActNames.Answered] },
        { "visit-household", [MatterActNames.Visited] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_card_has_its_acts_and_stays_small(string kind, string[] actions)
    {
        var card = Card(Task(kind, actions));

        Assert.Equal(actions.Length, card["actions"]!.AsArray().Count);
        Assert.InRange(card.ToJsonString().Length, 1, 20_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_input_has_a_label_and_an_error_of_its_own(string kind, string[] actions) =>
        Assert.All(All(Card(Task(kind, actions))).Where(node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true), input =>
            Assert.False(string.IsNullOrEmpty(input["label"]?.ToString()) || string.IsNullOrEmpty(input["errorMessage"]?.ToString())));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_step_and_act_has_a_name_in_both_languages(string kind, string[] actions)
    {
        foreach (var language in new[] { Language.Chinese, Language.English })
        {
            var card = Card(Task(kind, actions), language).ToJsonString(Wire.Json);
            Assert.All(actions.Append(kind), code => Assert.DoesNotContain($"\"title\":\"{code}\"", card, StringComparison.Ordinal));
            Assert.DoesNotContain($"\"text\":\"{kind}", card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Leaving_a_rating_out_never_comes_first() =>
        Assert.Equal("已回访", Card(Task("revisit-rater", [MatterActNames.ExcludeRating, MatterActNames.Revisited]))["actions"]![0]!["title"]!.ToString());

    [Fact]
    public void What_the_journal_knows_is_shown_with_proof_and_not_asked()
    {
        var card = Card(Task("review-file", [MatterActNames.Reviewed]));
        var asked = All(card).Select(node => node["id"]?.ToString()).OfType<string>().Where(id => id.StartsWith("answer.", StringComparison.Ordinal));

        Assert.Equal(["answer.no-fees", "answer.signed-record"], asked);
        Assert.Contains("✓ 两人入户调查：符合（调查人：翟敏、孙立）", card.ToJsonString(Wire.Json), StringComparison.Ordinal);
    }

    [Fact]
    public void A_veto_and_what_a_fault_costs_are_said()
    {
        var card = Card(Task("review-file", [MatterActNames.Reviewed])).ToJsonString(Wire.Json);

        Assert.Contains("没有收费（不符合一票否决）", card, StringComparison.Ordinal);
        Assert.Contains("调查记录双方签字（不符合扣 5 分）", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_is_sent_with_its_answers_items_and_days()
    {
        var act = Assert.IsType<Effect.Act>(Post(MatterActNames.Reviewed, ("answer.no-fees", "met"), ("answer.signed-record", "fault"), ("items", "补签字\n补目录"), ("days", "5")).Effect);

        Assert.Equal((Review, "met", "fault", 5), (act.CaseId, act.Outcome.Answers!["no-fees"], act.Outcome.Answers["signed-record"], act.Outcome.Days));
        Assert.Equal(["补签字", "补目录"], act.Outcome.Items!);
    }

    [Fact]
    public void A_call_is_sent_with_what_was_said_and_how_hard_it_is()
    {
        var act = Assert.IsType<Effect.Act>(Post(MatterActNames.Contacted, ("words", "说缺一张复印件"), ("complexity", "complex")).Effect);

        Assert.Equal(("说缺一张复印件", "complex"), (act.Outcome.Words, act.Outcome.Complexity));
    }

    [Theory]
    [InlineData(MatterActNames.Fixed, "words", "好")]
    [InlineData(MatterActNames.Answered, "words", "  ")]
    [InlineData(MatterActNames.RecheckFailed, "refusalReason", "不行")]
    [InlineData(MatterActNames.ExcludeRating, "words", "老人点错了星")]
    public void What_lacks_its_words_is_not_sent(string act, string field, string value) => Assert.Null(Post(act, (field, value)).Effect);

    [Fact]
    public void One_visitor_twice_is_not_two() => Assert.Null(Post(MatterActNames.Visited, ("investigator1", "赵严"), ("investigator2", "赵严"), ("words", "家里情况属实")).Effect);

    [Fact]
    public void Who_may_act_is_said_when_it_is_somebody_else()
    {
        var problem = new Problem("about:blank", "Forbidden", 403, "这一步由市民政局的市级评查员来办。", ProblemCodes.OtherDesk);
        var step = new StaffDesk().Next(new(), new Heard.EffectAnswered(new Effect.Act(Review, "review-file-r1", new TaskOutcome(MatterActNames.Reviewed)), new EffectResult.Failed(problem)));

        Assert.Contains("市级评查员", step.Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_stays_text_on_the_card() => Assert.DoesNotContain(
        "[click](", Card(Task("contact-rater", [MatterActNames.Contacted]) with { Facts = ["写的：[click](http://evil)"] }).ToJsonString(Wire.Json), StringComparison.Ordinal);

    private static Step<StaffState> Post(string act, params (string Key, string Value)[] inputs) => new StaffDesk().Next(
        new(), new Heard.Posted(inputs.Append(("act", act)).Append(("caseId", Review)).Append(("taskId", "review-file-r1")).Append(("version", "2")).ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2)));

    private static JsonNode Card(TaskView task, Language language = Language.Chinese) => new StaffDesk().Next(
        new() { Language = language }, new Heard.Noticed(new Notice("n1", "staff:x", NoticeKinds.TaskOpened, task.CaseId, task.TaskId, City.Now, new Dictionary<string, string>()), task))
        .Says.OfType<Say.Card>().Single().Content;

    private static TaskView Task(string kind, string[] actions) => new(
        Review, $"{kind}-r1", kind, 1, "D1.2", "city-reviewer", "city/370982", "李*", null, "史家庄村", 4, new(2026, 11, 24), new(2026, 12, 8), "yellow",
        ["drawn-lot", "drawn-new-representative"], null, [], null, null, null, [], [], [], actions, null, null, null, 2,
        About: Working.CaseId, Facts: ["打了 2 分（不满意）"], Criteria:
        [
            new("two-checkers", "两人入户调查", 10, "met", "调查人：翟敏、孙立", "demo"), new("no-fees", "没有收费", null, null, null, "demo"),
            new("signed-record", "调查记录双方签字", 5, null, null, "demo"),
        ], MostDays: 20);

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(pair => All(pair.Value)).Prepend(each),
        JsonArray many => many.SelectMany(All),
        _ => [],
    };
}
