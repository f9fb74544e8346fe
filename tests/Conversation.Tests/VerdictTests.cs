namespace OneVisit.Conversation.Tests;

public sealed class VerdictTests
{
    [Fact]
    public void The_verdict_shows_the_sum_and_is_no_promise() =>
        Journeys.ToVerdict().Bot("可能符合", "农村低保", "民政办核定", "月收入 1,300 元 ÷ 4 人 = 325 元，低于 730 元（演示标准）", "1,620 元");

    [Fact]
    public void An_unlikely_household_may_still_apply_and_chooses_for_what()
    {
        var talk = new Talk().Opens().Says(Journeys.Story).Presses("对").Answers(new Dictionary<string, string> { ["Registration"] = "不在新泰" }).Presses("都对，看结果").Bot("可能不符合", "户口不在新泰", "仍然有权申请");
        talk.Presses("仍然申请").Bot("想申请哪几样").Says("农村低保").Presses(Journeys.Myself).Bot("只需要这");
        Assert.Equal("D1.2", Assert.Single(talk.State.Chosen));
    }

    [Fact]
    public void What_nobody_knows_is_not_a_no() =>
        Journeys.At("Belongings").Says("不清楚").Answers(Journeys.Widow).Presses("都对，看结果").Bot("看不准", "有没有汽车");

    [Fact]
    public void The_list_is_complete_and_what_the_city_holds_is_struck_out() =>
        Journeys.ToVerdict().Says("农村低保").Presses(Journeys.Myself).Bot("我们不会再要别的", "诚信承诺书", "\"strikethrough\":true", "户口簿");

    [Fact]
    public void The_personal_data_notice_comes_before_the_name() => Journeys.ToVerdict().Says("农村低保").Presses(Journeys.Myself).Presses("都能带来").Bot("关于您的个人信息").BotDoesNotSay("叫什么名字");

    [Fact]
    public void Who_does_not_agree_is_not_asked_for_a_name() => Journeys.ToVerdict().Says("农村低保").Presses(Journeys.Myself).Presses("都能带来").Presses("不同意").BotDoesNotSay("叫什么名字");
}
