using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;

namespace OneVisit.Bot.Tests;

/// <summary>Links to forms: from the card, for a while, for one person.</summary>
[Collection(CityCollection.Name)]
public sealed class FormTests(BotCity city)
{
    private static readonly string[] Story = ["丈夫病逝，上有老人下有两个上学的孩子，靠我当保洁的工资过不下去", "对", "农村", "都没有", "都没有", "4口人", "1200", "都没有", "都没有", "都对，看结果"];

    private FormLinks Links => city.Services.GetRequiredService<FormLinks>();

    [Fact]
    public async Task A_form_of_a_case_is_printed_in_the_name_of_who_got_the_link()
    {
        using var answer = await GetAsync(TokenOf("resident:a", "XT20261124-1111"));

        Assert.Equal(("application/pdf", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        Assert.Contains(("resident:a", "/api/cases/XT20261124-1111/forms/M05"), city.Office.Asked);
    }

    [Theory]
    [InlineData("zh-CN", "这个链接过期了")]
    [InlineData("en", "This link has expired")]
    public async Task A_link_that_is_too_old_says_so_and_where_to_get_a_new_one(string language, string words)
    {
        using var answer = await GetAsync(TokenOf("resident:b", "XT20261124-2222", language, TimeSpan.FromMinutes(-1)) + "/sign");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Participant == "resident:b");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_is_not_ours_opens_nothing(string token)
    {
        using var answer = await GetAsync(token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这份表", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_changed_opens_nothing()
    {
        var token = TokenOf("resident:c", "XT20261124-3333");
        using var answer = await GetAsync(token[..^3] + (token[^3] == 'A' ? 'B' : 'A') + token[^2..]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_link_tells_nothing_to_who_reads_it() => Assert.DoesNotContain("XT2026", TokenOf("resident:d", "XT20261124-4444"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "zh-CN")]
    [InlineData("?lang=en", "en")]
    public async Task The_page_to_sign_on_may_run_no_script_but_ours(string query, string language)
    {
        using var answer = await GetAsync(TokenOf("resident:e", "XT20261124-5555") + "/sign" + query);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_goes_to_the_case_of_the_link()
    {
        using var answer = await SignAsync(TokenOf("resident:f", "XT20261124-6666"), new SignForm("hash", TypedName: "张桂兰"));

        Assert.Equal("d1", (await answer.Content.ReadFromJsonAsync<DocumentView>(Wire.Json))!.DocumentId);
        Assert.Contains(city.Office.Signatures, signed => signed is { CaseId: "XT20261124-6666", Material: "M05", Signature.TypedName: "张桂兰" });
    }

    [Fact]
    public async Task A_refusal_comes_through_in_its_own_words()
    {
        using var answer = await SignAsync(TokenOf("resident:g", "XT20261124-7777"), new SignForm("old", TypedName: "张桂兰"));

        Assert.Equal((HttpStatusCode.Conflict, "表上的内容刚有变化"), (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<Problem>(Wire.Json))!.Detail));
    }

    [Fact]
    public async Task Another_site_cannot_sign()
    {
        using var answer = await new HttpClient().PostAsJsonAsync(new Uri(city.Url, $"forms/{TokenOf("resident:h", "XT20261124-8888")}/signature"), new SignForm("hash", TypedName: "张桂兰"), Wire.Json);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_a_signature_can_be_is_turned_away()
    {
        using var answer = await SignAsync(TokenOf("resident:i", "XT20261124-9999"), new SignForm("hash", new string('A', 100_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.DoesNotContain(city.Office.Signatures, signed => signed.CaseId == "XT20261124-9999");
    }

    [Fact]
    public async Task Who_has_seen_the_list_prints_the_forms_with_what_was_told_so_far()
    {
        var resident = await ApplyingAsync();
        foreach (var words in (string[])["知道了，同意", "李秀兰"]) await resident.SayAsync(words);

        using var answer = await new HttpClient().GetAsync(new Uri(city.Url, LinkTo(resident, "申请表")));
        var (_, draft) = city.Office.Drafts.Last(printed => printed.Material == "M03");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("D1.2", 4, 1200m, "李秀兰", null), (Assert.Single(draft.Services), draft.Household.Members, draft.Household.MonthlyIncome, draft.Applicant.Name, draft.Applicant.IdNumber));
    }

    [Fact]
    public async Task The_letter_that_a_mother_signs_is_printed_with_who_acts_before_anything_is_submitted()
    {
        var son = await city.MetAsync();
        foreach (var words in (string[])["我替我妈申请低保，她一个人在村里过不下去", "对", "农村", "1口人", "200", "都没有", "都没有", "都对，看结果", "农村低保", "能，是本人让我办的", "明年3月1日", "知道了，同意", "张桂英", "370982194503070023", "李建国", "370982197001010016", "13805381234"])
            await son.SayAsync(words);

        using var answer = await new HttpClient().GetAsync(new Uri(city.Url, LinkTo(son, "委托书和受托人身份证")));
        var (_, draft) = city.Office.Drafts.Last(printed => printed.Material == "M14");

        Assert.Equal(("张桂英", "李建国", "entrusted", "son"), (draft.Applicant.Name, draft.Representative!.Name, draft.Representative.Basis, draft.Representative.Relation));
        Assert.Equal((3, 1), (draft.Representative.Until!.Value.Month, draft.Representative.Until.Value.Day));
    }

    [Fact]
    public async Task A_draft_opens_for_nobody_else()
    {
        var resident = await ApplyingAsync();
        var link = new FormLink("resident:somebody-else", "zh-CN", null, "M04", "directline", resident.Conversation, 0);

        using var answer = await GetAsync(Links.TokenOf(link, FormLinks.Lifetime));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Everything_of_a_resident_is_downloaded_by_the_link_that_they_asked_for()
    {
        var resident = await city.MetAsync();
        await resident.SayAsync("我的全部资料");

        using var answer = await new HttpClient().GetAsync(new Uri(city.Url, LinkTo(resident, "下载我的全部资料（半小时内有效）")));

        Assert.Equal(("application/zip", "personal-data.zip", true), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName, answer.Headers.CacheControl!.NoStore));
        Assert.Contains((city.ParticipantOf(resident), "/api/my/export"), city.Office.Asked);
    }

    [Fact]
    public async Task One_that_breaks_off_on_the_way_is_to_be_fetched_again()
    {
        var resident = await city.MetAsync();
        await resident.SayAsync("我的全部资料");
        city.Office.Exporting = async response =>
        {
            response.ContentType = "application/zip";
            await response.Body.WriteAsync("PK"u8.ToArray());
            await response.Body.FlushAsync();
            response.HttpContext.Abort();
            return Results.Empty;
        };

        using var answer = await new HttpClient().GetAsync(new Uri(city.Url, LinkTo(resident, "下载我的全部资料（半小时内有效）")));
        city.Office.Exporting = FakeBackOffice.WholeExport;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_link_to_a_form_gives_nobody_everything()
    {
        using var answer = await GetAsync(TokenOf("resident:x", "XT20261124-1212") + "/export");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(("resident:x", "/api/my/export"), city.Office.Asked);
    }

    private async Task<Talker> ApplyingAsync()
    {
        var resident = await city.MetAsync();
        foreach (var words in (string[])[.. Story, "农村低保", "给我自己（我家）", "都能带来"]) await resident.SayAsync(words);
        return resident;
    }

    private static string LinkTo(Talker resident, string name)
    {
        var cards = string.Concat(resident.Heard.Select(spoken => spoken.Content));
        Assert.DoesNotContain("onevisit-form:", cards, StringComparison.Ordinal);
        return Regex.Match(cards, $@"\[{name}\]\(http://localhost:3978/(forms/[^)]+)\)").Groups[1].Value;
    }

    private string TokenOf(string participant, string caseId, string language = "zh-CN", TimeSpan? lifetime = null) =>
        Links.TokenOf(new FormLink(participant, language, caseId, "M05", "directline", "c", 0), lifetime ?? FormLinks.Lifetime);

    private Task<HttpResponseMessage> GetAsync(string path) => new HttpClient().GetAsync(new Uri(city.Url, "forms/" + path));

    private Task<HttpResponseMessage> SignAsync(string token, SignForm signature)
    {
        var http = new HttpClient { DefaultRequestHeaders = { { "X-OneVisit-Page", "1" } } };
        return http.PostAsJsonAsync(new Uri(city.Url, $"forms/{token}/signature"), signature, Wire.Json);
    }
}
