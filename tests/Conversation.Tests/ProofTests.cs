using System.Text.Json;

namespace OneVisit.Conversation.Tests;

/// <summary>Before a case is shown somebody proves whose it is; whoever leaves leaves nothing behind.</summary>
public sealed class ProofTests
{
    private static readonly Problem Needed = new("about:blank", "", 403, Code: ProblemCodes.ProofNeeded);

    /// <summary>An office that opens nothing until the code was right.</summary>
    private static Talk Unproven(Talk? talk = null, int moved = 0)
    {
        var (proven, unproven) = (false, talk ?? Journeys.ToSummary().Presses("提交申请"));
        unproven.BackOffice = effect =>
        {
            switch (effect)
            {
                case Effect.SendProofCode:
                    return new EffectResult.ProofCodeSent(new ProofCodeSent(City.Now.AddMinutes(10), Working.Code));
                case Effect.TakeProof { Claimed.Code: Working.Code }:
                    proven = true;
                    return new EffectResult.Proven(new ProofTaken(1, moved));
                case Effect.TakeProof:
                    return new EffectResult.Failed(new Problem("about:blank", "", 422, Code: ProblemCodes.CodeWrong, Errors: new Dictionary<string, string[]> { ["code"] = ["验证码不对，还可以再试 4 次。"] }));
                case Effect.Leave:
                    return new EffectResult.Done();
                default:
                    return proven ? Working.Answer(effect) : new EffectResult.Failed(Needed);
            }
        };
        return unproven;
    }

    [Fact]
    public void My_cases_are_shown_to_who_proves_to_be_the_household() =>
        Unproven().Says("我的办件").Bot("是不是您本人", "叫什么名字").Says("李秀兰").Bot("身份证号").Says(Journeys.IdNumber)
            .Bot("0016", Working.Code, "登记的那个手机号").BotDoesNotSay(Journeys.IdNumber).Says(Working.Code).Bot("是您本人", "入户调查");

    [Fact]
    public void What_was_wanted_goes_on_with_the_proof()
    {
        var talk = Unproven().PressesOld("revoke:" + Working.CaseId).Bot("是不是您本人").Says("李秀兰").Says(Journeys.IdNumber).Says(Working.Code).Bot("委托已经撤销");

        Assert.Equal(new Effect.RevokeMandate(Working.CaseId), talk.Effects[^1]);
    }

    [Fact]
    public void Name_number_and_code_are_gone_with_the_proof()
    {
        var talk = Unproven().Says("我的办件").Says("李秀兰").Says(Journeys.IdNumber).Says(Working.Code);

        var kept = JsonSerializer.Serialize(talk.State, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.DoesNotContain(Journeys.IdNumber, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("李秀兰", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Working.Code, kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_turns_to_something_else_leaves_no_number_either()
    {
        var talk = Unproven().Says("我的办件").Says("李秀兰").Says(Journeys.IdNumber).Presses("先不用").Bot("接着来");

        Assert.Null(talk.State.Proving);
    }

    [Fact]
    public void A_wrong_code_says_how_many_tries_are_left_and_another_can_be_sent() =>
        Unproven().Says("我的办件").Says("李秀兰").Says(Journeys.IdNumber).Says("000000").Bot("还可以再试 4 次").Presses("重新发验证码").Bot("6 位数字").Says(Working.Code).Bot("入户调查");

    [Fact]
    public void A_slip_in_the_number_is_explained_and_asked_again() =>
        Unproven().Says("我的办件").Says("李秀兰").Says("370982197001010017").Bot("对不上").Says(Journeys.IdNumber).Bot(Working.Code);

    [Fact]
    public void Who_lost_the_number_is_told_where_to_go() =>
        Unproven().Says("我的办件").Says("李秀兰").Says(Journeys.IdNumber).Presses("那个手机号不用了").Bot("带上身份证", "村里的代办员", "0538");

    [Fact]
    public void A_case_of_somebody_else_in_the_family_stays_closed()
    {
        var talk = Unproven();
        var office = talk.BackOffice;
        talk.BackOffice = effect => effect is Effect.ShowCase ? new EffectResult.Failed(Needed) : office(effect);

        talk.PressesOld("case:" + Working.CaseId).Says("李秀兰").Says(Journeys.IdNumber).Says(Working.Code).Bot("不是用您刚才的");
        Assert.Null(talk.State.Proving);
    }

    [Fact]
    public void On_a_new_telephone_cases_are_brought_over() =>
        Unproven(new Talk().Opens(), moved: 2).Says("手机丢了").Bot("叫什么名字").Says("李秀兰").Says(Journeys.IdNumber).Bot("那边就看不到了").Says(Working.Code).Bot("2 件办件已经转到这里");

    [Fact]
    public void Where_there_is_no_case_it_is_asked_for_those_of_before()
    {
        var talk = new Talk { BackOffice = effect => effect is Effect.ListMyCases ? new EffectResult.Cases([]) : Working.Answer(effect) };

        talk.Opens().Says("我的办件").Bot("还没有您的办件", "请您接着替办").Presses("我以前办过").Bot("叫什么名字");
    }

    [Theory]
    [InlineData("370982199506010029")]
    [InlineData("李小梅 370982199506010029")]
    public void A_number_out_of_the_blue_is_no_wish_for_a_service(string words)
    {
        var talk = new Talk().Opens().Says(words).Bot("像是身份证号").BotDoesNotSay("370982");

        Assert.Equal(0, talk.State.Misses);
        talk.Presses("我以前办过").Bot("叫什么名字");
    }

    [Fact]
    public void The_conversation_that_a_case_left_says_so_once_and_keeps_nothing_of_it()
    {
        var talk = Journeys.ToSummary().Presses("提交申请").IsTold(NoticeKinds.CaseMoved).Bot("另一部手机", "马上打电话");

        Assert.Null(talk.State.LastReceipt);
        Assert.Empty(talk.State.LastCases);
    }

    [Fact]
    public void The_household_hears_when_its_number_was_changed() => Journeys.ToSummary().Presses("提交申请").IsTold(NoticeKinds.PhoneReplaced).Bot("看过身份证", "马上打电话");

    [Fact]
    public void Complaints_need_no_proof() => Unproven().Says("我要投诉").BotDoesNotSay("是不是您本人");

    [Fact]
    public void With_the_receipt_it_is_asked_kindly_whose_telephone_it_is()
    {
        var talk = Unproven().Bot("这是别人的手机").Presses("退出").Bot("什么都不留");

        Assert.IsType<Effect.Leave>(talk.Effects[^1]);
        Assert.Equal((null, Stage.Greeting), (talk.State.LastReceipt, talk.State.Stage));
    }

    [Theory]
    [InlineData("退出")]
    [InlineData("我要退出。")]
    [InlineData("log out")]
    public void Who_leaves_is_gone(string words) => Assert.IsType<Effect.Leave>(Unproven().Says(words).Effects[^1]);

    [Fact]
    public void What_was_not_sent_yet_is_asked_about_before_leaving()
    {
        var talk = Unproven(Journeys.ToName()).Says("退出").Bot("没提交").Presses("先不用").Bot("接着来");
        Assert.Empty(talk.Effects.OfType<Effect.Leave>());

        talk.Says("退出").Presses("确定退出").Bot("什么都不留");
        Assert.IsType<Effect.Leave>(talk.Effects[^1]);
    }

    [Fact]
    public void Every_wish_that_may_wait_for_a_proof_comes_back_as_it_was()
    {
        Effect[] wishes =
        [
            new Effect.ListMyCases(ForMandate: true), new Effect.ShowCase(Working.CaseId), new Effect.RevokeMandate(Working.CaseId), new Effect.ListAgents(Working.CaseId, null),
            new Effect.GrantMandate(Working.CaseId, new MandateOffer("village")), new Effect.Rate(Working.CaseId, 2, "太慢"), new Effect.Report(Working.CaseId, new ReportChange("s", "change", "多了一口人")),
            new Effect.AnswerFound(Working.CaseId, false, "不对"), new Effect.ObjectToSurvey(Working.CaseId, "不对"), new Effect.SendMandateCode(new MandateCodeRequest(new MandateOffer(), Working.CaseId)),
        ];

        Assert.All(wishes, wish => Assert.Equal(wish, JsonSerializer.Deserialize<DialogueState>(JsonSerializer.Serialize(new DialogueState { Proving = new PendingProof(wish) }))!.Proving!.Wanted));
    }
}
