using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OneVisit.Conversation.Cards;

namespace OneVisit.Conversation.Tests;

/// <summary>Absences and hand-overs from the desk.</summary>
public sealed class StaffPeopleTests
{
    private static readonly StaffList Head = new(
        "zhai-head",
        [
            new("zhai-head", "郑海涛", ["翟镇便民服务点的乡镇长"], null, null, true), new("shi-agent", "史建国", ["史家庄村代办点的村级代办员"], new(2026, 11, 24), new(2026, 11, 26), true),
            new("qin-agent", "秦芳", ["东柳村代办点的村级代办员"], null, null, true),
        ],
        MayHandOver: true);

    [Theory]
    [InlineData("请假")]
    [InlineData("我要请假")]
    [InlineData("my absence")]
    public void Absences_are_asked_for_in_words(string typed) => Assert.False(Assert.IsType<Effect.ListStaff>(new StaffDesk().Next(new(), new Heard.Said(typed)).Effect).ToHandOver);

    [Theory]
    [InlineData("交接")]
    [InlineData("工作交接")]
    [InlineData("hand over")]
    public void A_hand_over_is_asked_for_in_words(string typed) => Assert.True(Assert.IsType<Effect.ListStaff>(new StaffDesk().Next(new(), new Heard.Said(typed)).Effect).ToHandOver);

    [Fact]
    public void The_card_says_who_is_away_and_offers_to_note_it_and_to_end_it()
    {
        var card = Card(toHandOver: false);

        Assert.Equal(["登记请假", "登记回来"], card["actions"]!.AsArray().Select(action => action!["title"]!.ToString()));
        Assert.Contains("史建国：11 月 24 日（周二） 到 11 月 26 日（周四） 不在", card["body"]![1]!["text"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_element_has_an_id_of_its_own_and_every_input_its_label_and_error(bool toHandOver)
    {
        var inputs = All(Card(toHandOver)).Where(node => node["id"] is not null && node["type"] is not null).ToArray();

        Assert.NotEmpty(inputs);
        Assert.Equal(inputs.Length, inputs.Select(node => node["id"]!.ToString()).Distinct().Count());
        Assert.All(inputs.Where(node => node["type"]!.ToString().StartsWith("Input.", StringComparison.Ordinal)), input => Assert.False(string.IsNullOrEmpty(input["label"]?.ToString()) || string.IsNullOrEmpty(input["errorMessage"]?.ToString())));
    }

    [Fact]
    public void An_absence_goes_to_the_back_office_with_its_days_its_reason_and_who_stands_in()
    {
        var note = Assert.IsType<Effect.NoteAbsence>(Post(StaffCard.Note, [("person@absence-note", "shi-agent"), ("to", "2026-11-30"), ("staffReason@absence-note", "发烧"), ("standIn", "qin-agent")]).Effect);

        Assert.Equal(("shi-agent", new NoteAbsence(null, new DateOnly(2026, 11, 30), "发烧", "qin-agent")), (note.StaffId, note.Absence));
    }

    [Fact]
    public void A_return_goes_to_the_back_office() =>
        Assert.Equal("shi-agent", Assert.IsType<Effect.EndAbsence>(Post(StaffCard.End, [("person@absence-end", "shi-agent")]).Effect).StaffId);

    [Fact]
    public void A_hand_over_names_who_to_whom_and_why_and_without_a_reason_nothing_is_done()
    {
        var hand = Assert.IsType<Effect.HandOver>(Post(StaffCard.HandOver, [("person@hand-over", "shi-agent"), ("colleague", "qin-agent"), ("staffReason@hand-over", "生病住院一个月")]).Effect);

        Assert.Equal(("shi-agent", new HandOverWork("qin-agent", "生病住院一个月")), (hand.StaffId, hand.Wish));
        Assert.Null(Post(StaffCard.HandOver, [("person@hand-over", "shi-agent")]).Effect);
        Assert.Null(Post(StaffCard.HandOver, [("staffReason@hand-over", "生病住院一个月")]).Effect);
    }

    [Fact]
    public void What_was_handed_over_is_said_and_what_is_left_to_see_to()
    {
        var view = new HandOverView(
            "id", "shi-agent", "史建国", "qin-agent", "秦芳", "郑海涛（乡镇长）", City.Now, City.Now, 0,
            [new("XT261124-AAAAAA", "moved", "已交接", "秦芳"), new("XT261124-BBBBBB", "conflict", "需要回避，没有交接，请另外安排", null)]);

        var said = Answered(new Effect.HandOver("shi-agent", new()), new EffectResult.HandedOver(view)).Says.OfType<Say.Words>().Single().Text;

        Assert.Contains("1 件换了人", said, StringComparison.Ordinal);
        Assert.Contains("XT261124-BBBBBB：需要回避", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAAAA", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_for_nobody_is_told_who_may_hand_over() => Assert.Contains(
        "乡镇长", Answered(new Effect.ListStaff(true), new EffectResult.Staff(Head with { MayHandOver = false })).Says.OfType<Say.Words>().Single().Text, StringComparison.Ordinal);

    [Fact]
    public void A_desk_where_everybody_is_away_is_told_to_the_next_level()
    {
        var said = new StaffDesk().Next(new(), new Heard.Noticed(new Notice(
            "n-1", "staff:x", NoticeKinds.TaskNews, Working.CaseId, "collect-r1", City.Now, new Dictionary<string, string> { ["news"] = "desk-away", ["role"] = "village-agent", ["due"] = "2026-11-27" }))).Says.OfType<Say.Words>().Single().Text;

        Assert.Contains("村代办员都不在岗", said, StringComparison.Ordinal);
    }

    private static Step<StaffState> Answered(Effect effect, EffectResult result) => new StaffDesk().Next(new(), new Heard.EffectAnswered(effect, result));

    private static JsonNode Card(bool toHandOver) => Answered(new Effect.ListStaff(toHandOver), new EffectResult.Staff(Head)).Says.OfType<Say.Card>().Single().Content;

    private static Step<StaffState> Post(string act, ImmutableArray<(string Key, string Value)> inputs) =>
        new StaffDesk().Next(new(), new Heard.Posted(inputs.Add(("act", act)).ToImmutableDictionary(pair => pair.Key, pair => pair.Value)));

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject parts => parts.Where(part => part.Value is not null).SelectMany(part => All(part.Value!)).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(All),
        _ => [],
    };
}
