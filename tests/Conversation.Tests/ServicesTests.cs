using System.Text.Json;
using OneVisit.Conversation.Resident;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Tests;

/// <summary>Many services, one conversation.</summary>
public sealed class ServicesTests
{
    private static readonly Dictionary<string, string> Couple = new()
    {
        ["Registration"] = "农村",
        ["LocalHukou"] = "是",
        ["Area"] = "农村",
        ["Members"] = "3口人",
        ["MonthlyIncome"] = "1500",
        ["WhoIsThere@0"] = "我八十三，老伴八十一，儿子45岁精神二级",
        ["WhatIsDrawn"] = "吃低保",
        ["Draws"] = "吃低保",
        ["BirthDate@0"] = "一九四三年三月",
        ["BirthDate@1"] = "四五年腊月初八",
        ["Disability@2"] = "精神二级",
        ["CannotCareForSelf@2"] = "是",
        ["BirthDate@2"] = "1981年5月",
    };

    [Fact]
    public void A_family_likely_for_four_services_is_interviewed_once_and_applies_once()
    {
        var talk = new Talk().Opens().Says("我八十三，老伴八十一，儿子精神残疾，家里没钱").Presses("对").Answers(Couple).Presses("都对，看结果");

        talk.Bot("可能符合", "高龄津贴", "困难残疾人生活补贴", "重度残疾人护理补贴", "经济困难老年人补贴");
        talk.Says("都申请").Bot("给谁办").Presses(Journeys.Myself).Bot("材料清单").Presses("都能带来").Presses("知道了，同意").Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").Says("翟镇史家庄村").Presses("请代办员帮忙").Signs().Presses("没有").Presses("提交申请");

        var sent = Assert.Single(talk.Effects.OfType<Effect.Apply>()).Application;
        Assert.True(sent.Services.Count >= 4, string.Join(' ', sent.Services));
        Assert.Equal(sent.Services.Count, talk.LastSays.OfType<Say.Card>().Count());
    }

    [Fact]
    public void Several_people_told_in_one_sentence_are_not_asked_about_again()
    {
        var talk = new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("我八十三，老伴七十九");
        Assert.Equal(2, talk.Household.People?.Length);
    }

    [Fact]
    public void A_person_is_spoken_of_by_the_word_used_for_them() =>
        new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("婆婆八十了").Answers(Couple, until: "BirthDate@0").Bot("您家婆婆是哪一年出生的");

    [Fact]
    public void An_age_on_the_line_is_asked_more_closely_and_a_day_settles_it()
    {
        var talk = new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("婆婆八十了").Answers(Couple, until: "BirthDate@0");
        talk.Says("今年八十了").Bot("哪一年").Says("四七年正月初五").Bot("1947 年 1 月 26 日");
        Assert.Equal(new DateOnly(1947, 1, 26), talk.Household.People!.Value[0].BornOn);
    }

    [Fact]
    public void A_year_is_enough_where_every_day_of_it_decides_the_same()
    {
        var talk = new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("婆婆").Answers(Couple, until: "BirthDate@0").Says("三九年生的").Bot("记下了");
        Assert.Equal(1939, talk.Household.People!.Value[0].BornOn?.Year);
    }

    [Fact]
    public void An_animal_of_the_zodiac_is_asked_which_year() =>
        new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("婆婆").Answers(Couple, until: "BirthDate@0").Says("属鸡的").Bot("1945", "1933", "哪一年");

    [Fact]
    public void Those_told_of_in_the_story_are_taken_with_one_press()
    {
        var talk = new Talk().Opens().Says("我八十三，老伴八十一偏瘫，儿子精神残疾，家里没钱").Presses("对").Answers(Couple, until: "WhoIsThere@0").Bot("您刚才说到您、您家老伴、您家儿子").Presses("就是刚才说的");
        Assert.Equal(3, talk.Household.People?.Length);
    }

    [Fact]
    public void The_words_of_an_age_go_to_the_office_with_the_story()
    {
        var talk = new Talk().Opens().Says("高龄津贴怎么领").Answers(Couple, until: "WhoIsThere@0").Says("婆婆").Answers(Couple, until: "BirthDate@0").Says("三九年生的").Bot("1939 年前后出生");
        Assert.Contains("三九年生的", talk.State.Story, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grandchild_whose_parents_cannot_care_is_asked_about() =>
        new Talk().Opens().Says("孙子没人养，他爸坐牢，妈跑了").Answers(Couple, until: "WhoIsThere@0").Says("孙子8岁").Answers(Couple, until: "Parents@0").Says("他爸坐牢三年了，妈跟人跑了半年多").Answers(Couple).Bot("在服刑", "联系不上");

    [Fact]
    public void Ticks_can_be_posted_by_a_card()
    {
        var talk = Journeys.At("Belongings");
        var pick = talk.LastSays.OfType<Say.Card>().Single().Content["actions"]![0]!["data"]!["pick"]!.ToString();
        talk.Hears(new Heard.Posted(new Dictionary<string, string> { ["pick"] = pick, ["ticks"] = "car" }));
        Assert.True(talk.Household.OwnsCar);
    }

    [Fact]
    public void Ticks_can_be_written_as_numbers() => Assert.True(Journeys.At("Belongings").Says("1").Household.OwnsCar);

    [Fact]
    public void Ticks_that_were_never_offered_change_nothing()
    {
        var talk = Journeys.At("Belongings");
        var before = talk.State.Answers;
        Assert.Equal(before.Length, talk.PressesOld("q:Belongings:=gold").Bot("已经过去了").State.Answers.Length);
    }

    [Fact]
    public void The_finder_leads_from_an_event_to_a_service() =>
        new Talk().Opens().Says("按事情找").Bot("哪一类事").Says("年老").Bot("高龄津贴").Presses("高龄津贴").Bot("小问题");

    [Fact]
    public void Marriage_is_asked_about_explained_and_booked()
    {
        var couple = new Dictionary<string, string> { ["ManBirthDate"] = "2000年5月1日", ["WomanBirthDate"] = "01年", ["BothSingle"] = "是", ["CloseKin"] = "不是" };
        new Talk().Opens().Presses("按事情找").Says("结婚").Presses("结婚登记").Answers(couple).Presses("都对，看结果").Bot("可能符合结婚登记", "本人到场", "约好时间").Says("现在申请").Bot("材料");
    }

    [Fact]
    public void Words_that_may_mean_several_services_are_offered_to_press()
    {
        var talk = new Talk().Opens().Says("老人的那个补贴");
        Assert.Contains(talk.Choices, choice => choice.Value.StartsWith("Finding:service:", StringComparison.Ordinal) || talk.State.Stage == Stage.Asking || choice.Title == "对");
    }

    [Fact]
    public void Nobody_is_sent_for_an_allowance_that_they_will_hardly_get() =>
        new Talk().Opens().Says("婆婆七十五，女儿残疾肢体二级，看病花了钱，家里钱不够用").Presses("对")
            .Answers(new Dictionary<string, string>(Couple)
            {
                ["WhatIsDrawn"] = "都没有", ["Draws"] = "都没有", ["WhoIsThere@0"] = "婆婆七十五，女儿35岁残疾肢体二级", ["Belongings"] = "汽车",
                ["Spending"] = "1", ["MedicalSpending"] = "12000",
            })
            .Presses("都对，看结果").Bot("可能符合", "临时救助").BotDoesNotSay("先申请农村低保");

    [Fact]
    public void What_comes_after_the_allowance_is_told_with_the_way_there() =>
        new Talk().Opens().Says("经济困难老年人补贴").Answers(new Dictionary<string, string>(Couple) { ["WhatIsDrawn"] = "都没有", ["Draws"] = "都没有", ["WhoIsThere@0"] = "我六十八" }).Presses("都对，看结果").Bot("要先有低保", "先申请农村低保");

    [Fact]
    public void All_answers_are_shown_before_the_verdict() => Journeys.ToReview().Bot("我记下的是", "农村户口", "4 口人", "全家每月收入 1,300 元", "都对吗");

    [Fact]
    public void A_conversation_of_before_the_interview_goes_on_with_all_it_was_told()
    {
        const string Before = """{"Language":0,"Stage":3,"Asking":3,"Household":{"HasLocalHukou":true,"Area":"rural","Members":4},"Trail":["LocalHukou","Area","Members"],"Unsure":[5],"Understood":["poor"]}""";
        var talk = new Talk { State = JsonSerializer.Deserialize<DialogueState>(Before)! }.Says("1300").Bot("全家每月收入 1,300 元");
        Assert.Equal((true, 4, 1300m), (talk.Household.HasLocalHukou, talk.Household.Members, talk.Household.MonthlyIncome?.Yuan));
        Assert.Contains(talk.State.Answers, each => each.Inquiry.Question == Question.Car && each.Answer is Domain.Interview.Answer.NotKnown);
    }

    [Fact]
    public void The_trace_of_a_verdict_folds_out_and_names_law_and_day() =>
        Journeys.ToVerdict().Bot("怎么看出来的", "社会救助暂行办法", "2026 年 11 月 24 日").Says("为什么").Bot("人均月收入低于低保标准");
}
