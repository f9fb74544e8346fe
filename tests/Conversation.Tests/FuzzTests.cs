using CsCheck;
using OneVisit.Conversation.Resident;

namespace OneVisit.Conversation.Tests;

/// <summary>Whatever is said at whatever question: the conversation answers, keeps a state that can be stored, and comes to its end.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Opening =
        ["家里钱不够用", "高龄津贴怎么领", "孙子没人养，他爸坐牢", "丈夫病逝，靠我当保洁的工资过不下去", "残疾人补贴", "家里着了火，想申请救助", "老伴去世，要办后事", "看病花了三万"];

    private static readonly string[] Said =
    [
        .. Reading.Answers.All.Select(answer => answer.Typed), "上一步", "改一下收入", "为什么", "不改了", "不清楚", "都没有", "1", "2和3", "是", "不是", "重新开始", "先不用", "我的办件", "English", "中文", "收入改成1500", "人口错了，5口人", "",
    ];

    private static readonly string[] Pressed =
        ["q:Members:4", "q:BirthDate@0:1945-01-01", "q:BirthDate@9:1945-01-01", "q:Disability@0:physical 2", "q:WhoIsThere@0:=elder,another", "q:WhoIsThere@1:none", "q:Parents@0:=dead,able", "q:Parents@0:=", "q:Belongings:=car,car", "q:Spending:=medical", "q:WhatIsDrawn:=D1.2", "Review:yes", "Review:no", "Verdict:pick", "Choosing:=D1.2,D7.1", "Choosing:=", "change:WhoIsThere@0", "change:MonthlyIncome", "change:Name", "cmd:change", "cmd:back", "cmd:why", "Papers:=later-M09,commitment-M07", "Papers:all", "change:Papers", "complaint:anonymous", "complaint:case:XT261124-AB12CD", "complaint:none", "rate:XT261124-AB12CD:2", "rate:XT261124-AB12CD:2:=slow", "Finding:all", "Finding:event:illness", "Finding:service:A1.1", "q:::", "q:LayOff@0:yes"];

    private static readonly HashSet<string> ForWhom = [.. Reading.Answers.All.Where(answer => answer.Question.StartsWith("for-whom", StringComparison.Ordinal)).Select(answer => answer.Typed)];

    // Said beside an application.
    private static readonly string[] Beside =
        ["我要投诉", "窗口的人一直玩手机，让我白跑两趟", "匿名", "算了", "查投诉 TS261124-7K2M9QXY ABCDE12345", "改一下材料", "都能带来", "改一下电话", "13800005678", "我的办件", "XT261124-AB12CD", "很满意", "不满意", "撤销代办", "人工"];

    private static readonly Gen<string> Text = Gen.Int[0, Said.Length - 1].Select(i => Said[i]);
    private static readonly Gen<(bool Press, string Value)> Turn = Gen.Select(Gen.Int[0, 3], Text, Gen.Int[0, Pressed.Length - 1]).Select((kind, said, press) => kind == 0 ? (true, Pressed[press]) : (false, said));

    [Fact]
    public void Any_answers_in_any_order_are_taken_or_asked_again() =>
        Gen.Select(Gen.Int[0, Opening.Length - 1], Turn.Array[0, 40]).Sample(
            (opening, turns) =>
            {
                var talk = new Talk().Opens().Says(Opening[opening]);
                foreach (var (press, value) in turns)
                {
                    if (press) talk.PressesOld(value);
                    else talk.Says(value);
                    Assert.NotEmpty(talk.LastSays);
                }
            },
            iter: 60, threads: 1);

    // For somebody else it is another application: whose details are kept then is told in ActingTests.
    [Fact]
    public void A_started_application_is_lost_by_nothing_but_starting_over() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, int.MaxValue - 1], Text, Gen.Int[0, Pressed.Length - 1]).Array[1, 30].Sample(
            turns =>
            {
                var talk = Journeys.ToSummary();
                foreach (var (kind, offered, said, pressed) in turns)
                {
                    var buttons = talk.Choices.Where(choice => choice.Value is not ("cmd:restart-yes" or "Summary:yes" or "ForWhom:another") && !choice.Value.StartsWith("ForWhom:person-", StringComparison.Ordinal)).ToArray();
                    if (kind < 4 && buttons.Length > 0) talk.PressesOld(buttons[offered % buttons.Length].Value);
                    else if (kind < 5) talk.PressesOld(Pressed[pressed]);
                    else if (kind < 7) talk.Says(Beside[offered % Beside.Length]);
                    else if (said is not ("重新开始" or "是") && !ForWhom.Contains(said)) talk.Says(said);
                    Assert.NotEmpty(talk.LastSays);
                    Assert.True(talk.State is { Applying: true, Chosen.IsEmpty: false, Draft: { Name: not null, IdNumber: not null, Phone: not null, Village: not null } } || talk.State.Stage == Stage.Home, $"{said} {talk.State.Stage}");
                    if (talk.State.Stage == Stage.Home) return;
                }
            },
            iter: 40, threads: 1);

    [Fact]
    public void Who_knows_nothing_comes_to_a_verdict_all_the_same() =>
        Assert.All(Opening, opening =>
        {
            var talk = new Talk().Opens().Says(opening);
            if (talk.State.Stage == Stage.ConfirmStory) talk.Presses("对");
            for (var asked = 0; talk.State.Stage == Stage.Asking; asked++)
            {
                Assert.True(asked < 30, opening);
                talk.Says("不清楚");
            }
            Assert.Equal(Stage.Review, talk.State.Stage);
        });

    [Fact]
    public void Three_misses_at_any_question_bring_a_person() =>
        Assert.All(["Registration", "Members", "MonthlyIncome", "Belongings"], inquiry => Journeys.At(inquiry).Says("啦啦啦").Says("呵呵呵").Says("哈哈哈").Bot("0538-7000103"));
}
