using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;

namespace OneVisit.Conversation.Tests;

/// <summary>Somebody applies for another (替人办理): what is written in other words, turned round, or comes late.</summary>
public sealed class ActingTurnsTests
{
    private const string Mother = "370982194503070023";
    private const string Son = Journeys.IdNumber;
    private const string Child = "370982201805010010";
    private const string Entrusted = "能，是本人让我办的";

    private static Talk ForMother() => new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Presses(Entrusted).Presses("办完为止");

    private static Talk ToSummary() =>
        ForMother().Presses("知道了，同意").Says("张桂英").Says(Mother).Says("李建国").Says(Son).Says("13800005678").Presses("没有").Says("翟镇史家庄村").Presses("没有");

    private static Talk ForAChild() =>
        new Talk().Opens().Says("孙子没人养，他爸坐牢，妈跑了").Answers(Journeys.Widow, until: "WhoIsThere@0").Says("孙子8岁").Answers(Journeys.Widow, until: "Parents@0").Says("他爸坐牢三年了，妈跟人跑了半年多").Answers(Journeys.Widow)
            .Presses("都对，看结果").Says("事实无人抚养儿童保障");

    [Fact]
    public void The_letter_is_taken_by_photo_after_the_receipt()
    {
        var talk = ToSummary().Presses("提交申请").BotDoesNotSay("您不用做什么").Sends("a.jpg");
        talk.Presses(talk.Choices.Single(choice => choice.Value == "material:M14").Title).Bot("收下了").BotDoesNotSay("M14");
        Assert.Equal((Working.CaseId, "M14"), talk.Effects.OfType<Effect.Upload>().Select(upload => (upload.CaseId, upload.Material)).Single());
        Assert.Null(talk.IsTold(NoticeKinds.RepresentationEnded, ("on", "2026-11-25"), ("why", "person")).State.LastBasis);
    }

    [Theory]
    [InlineData("她卧床不能签字")]
    [InlineData("老年痴呆不能拿主意")]
    [InlineData("没有委托书")]
    [InlineData("我不是监护人")]
    public void What_says_the_opposite_is_no_ground(string words)
    {
        var talk = new Talk().Opens().Says("我替我妈申请低保，她一个人在村里过不下去").Presses("对").Answers(Journeys.Widow).Presses("都对，看结果").Says("农村低保").Says(words);
        Assert.Equal((Stage.ActingBasis, null), (talk.State.Stage, talk.State.Draft.Acting!.Basis));
    }

    [Theory]
    [InlineData("想帮我婆婆申请高龄津贴", "kin")]
    [InlineData("给我孙子申请孤儿补助", "grandchild")]
    [InlineData("帮邻居王大爷问一下特困供养", "neighbour")]
    public void A_short_wish_keeps_for_whom_it_is(string words, string person) => Assert.Equal(person, new Talk().Opens().Says(words).BotDoesNotSay("您家婆婆").State.Draft.Acting?.Person);

    [Fact]
    public void Old_answers_of_ones_own_are_not_taken_for_the_mothers() => Assert.NotEqual("mother", Journeys.ToSummary().Presses("提交申请").Says("我想替我妈申请低保").State.HouseholdOf);

    [Fact]
    public void The_form_to_print_is_of_what_one_acts_on_before_anybody_is_named() =>
        Assert.Equal(new RepresentativeDetails(RepresentationBases.Entrusted, "", "", "", "") { Until = new DateOnly(2027, 11, 24) }, FormAddress.DraftOf(ForMother().State, []).Representative);

    [Theory]
    [InlineData("不用别人帮我办")]
    [InlineData("不要别人帮我办")]
    [InlineData("不用人帮我办")]
    [InlineData("不用代办员帮我办")]
    public void No_help_wanted_is_an_answer_to_whether_an_agent_shall_help(string words)
    {
        var talk = Journeys.ToName().Says("李秀兰").Says(Son).Says("13800005678").Says("翟镇史家庄村").Says(words);
        Assert.Equal((false, 0), (talk.State.Draft.Mandate, talk.Effects.OfType<Effect.ListMyCases>().Count()));
    }

    [Theory]
    [InlineData("我是他哥哥", "sibling")]
    [InlineData("我是他叔叔", "kin")]
    [InlineData("我是他邻居", "neighbour")]
    public void Who_looks_after_a_child_keeps_what_they_are_to_it(string words, string person) => Assert.Equal((person, RepresentationBases.Guardian), ForAChild().Says(words).State.Draft.Acting is { } acting ? (acting.Person, acting.Basis) : default);

    [Fact]
    public void Two_people_of_whom_one_is_no_parent_are_no_parents() => Assert.Equal(Stage.ForWhom, ForAChild().Says("我和他爷爷").State.Stage);

    [Fact]
    public void A_neighbour_of_the_story_is_a_neighbour() => Assert.Equal(new ToldActing(true, "neighbour", "邻居"), ActingReader.Of("other", "邻居"));

    [Fact]
    public void A_number_that_was_first_written_as_ones_own_can_be_put_right()
    {
        var talk = Journeys.ToName().Says("张桂英").Says(Mother).Says("改一下给谁办").Presses("替家里人或别人办").Presses("我母亲").Presses(Entrusted).Presses("办完为止").Presses("是").Presses("知道了，同意").Says("张桂英").Says(Mother).Bot("这是您自己的号码");
        talk.Presses(talk.Choices.Single(choice => choice.Value == "change:OwnIdNumber").Title).Bot("您自己的身份证号").Says(Son).Says(Mother);
        Assert.Equal((Mother, Son), (talk.State.Draft.IdNumber, talk.State.Draft.Acting!.IdNumber));
    }

    [Fact]
    public void No_childs_number_is_a_mothers() => Assert.Equal(Stage.IdNumber, ForMother().Presses("知道了，同意").Says("张桂英").Says(Child).Bot("不会是您母亲的").State.Stage);

    [Fact]
    public void For_whom_it_is_can_be_changed_where_the_story_told_it() => Assert.Contains("change:ForWhom", ToSummary().Presses("改一下答案").Choices.Select(choice => choice.Value));

    [Fact]
    public void Somebody_not_named_is_spoken_of_as_they() => new Talk().Opens().Says("替别人办").Bot("您替他（她）办");

    [Fact]
    public void Whoever_marries_comes_themselves()
    {
        var couple = new Dictionary<string, string> { ["ManBirthDate"] = "2000年5月1日", ["WomanBirthDate"] = "01年", ["BothSingle"] = "是", ["CloseKin"] = "不是" };
        var told = new DialogueState { Draft = new Draft { Acting = new ActingFor { Another = true, Person = "child", Basis = RepresentationBases.Entrusted } }, HouseholdOf = "child" };
        var talk = new Talk { State = told }.Opens().Presses("按事情找").Says("结婚").Presses("结婚登记").Answers(couple).Presses("都对，看结果").Says("现在申请").Bot("本人亲自来");
        Assert.Null(talk.State.Draft.Acting);
    }
}
