using System.Net;
using Microsoft.AspNetCore.Http;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

/// <summary>The pages on which the city keeps watch: who finds them, what each form does, and what it says when something is wrong.</summary>
[Collection(CityCollection.Name)]
public sealed class SafekeepingTests(BotCity city)
{
    private const string Case = FakeKeeping.CaseId;
    private const string Root = "safekeeping/";

    private const string Wish = $"name=李秀兰&idNumber={FakeKeeping.Id}&reason=理由：本人来函";

    private FakeKeeping Keeping => city.Office.Keeping;

    [Theory]
    [InlineData("safekeeping")]
    [InlineData(Root + "holds")]
    [InlineData(Root + "retention")]
    [InlineData(Root + "exports")]
    [InlineData(Root + "cases")]
    [InlineData(Root + "cases/" + Case)]
    [InlineData(Root + "points")]
    [InlineData(Root + "points/370982103")]
    [InlineData(Root + "audit")]
    [InlineData(Root + "keys")]
    public async Task The_reviewer_finds_every_page_a_township_officer_none_and_a_resident_is_asked_to_sign_in(string page)
    {
        using var reviewer = await (await ReviewerAsync()).GetAsync(At(page));
        using var officer = await (await Browsers.OfStaffAsync(city.Url)).GetAsync(At(page));
        using var resident = await Browsers.New().GetAsync(At(page));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (reviewer.StatusCode, officer.StatusCode, resident.StatusCode));
        Assert.Contains("no-store", reviewer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_post_is_led_only_to_what_the_table_of_acts_allows_it()
    {
        var bureau = await PageAsync(await Browsers.OfStaffAsync(city.Url, "bureau-officer"), "safekeeping");
        var filing = await PageAsync(await Browsers.OfStaffAsync(city.Url, "city-officer"), "safekeeping");

        Assert.Equal(["exports", "cases"], TabsOf(bureau));
        Assert.Equal(["cases"], TabsOf(filing));
        Assert.Equal(["holds", "retention", "exports", "cases", "points", "audit", "keys"], TabsOf(await PageAsync(await ReviewerAsync(), "safekeeping")));
        var file = await PageAsync(await Browsers.OfStaffAsync(city.Url, "city-officer"), Root + "cases/" + Case);
        Assert.Contains("/archive\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/notice\"", file, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string, string> Acts { get; } = new()
    {
        { "holds", "number=" + Case + "&orderedBy=新泰市人民法院&reason=理由：案件还在审理", "hold", Case, "已经暂缓销毁：BL261124-00000001" },
        { "cases/" + Case + "/notice", "cause=endangered&reason=理由：有人找上门", "take-down", Case, "公示已经撤下：" + Case },
        { "cases/" + Case + "/papers/receipt", "number=新民受〔2026〕1 号&reason=理由：盖错了章", "withdraw", Case, "" },
        { "cases/" + Case + "/archive", "number=档2026-15", "archive", Case, "已经登记移交档案：" + Case },
        { "cases/" + Case + "/rating", "reason=理由：评错了人", "exclude", Case, "不再计入评价率：" + Case },
        { "cases/" + Case + "/process", "", "rebuild", Case, "流程已经重新开始：" + Case },
        { "points/370982103", "reason=理由：连续超期&from=2026-12-01&items=D1.2", "suspend", "370982103", "审批权已经暂停" },
        { "points/370982103/resume", "reason=理由：整改好了", "resume", "370982103", "审批权已经恢复" },
    };

    [Fact]
    public async Task Another_point_can_be_chosen_to_decide_meanwhile()
    {
        var browser = await ReviewerAsync();

        var page = await PageAsync(browser, Root + "points/370982103");
        using var done = await SendAsync(browser, Root + "points/370982103", "reason=理由：交给邻镇&toOffice=township/370982101");

        Assert.Contains("<option value=\"township/370982101\">东都镇</option>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains(Keeping.Done, act => act.Act == "suspend" && act.Words.Contains("\"toRole\":\"chief-representative\",\"toOffice\":\"township/370982101\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_is_done_and_said_and_pressed_twice_it_ends_on_the_same_page(string form, string typed, string act, string about, string said)
    {
        var browser = await ReviewerAsync();

        using var once = await SendAsync(browser, Root + form, typed);
        using var again = await SendAsync(browser, Root + form, typed);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (once.StatusCode, again.StatusCode));
        Assert.Equal(once.Headers.Location!.OriginalString.Split('?')[0], again.Headers.Location!.OriginalString.Split('?')[0]);
        Assert.Contains(said, await PageAsync(browser, once.Headers.Location.OriginalString[1..]), StringComparison.Ordinal);
        Assert.Contains(Keeping.Done, done => done.Act == act && done.About == about);
    }

    [Fact]
    public async Task What_somebody_did_before_is_told_and_not_done_again()
    {
        var browser = await ReviewerAsync();
        using var once = await SendAsync(browser, Root + "cases/" + Case + "/papers/receipt", "number=1&reason=理由：盖错了章");
        using var again = await SendAsync(browser, Root + "cases/" + Case + "/papers/receipt", "number=1&reason=理由：盖错了章");

        Assert.EndsWith("?done=already", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("之前已经办过", await PageAsync(browser, again.Headers.Location.OriginalString[1..]), StringComparison.Ordinal);
        Assert.Single(Keeping.Done, done => done.Act == "withdraw");
    }

    [Fact]
    public async Task A_hold_is_ended_with_a_reason_and_then_stands_among_the_ended()
    {
        var browser = await ReviewerAsync();
        using var placed = await SendAsync(browser, Root + "holds", $"number={Case}&orderedBy=法院&reason=理由：还在审理");
        using var ended = await SendAsync(browser, Root + "holds/BL261124-00000001", "reason=理由：已经审结");

        var page = await PageAsync(browser, ended.Headers.Location!.OriginalString[1..]);
        Assert.Contains("已经解除：BL261124-00000001", page, StringComparison.Ordinal);
        Assert.Contains("理由：已经审结", page, StringComparison.Ordinal);
        Keeping.Holds.Clear();
    }

    [Theory]
    [InlineData("holds", "number=XT260101-ZZZZZZ&orderedBy=法院&reason=理由：还在审理", "法院", "没有这件")]
    [InlineData("holds", "number=" + Case + "&orderedBy=县法院&reason=短", "县法院", "请写几句")]
    [InlineData("cases", "number=不是编号", "不是编号", "这不像一个编号")]
    [InlineData("cases", "number=XT260101-ZZZZZZ", "XT260101-ZZZZZZ", "没有找到这个编号")]
    [InlineData("cases", "number=GS260101-ZZZZZZ", "GS260101-ZZZZZZ", "没有找到这个编号")]
    [InlineData("cases/" + Case + "/notice", "cause=endangered&reason=短", "短", "请写几句")]
    [InlineData("exports", "name=李秀兰&idNumber=123&reason=来函 15 号", "来函 15 号", "身份证号不对")]
    [InlineData("exports", "name=&idNumber=123&reason=来函 16 号", "来函 16 号", "请填写申请人的姓名")]
    [InlineData("points/370982103", "reason=理由：超期&from=明天", "理由：超期", "请写成 2026-12-01")]
    [InlineData("audit/journal", "number=370982197001010016", "370982197001010016", "这不像一个编号")]
    [InlineData("audit/journal", "number=XT260101-ZZZZZZ", "XT260101-ZZZZZZ", "没有找到这个编号")]
    public async Task What_is_wrong_is_said_beside_the_field_what_was_typed_stays_and_nothing_is_done(string form, string typed, string kept, string wrong)
    {
        var (browser, before) = (await ReviewerAsync(), Keeping.Done.Count);

        using var answer = await SendAsync(browser, Root + form, typed);
        var page = await WordsOf(answer);

        Assert.True((int)answer.StatusCode is 404 or 422, $"{answer.StatusCode}");
        Assert.Contains(kept, page, StringComparison.Ordinal);
        Assert.Contains(wrong, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Equal(before, Keeping.Done.Count);
    }

    [Fact]
    public async Task The_export_is_a_file_and_nobodys_number_stands_in_an_address()
    {
        var browser = await ReviewerAsync();

        using var answer = await SendAsync(browser, Root + "exports", $"name=李秀兰&idNumber={FakeKeeping.Id}&reason=理由：本人来函");
        using var typedWrong = await SendAsync(browser, Root + "cases", "number=" + FakeKeeping.Id);
        using var held = await SendAsync(browser, Root + "holds", $"idNumber={FakeKeeping.Id}&orderedBy=法院&reason=理由：还在审理");

        Assert.Equal(("application/zip", "personal-data.zip"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal("PK", await answer.Content.ReadAsStringAsync());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeKeeping.Id, held.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain(city.Office.Asked, asked => asked.Path.Contains(FakeKeeping.Id, StringComparison.Ordinal));
        Assert.DoesNotContain(city.Logs.Lines, line => line.Contains(FakeKeeping.Id, StringComparison.Ordinal));
        Keeping.Holds.Clear();
    }

    [Fact]
    public async Task The_export_goes_on_as_it_comes()
    {
        var (browser, rest) = (await ReviewerAsync(), new TaskCompletionSource());
        Keeping.Exporting = async response =>
        {
            (response.ContentType, response.ContentLength) = ("application/zip", 4);
            await response.Body.WriteAsync("PK"u8.ToArray());
            await response.Body.FlushAsync();
            await rest.Task;
            await response.Body.WriteAsync("zz"u8.ToArray());
            return Results.Empty;
        };

        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, At(Root + "exports")) { Content = Form(Wish) }, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(30));
        await using var zip = await answer.Content.ReadAsStreamAsync();
        var first = new byte[2];
        await zip.ReadExactlyAsync(first).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        rest.SetResult();
        Keeping.Exporting = FakeKeeping.WholeExport;

        Assert.Equal("PK"u8.ToArray(), first);
        Assert.Equal("zz", await new StreamReader(zip).ReadToEndAsync());
    }

    [Fact]
    public async Task An_export_that_breaks_off_on_the_way_does_not_look_whole()
    {
        var (browser, begun) = (await ReviewerAsync(), new TaskCompletionSource());
        Keeping.Exporting = async response =>
        {
            response.ContentType = "application/zip";
            await response.Body.WriteAsync("PK"u8.ToArray());
            await response.Body.FlushAsync();
            await begun.Task;
            response.HttpContext.Abort();
            return Results.Empty;
        };

        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, At(Root + "exports")) { Content = Form(Wish) }, HttpCompletionOption.ResponseHeadersRead).WaitAsync(TimeSpan.FromSeconds(30));
        await using var zip = await answer.Content.ReadAsStreamAsync();
        await zip.ReadExactlyAsync(new byte[2]);
        begun.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(() => new StreamReader(zip).ReadToEndAsync());
        Keeping.Exporting = FakeKeeping.WholeExport;
    }

    [Fact]
    public async Task A_case_is_found_by_its_own_number_and_by_that_of_its_notice()
    {
        var browser = await ReviewerAsync();
        foreach (var number in (string[])[Case, FakeKeeping.Notice, " gs261124-abc123 "])
        {
            using var found = await SendAsync(browser, Root + "cases", "number=" + number);
            Assert.Equal("/safekeeping/cases/" + Case, found.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task An_audit_on_demand_goes_to_the_end_and_names_what_is_not_as_it_was_written()
    {
        using var answer = await SendAsync(await ReviewerAsync(), Root + "audit", "");
        var page = await WordsOf(answer);

        Assert.Contains("全部查完：1009 本流水，1 处", page, StringComparison.Ordinal);
        Assert.Contains($"办件 {Case} 的第 4 条被改过", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_at_is_accepted_with_what_was_seen_and_a_reason()
    {
        var browser = await ReviewerAsync();
        using var looked = await SendAsync(browser, Root + "audit/journal", "number=" + FakeKeeping.Broken);
        var page = await WordsOf(looked);
        Assert.Contains("name=\"stands\" value=\"broken.a1b2\"", page, StringComparison.Ordinal);

        using var tooShort = await SendAsync(browser, Root + "audit/accepted", $"number={FakeKeeping.Broken}&stands=broken.a1b2&reason=短");
        var again = await WordsOf(tooShort);
        Assert.Contains("请写几句", again, StringComparison.Ordinal);
        Assert.Contains("name=\"stands\" value=\"broken.a1b2\"", again, StringComparison.Ordinal);

        using var accepted = await SendAsync(browser, Root + "audit/accepted", $"number={FakeKeeping.Broken}&stands=broken.a1b2&reason=恢复备份时少了一行");
        Assert.Contains($"已经认定：{FakeKeeping.Broken}", await PageAsync(browser, accepted.Headers.Location!.OriginalString[1..]), StringComparison.Ordinal);
        Assert.Contains(("accept", FakeKeeping.Broken, "broken.a1b2 恢复备份时少了一行"), Keeping.Done);
    }

    [Fact]
    public async Task Of_look_up_keys_it_says_what_still_stands_under_an_older_one_and_what_takes_a_person()
    {
        var page = await PageAsync(await ReviewerAsync(), Root + "keys?lang=en");

        Assert.Contains("Keys for finding people", page, StringComparison.Ordinal);
        Assert.Contains("Only by handing in the directory with the ID numbers once more", page, StringComparison.Ordinal);
        Assert.Contains("data-name=\"Still under older keys\">2</td>", page, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "It has not come on since"));
    }

    [Fact]
    public async Task Keys_are_shown_by_name_with_how_far_their_change_has_come()
    {
        var page = await PageAsync(await ReviewerAsync(), Root + "keys?lang=en");

        Assert.Contains("9 are under the present key, 3 still under older ones", page, StringComparison.Ordinal);
        Assert.Contains("Still needed", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("holds")]
    [InlineData("exports")]
    [InlineData("cases/" + Case + "/notice")]
    [InlineData("points/370982103")]
    [InlineData("audit")]
    [InlineData("audit/accepted")]
    public async Task Forms_of_other_sites_of_others_posts_and_of_nobody_do_nothing(string form)
    {
        var (reviewer, before) = (await ReviewerAsync(), Keeping.Done.Count);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, At(Root + form)) { Content = Form("reason=理由：随便写写&cause=endangered") };
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        using var fromElsewhere = await reviewer.SendAsync(foreign);
        using var officer = await SendAsync(await Browsers.OfStaffAsync(city.Url), Root + form, "reason=理由：随便写写&cause=endangered");
        using var nobody = await SendAsync(Browsers.New(), Root + form, "reason=理由：随便写写&cause=endangered");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (fromElsewhere.StatusCode, officer.StatusCode, nobody.StatusCode));
        Assert.Equal(before, Keeping.Done.Count);
    }

    [Theory]
    [InlineData("done=nonsense")]
    [InlineData("done=held&about=<b>370982197001010016</b>")]
    public async Task An_address_puts_no_words_of_others_on_the_page(string query)
    {
        var page = await PageAsync(await ReviewerAsync(), Root + "holds?" + query);

        Assert.DoesNotContain("nonsense\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("370982197001010016</", page.Split("<main", 2)[1], StringComparison.Ordinal);
    }

    private Task<HttpClient> ReviewerAsync() => Browsers.OfStaffAsync(city.Url, "city-reviewer");

    private Uri At(string path) => new(city.Url, path);

    private async Task<string> PageAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(At(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await WordsOf(answer);
    }

    private static async Task<string> WordsOf(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, string typed) => browser.PostAsync(At(path), Form(typed));

    private static FormUrlEncodedContent Form(string typed) =>
        new(typed.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => KeyValuePair.Create(field.Split('=', 2)[0], field.Split('=', 2)[1])));

    private static string[] TabsOf(string page) =>
        [.. page.Split("<main", 2)[1].Split("href=\"/safekeeping/").Skip(1).Select(link => link.Split('"')[0])];
}
