using System.Text.Json;
using OneVisit.Contracts;

namespace OneVisit.Conversation.Tests;

/// <summary>Somebody applies for a parent, a child or a ward (替人办理).</summary>
public sealed class ActingTests
{
    private const string Mother = "370982194503070023";
    private const string Son = Journeys.IdNumber;
    private const string Child = "370982201805010010";
    private const string Grown = "370982198805010024";

    /// <summary>A son who lives in town, for his mother in the village.</summary>
    private static Talk ForMother() => new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保");

    private static Talk Entrusted() => ForMother().Presses("能，是本人让我办的").Presses("办完为止");

    private static Talk ToOwnName() => Entrusted().Presses("知道了，同意").Says("张桂英").Says(Mother);

    private static Talk ToSummary() => ToOwnName().Says("李建国").Says(Son).Says("138 0000 5678").Presses("没有").Says("翟镇史家庄村").Presses("没有");

    private static Talk Other() => Journeys.ToVerdict().Says("农村低保").Presses("替家里人或别人办");

    private static SubmitCase Sent(Talk talk) => Assert.IsType<Effect.Submit>(talk.Presses("提交申请").Effects[^1]).Application;

    [Fact]
    public void For_whom_it_is_is_asked_before_the_list() => Journeys.ToVerdict().Says("农村低保").Bot("给谁办").BotDoesNotSay("材料清单");

    [Fact]
    public void Most_answer_with_one_tap_and_nobody_acts_for_them()
    {
        var talk = Journeys.ToVerdict().Says("农村低保").Presses("给我自己（我家）").Bot("材料清单");
        Assert.Null(Sent(Journeys.ToSummary()).Representative);
        Assert.Equal(Stage.Papers, talk.State.Stage);
    }

    [Theory]
    [InlineData("自己")]
    [InlineData("给我自己")]
    public void Plain_words_will_do(string words) => Assert.Equal(Stage.Papers, Journeys.ToVerdict().Says("农村低保").Says(words).State.Stage);

    [Fact]
    public void What_the_story_says_is_said_back_and_not_asked_again() =>
        new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Bot("您替您母亲办").Presses("对").Bot("请说您母亲家的").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Bot("您母亲自己能拿主意");

    [Fact]
    public void The_questions_and_the_verdict_are_about_the_persons_household() =>
        new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Bot("您母亲家的户口在新泰吗").Answers(Journeys.Widow, until: "Members").Bot("您母亲也算上").Answers(Journeys.Widow).Presses("都对，看结果").Bot("您母亲家**可能符合农村低保**");

    [Fact]
    public void Alone_it_is_understood_too() => new Talk().Opens().Says("我替我妈办").Bot("您替您母亲办", "难处").Says("一个人过不下去").Bot("您替您母亲办");

    [Fact]
    public void What_was_misunderstood_is_forgotten() => Assert.Null(new Talk().Opens().Says("我替我妈申请低保").Presses("不太对，我再说说").State.Draft.Acting);

    [Fact]
    public void In_English_it_is_understood_too() =>
        new Talk().Opens().Says("I am applying for my mother, she cannot make ends meet").Bot("you apply for your mother").Presses("Yes").Bot("the household of your mother");

    [Fact]
    public void Those_the_story_told_of_are_offered_first()
    {
        var talk = new Talk().Opens().Says("我八十三，儿子精神残疾，家里没钱").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Bot("给谁办");
        Assert.Contains("给我儿子办", talk.Choices.Select(choice => choice.Title));
    }

    [Fact]
    public void The_evidence_is_told_and_stands_on_the_list() => Entrusted().Bot("您母亲签名的委托书", "材料清单", "M14");

    [Fact]
    public void Whose_name_is_asked_for_is_said() =>
        Entrusted().Presses("知道了，同意").Bot("您母亲叫什么名字").Says("张桂英").Bot("张\\*的身份证号").Says(Mother).Bot("您叫什么名字").Says("李建国").Bot("您自己的身份证号");

    [Fact]
    public void The_notice_tells_what_is_kept_of_who_acts() => Entrusted().Bot("您是替您母亲办的", "您的姓名、身份证号和电话");

    [Fact]
    public void Both_stand_on_the_summary_masked() =>
        ToSummary().Bot("请核对", "张桂英（您母亲）", "370982\\\\*\\\\*\\\\*\\\\*\\\\*\\\\*\\\\*\\\\*0023", "李建国（儿子、凭委托书）", "0016").BotDoesNotSay(Mother).BotDoesNotSay(Son).BotDoesNotSay("13800005678");

    [Fact]
    public void Both_are_submitted_and_the_person_without_a_telephone()
    {
        var sent = Sent(ToSummary());

        Assert.Equal(("张桂英", Mother, "", "370982103201"), (sent.Applicant.Name, sent.Applicant.IdNumber, sent.Applicant.Phone, sent.Applicant.Village));
        Assert.Equal(new RepresentativeDetails(RepresentationBases.Entrusted, RepresentativeRelations.Son, "李建国", Son, "13800005678") { Until = new DateOnly(2027, 11, 24) }, sent.Representative);
        Assert.Contains("M14", sent.Materials);
    }

    [Fact]
    public void Who_was_entrusted_is_offered_no_agent_and_no_commitment()
    {
        var talk = Entrusted();
        Assert.DoesNotContain("收入声明用承诺代替", talk.Choices.Select(choice => choice.Title));
        Assert.False(Sent(ToSummary()).MandateToAgent);
    }

    [Fact]
    public void A_telephone_of_the_persons_own_goes_with_it() =>
        Assert.Equal("13900001234", Sent(ToOwnName().Says("李建国").Says(Son).Says("13800005678").Bot("您母亲自己有手机吗").Says("13900001234").Says("翟镇史家庄村").Presses("没有")).Applicant.Phone);

    [Fact]
    public void The_same_telephone_proves_nothing_of_the_other() =>
        Assert.Equal("", ToOwnName().Says("李建国").Says(Son).Says("13800005678").Says("13800005678").Bot("您自己的号码").State.Draft.Phone);

    [Fact]
    public void Nobody_acts_for_oneself() => Assert.Equal(Stage.OwnIdNumber, ToOwnName().Says("李建国").Says(Mother).Bot("这是您母亲的号码").State.Stage);

    [Fact]
    public void Nobody_under_age_acts_for_somebody() => Assert.Equal(Stage.OwnIdNumber, ToOwnName().Says("李小明").Says(Child).Bot("没满 18 岁").State.Stage);

    [Fact]
    public void The_receipt_leaves_nothing_of_either()
    {
        var state = JsonSerializer.Serialize(ToSummary().Presses("提交申请").State);
        Assert.All((string[])[Mother, Son, "13800005678", "李建国"], known => Assert.DoesNotContain(known, state, StringComparison.Ordinal));
    }

    [Fact]
    public void The_receipt_reminds_of_the_letter() => ToSummary().Presses("提交申请").Bot("请您母亲在委托书上签字");

    [Fact]
    public void Coming_back_loses_nothing_that_was_told_of_the_person() =>
        Assert.Equal("张桂英", ToSummary().Says("改一下给谁办").Presses("替家里人或别人办").Presses("我母亲").Presses("能，是本人让我办的").Bot("请核对").State.Draft.Name);

    [Fact]
    public void For_another_person_the_details_are_asked_anew() =>
        Assert.Null(ToSummary().Says("改一下给谁办").Presses("替家里人或别人办").Presses("我父亲").Presses("能，是本人让我办的").Presses("办完为止").Presses("是").Bot("您父亲叫什么名字").State.Draft.Name);

    [Fact]
    public void Nothing_in_the_transcript_is_a_number() => Assert.DoesNotContain(ToSummary().State.Transcript, line => line.Contains("0016", StringComparison.Ordinal) || line.Contains("0023", StringComparison.Ordinal));

    [Fact]
    public void A_parent_acts_for_the_child_and_may_have_an_agent()
    {
        var sent = Sent(Other().Presses("我的孩子").Presses("没满 18 岁，我是爸爸或妈妈").Bot("查户口簿").Presses("都能带来").Presses("知道了，同意").Says("李小明").Says(Child).Says("李建国").Says(Son).Says("13800005678").Presses("没有")
            .Says("翟镇史家庄村").Presses("请代办员帮忙").Signs().Presses("没有"));

        Assert.Equal((RepresentationBases.Parent, RepresentativeRelations.Parent, "李建国"), (sent.Representative!.Basis, sent.Representative.Relation, sent.Mandate!.Consent!.TypedName));
    }

    [Fact]
    public void The_code_for_the_agent_goes_to_who_acts()
    {
        var talk = Other().Presses("我的孩子").Presses("没满 18 岁，我是爸爸或妈妈").Presses("都能带来").Presses("知道了，同意").Says("李小明").Says(Child).Says("李建国").Says(Son).Says("13800005678").Presses("没有")
            .Says("翟镇史家庄村").Presses("请代办员帮忙").Signs();

        Assert.All(talk.Effects.OfType<Effect.SendMandateCode>(), send => Assert.Equal("李建国", send.Request.Representative!.Name));
    }

    [Fact]
    public void A_number_that_says_otherwise_is_told_and_asked_about_again()
    {
        var talk = Other().Presses("我的孩子").Presses("没满 18 岁，我是爸爸或妈妈").Presses("都能带来").Presses("知道了，同意").Says("李小明").Says(Grown).Bot("已经满 18 岁");
        Assert.Equal(["满 18 岁，是本人让我办的", "满 18 岁，自己拿不了主意，我是监护人"], talk.Choices.Select(choice => choice.Title));
        Assert.Equal(Stage.OwnName, talk.Presses("满 18 岁，是本人让我办的").Presses("办完为止").Presses("是").Bot("材料清单", "M14").State.Stage);
    }

    private static Talk ForAChild() =>
        new Talk().Opens().Says("孙子没人养，他爸坐牢，妈跑了").Answers(Journeys.Widow, until: "WhoIsThere@0").Says("孙子8岁").Answers(Journeys.Widow, until: "Parents@0").Says("他爸坐牢三年了，妈跟人跑了半年多").Answers(Journeys.Widow)
            .Presses("都对，看结果").Says("事实无人抚养儿童保障");

    [Fact]
    public void Where_it_is_for_a_child_it_is_asked_the_other_way_round()
    {
        var talk = ForAChild().Bot("您是孩子的什么人").Says("啦啦").Bot("我是他奶奶").Says("我是他奶奶").Bot("监护证明", "材料清单");
        Assert.Equal(("grandchild", RepresentationBases.Guardian, true), (talk.State.Draft.Acting!.Person, talk.State.Draft.Acting.Basis, talk.State.Draft.Acting.Minor));
    }

    [Fact]
    public void What_was_told_of_ones_own_household_is_not_taken_for_anothers()
    {
        var talk = Other().Presses("我母亲").Presses("能，是本人让我办的").Presses("办完为止").Bot("是您母亲家的情况吗").Presses("不是，重新说").Bot("您母亲家");
        Assert.Equal((Stage.Asking, true), (talk.State.Stage, talk.State.Answers.IsEmpty));
        talk.Answers(Journeys.Widow).Presses("都对，看结果").Bot("可能符合").Says("农村低保").Bot("材料清单");
    }

    [Fact]
    public void What_was_told_is_the_mothers_where_one_says_so() => Other().Presses("我母亲").Presses("能，是本人让我办的").Presses("办完为止").Presses("是").Bot("材料清单", "M14");

    [Fact]
    public void The_way_back_leads_through_each_question()
    {
        var talk = Other().Presses("我母亲").Presses("能，是本人让我办的").Says("上一步").Bot("能拿主意").Says("上一步").Bot("您替谁办").Says("上一步").Bot("给谁办").Presses("给我自己（我家）").Bot("材料清单").BotDoesNotSay("M14");
        Assert.Null(Sent(talk.Presses("都能带来").Presses("知道了，同意").Says("李秀兰").Says(Son).Says("13800005678").Says("翟镇史家庄村").Presses("我自己来").Presses("没有")).Representative);
    }

    [Fact]
    public void Each_of_it_can_be_changed_from_the_summary()
    {
        ToSummary().Presses("改一下答案").Presses("您自己的电话").Says("13700001111").Bot("137").Presses("改一下答案").Presses("姓名").Says("张桂芳").Bot("张桂芳");
    }

    [Fact]
    public void Who_turns_out_to_act_for_somebody_has_told_of_themselves_already()
    {
        var talk = Journeys.ToSummary().Says("改一下给谁办").Presses("替家里人或别人办").Presses("我母亲").Presses("能，是本人让我办的").Presses("办完为止").Presses("是").Bot("您是替您母亲办的").Presses("知道了，同意").Bot("您母亲叫什么名字");
        Assert.Equal(("李秀兰", Son, "13800005678"), (talk.State.Draft.Acting!.Name, talk.State.Draft.Acting.IdNumber, talk.State.Draft.Acting.Phone));
    }

    [Theory]
    [InlineData("representative.idNumber", Stage.OwnIdNumber)]
    [InlineData("representative.phone", Stage.OwnPhone)]
    [InlineData("representative.basis", Stage.ActingBasis)]
    [InlineData("applicant.idNumber", Stage.IdNumber)]
    public void A_field_that_the_office_refuses_is_asked_again(string field, Stage stage)
    {
        var talk = ToSummary();
        talk.BackOffice = _ => new EffectResult.Failed(new Problem("about:blank", "Invalid", 422, Code: ProblemCodes.Invalid, Errors: new Dictionary<string, string[]> { [field] = ["x"] }));
        Assert.Equal(stage, talk.Presses("提交申请").State.Stage);
    }

    [Fact]
    public void An_agent_with_a_client_is_not_asked() =>
        Assert.Equal(Stage.Papers, new Talk { State = new DialogueState { Client = new ClientAgent("shi-agent", "史建国", "village") } }.Opens().Says(Journeys.Story).Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").State.Stage);

    [Fact]
    public void Marriage_is_for_oneself_and_not_asked_about()
    {
        var couple = new Dictionary<string, string> { ["ManBirthDate"] = "2000年5月1日", ["WomanBirthDate"] = "01年", ["BothSingle"] = "是", ["CloseKin"] = "不是" };
        new Talk().Opens().Presses("按事情找").Says("结婚").Presses("结婚登记").Answers(couple).Presses("都对，看结果").Says("现在申请").BotDoesNotSay("给谁办");
    }
}
