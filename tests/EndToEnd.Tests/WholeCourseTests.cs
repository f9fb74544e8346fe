using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests;

/// <summary>From the first word to the rating, as everybody on the way sees it.</summary>
[Collection(WholeCourse.Name)]
public sealed class WholeCourseTests(WholeCourse course)
{
    [OwnCityFact]
    public void The_verdict_shows_its_sum()
    {
        Assert.Contains("月收入 1,200 元 ÷ 4 人 = 300 元，低于 730 元", course.Verdict);
        Assert.Contains("1,720 元", course.Verdict);
    }

    [OwnCityFact]
    public void The_verdict_names_the_law() => Assert.Contains("社会救助暂行办法 第九条", course.Verdict);

    [OwnCityFact]
    public void What_the_city_holds_is_struck_out_of_the_list() => Assert.Equal(
        ["居民身份证", "户口簿", "申请表", "社保卡或银行卡账户"], course.Resident.Chat.Heard.SelectMany(Cards.Of).SelectMany(StruckOut));

    [OwnCityFact]
    public void Nothing_is_asked_of_a_person_before_the_personal_data_notice()
    {
        Assert.Contains(Words.Zh("PrivacyTitle"), course.Materials);
        Assert.DoesNotContain(Words.Zh("AskName"), course.Materials);
    }

    [OwnCityFact]
    public void The_number_is_masked_where_it_is_shown_again() => Assert.Contains(@"370982\*\*\*\*\*\*\*\*0016", course.Summary);

    [OwnCityFact]
    public void The_receipt_promises_the_answer_within_twenty_working_days()
    {
        Assert.StartsWith("XT261124-", course.CaseId);
        Assert.Contains("12 月 22 日（周二）", course.Receipt);
    }

    [OwnCityFact]
    public void Survey_and_data_check_run_side_by_side() => Assert.Equal(["survey", "verify"], course.Collected.CurrentStages.Order());

    [OwnCityFact]
    public void A_card_that_was_pressed_says_in_its_place_by_whom_and_when()
    {
        var signed = (string[])["史建国", "孟凡强", "翟敏", "翟敏", "翟敏", "王立新", "李文静"];

        Assert.All(course.Pressed.Zip(signed), pressed => Assert.Matches($"{pressed.Second}（.+） · (11 月 24|12 月 2) 日 09:", Chat.Text(pressed.First)));
    }

    [OwnCityFact]
    public void A_card_that_was_pressed_has_no_buttons_left() => Assert.All(course.Pressed, card => Assert.Empty(Cards.Actions(card)));

    [OwnCityFact]
    public void The_resident_is_told_of_every_step_without_asking()
    {
        string Done(params string[] stages) => string.Join("和", stages.Select(stage => Words.Name("stage", stage))) + "已完成";

        Assert.Collection(
            Unasked(course.Resident.Chat),
            welcome => Assert.Contains("一次办好", welcome),
            notice => Assert.Contains("12 月 22 日（周二）", notice),
            notice => Assert.Contains(Done("collect"), notice),
            notice => Assert.Contains(Done("survey", "verify"), notice),
            notice => Assert.Contains(Done("review"), notice),
            notice => Assert.Contains("12 月 1 日（周二）", notice),
            notice => Assert.Contains(Done("notice"), notice),
            notice => Assert.Contains("**1,720 元**", notice),
            notice => Assert.Contains(Words.Zh("NoticeClosed", course.CaseId), notice),
            notice => Assert.Contains(Words.Zh("RateAsk"), notice));
    }

    [OwnCityFact]
    public void My_cases_says_in_plain_words_where_it_stands()
    {
        Assert.Contains(Words.Zh("CaseOpen", Words.Name("stage", "verify"), "12 月 22 日（周二）"), course.UnderWay);
        Assert.Contains(Words.Zh("CaseApproved"), course.Afterwards);
    }

    [OwnCityFact]
    public void A_rating_is_thanked_for() => Assert.Contains(Words.Zh("RateThanks"), course.Rated);

    [OwnCityFact]
    public async Task In_the_end_the_case_is_closed_approved_and_rated()
    {
        var closed = await course.City.ReadAsync<CaseView>($"cases/{course.CaseId}", course.City.ResidentOf(course.Resident.Chat));

        Assert.Equal(("closed", "approved", 1720m, 5), (closed.Status, closed.Decision!.Outcome, closed.Decision.MonthlyAmount, closed.Rating));
    }

    [OwnCityFact]
    public async Task The_chain_of_the_journal_is_intact() => Assert.IsType<ChainReading.Intact>(
        (await course.City.Local.BackOffice.Services.GetRequiredService<CaseJournal>().ReadAsync(course.CaseId)).Verify());

    private static IEnumerable<string> StruckOut(JsonNode? node) => node switch
    {
        JsonObject { } part when part["strikethrough"]?.GetValue<bool>() == true => [part["text"]!.ToString()],
        JsonObject part => part.SelectMany(field => StruckOut(field.Value)),
        JsonArray parts => parts.SelectMany(StruckOut),
        _ => [],
    };

    // What answers nothing was said unasked.
    private static IEnumerable<string> Unasked(Chat chat) =>
        chat.Heard.Where(said => said["from"]!["id"]!.ToString() != chat.UserId && said["type"]!.ToString() == "message" && said["replyToId"] is null).Select(Chat.Text);
}
