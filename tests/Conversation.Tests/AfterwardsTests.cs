using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Tests;

public sealed class AfterwardsTests
{
    private static Talk Home() => Journeys.ToSummary().Presses("提交申请");

    [Fact]
    public void My_cases_are_told_in_plain_words() => Home().Says("我的办件").Bot("入户调查和信息核对", "最晚 12 月 22 日（周二）答复");

    [Theory]
    [InlineData("refused", "没有批准")]
    [InlineData("approved", "已批准")]
    public void A_case_that_is_over_still_says_what_was_decided(string outcome, string words)
    {
        var talk = Home();
        talk.BackOffice = effect => effect is Effect.ShowCase
            ? new EffectResult.Shown(Working.View with { Status = "closed", Decision = new(outcome, null, null, null, "王立新", new(2026, 12, 5, 1, 0, 0, TimeSpan.Zero)) })
            : Working.Answer(effect);

        talk.Says(Working.CaseId).Bot(words);
    }

    [Fact]
    public void A_file_is_asked_which_material_it_is()
    {
        var talk = Home().Sends("a.jpg", "b.jpg").Bot("收到 2 个文件").Presses("诚信承诺书").Bot("收下了 2 个");
        Assert.Equal((Working.CaseId, "M05"), talk.Effects.OfType<Effect.Upload>().Select(upload => (upload.CaseId, upload.Material)).Single());
    }

    [Fact]
    public void Files_before_submission_go_under_the_id_it_will_have()
    {
        var talk = Journeys.ToName().Sends("a.jpg").Presses("诚信承诺书").Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村").Presses("我自己来").Presses("没有").Presses("提交申请");
        Assert.Equal(talk.Effects.OfType<Effect.Upload>().Single().SubmissionId, talk.Effects.OfType<Effect.Submit>().Single().Application.SubmissionId);
    }

    [Fact]
    public void The_mandate_can_be_taken_back() => Home().Says("撤销代办").Presses("撤销代办").Bot("委托已经撤销");

    [Theory]
    [InlineData("是")]
    [InlineData("撤销代办")]
    public void Taking_the_mandate_back_can_be_confirmed_in_words(string yes)
    {
        var talk = Home().Says("再申请一件").Says("撤销代办").Says(yes).Bot("委托已经撤销");
        Assert.Equal((new Effect.RevokeMandate(Working.CaseId), Stage.Review), (talk.Effects[^1], talk.State.Stage));
    }

    [Theory]
    [InlineData("不用")]
    [InlineData("不用撤销代办")]
    [InlineData("先不用")]
    public void Taking_the_mandate_back_can_be_declined_in_words(string no) =>
        Assert.Empty(Home().Says("再申请一件").Says("撤销代办").Says(no).Bot("接着来").Effects.OfType<Effect.RevokeMandate>());

    [Fact]
    public void A_yes_to_several_mandates_asks_again_which()
    {
        var talk = Home();
        talk.BackOffice = effect => effect is Effect.ListMyCases ? new EffectResult.Cases([Working.Summary, Working.Summary with { CaseId = "XT261124-ZZ99YY" }]) : Working.Answer(effect);
        talk.Says("再申请一件").Says("撤销代办").Says("是");
        Assert.Equal((2, Stage.Review), (talk.Choices.Count(choice => choice.Value.StartsWith("revoke:", StringComparison.Ordinal)), talk.State.Stage));
    }

    [Theory]
    [InlineData(NoticeKinds.CaseAccepted, "due", "2026-12-22", "12 月 22 日（周二）")]
    [InlineData(NoticeKinds.CaseProgress, "next", "survey,verify", "两位工作人员上门")]
    [InlineData(NoticeKinds.PublicNoticeStarted, "until", "2026-12-11", "12 月 11 日（周五）")]
    [InlineData(NoticeKinds.CaseApproved, "amount", "1620.00", "每月 **1,620 元**")]
    [InlineData(NoticeKinds.CaseRefused, "reason", "收入超过标准*", "行政复议")]
    [InlineData(NoticeKinds.CaseReturned, "items", "补签授权书", "补签授权书")]
    [InlineData(NoticeKinds.CaseLate, "due", "2026-12-22", "报给上一级")]
    [InlineData(NoticeKinds.RatingFixed, "none", "", "已经改了")]
    [InlineData(NoticeKinds.RatingRemedied, "satisfied", "yes", "谢谢您告诉我们")]
    [InlineData(NoticeKinds.RatingRemedied, "satisfied", "no", "投诉")]
    public void A_notice_says_what_it_means(string kind, string key, string value, string words) => Home().IsTold(kind, (key, value)).Bot(words, Working.CaseId);

    [Fact]
    public void The_message_about_the_public_notice_links_to_the_villages_board()
    {
        var talk = new Talk(City.World() with { PublicPages = new Uri("https://onevisit.example/") });

        talk.IsTold(NoticeKinds.PublicNoticeStarted, ("from", "2026-12-04"), ("until", "2026-12-11"), ("village", "370982103201")).Bot("https://onevisit.example/notices/370982103201");
    }

    [Fact]
    public void Whoever_has_the_result_brought_is_told_who_comes_and_by_when() => Home()
        .IsTold(NoticeKinds.CaseRefused, ("reason", "收入超过标准"), ("brought-by", "village-agent"), ("brought-until", "2026-12-11")).Bot("会在 12 月 11 日（周五）前上门");

    [Theory]
    [InlineData("370982103201", true)]
    [InlineData(null, false)]
    [InlineData("../staff", false)]
    public void The_residents_case_links_to_the_board_while_the_notice_hangs(string? village, bool links) => Assert.Equal(
        links, CaseCard.Shown(Phrasebook.Chinese, Working.View with { Board = village }, pages: new Uri("https://onevisit.example/")).Content.ToJsonString().Contains("https://onevisit.example/notices/", StringComparison.Ordinal));

    [Fact]
    public void A_finished_case_asks_for_a_grade() => Home().IsTold(NoticeKinds.CaseClosed).Presses("非常满意").Bot("办得快", "讲得明白").Presses("不选了").Bot("谢谢您的评价");

    [Theory]
    [InlineData("rate:XT261124-AB12CD:5:=fast,kind")]
    [InlineData("1和2")]
    [InlineData("13", "fast,clear")]
    public void What_is_ticked_beside_a_grade_is_sent_with_it(string answer, string tags = "fast,kind")
    {
        var talk = Home().IsTold(NoticeKinds.CaseClosed).Presses("非常满意");
        talk = answer.StartsWith("rate:", StringComparison.Ordinal) ? talk.PressesOld(answer) : talk.Says(answer);
        var rate = Assert.IsType<Effect.Rate>(talk.Bot("谢谢您的评价").Effects[^1]);
        Assert.Equal((5, null, tags), (rate.Stars, rate.Comment, string.Join(',', rate.Tags!)));
    }

    [Fact]
    public void A_tag_named_in_a_sentence_is_ticked_and_the_sentence_goes_along()
    {
        var rate = Assert.IsType<Effect.Rate>(Home().IsTold(NoticeKinds.CaseClosed).Presses("不满意").Bot("让我多跑了").Says("办得慢，还态度不好").Effects[^1]);
        Assert.Equal(("办得慢，还态度不好", "slow,unfriendly"), (rate.Comment, string.Join(',', rate.Tags!)));
    }

    [Fact]
    public void A_tag_of_another_grade_cannot_be_pressed() =>
        Assert.Empty(Home().IsTold(NoticeKinds.CaseClosed).Presses("非常满意").PressesOld("rate:XT261124-AB12CD:5:=rude").Effects.OfType<Effect.Rate>());

    [Fact]
    public void A_bad_grade_is_asked_for_its_reason_and_sent_with_it()
    {
        var talk = Home().IsTold(NoticeKinds.CaseClosed).Presses("不满意").Bot("哪里没做好").Says("等得太久了");
        Assert.Equal(new Effect.Rate(Working.CaseId, 2, "等得太久了"), talk.Effects[^1]);
    }

    [Fact]
    public void A_notice_in_the_middle_keeps_the_buttons_of_the_question() =>
        Assert.Contains(Journeys.Told().IsTold(NoticeKinds.CaseLate, ("due", "2026-12-22")).Choices, choice => choice.Title == "不清楚");
}
