using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>What hangs in public, seen and objected to by anybody on a phone; and the whole case on one page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicNoticeTests(BrowserCity city)
{
    private const string Village = "370982103201";

    [BrowserFact]
    public async Task A_neighbour_objects_on_a_phone_and_who_did_not_survey_answers()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var desk = new Page(city.Staff, 1280);
        using var work = city.Work();
        await work.HangsAsync(caseId);
        desk.PressWith("翟敏").Hear("我的待办");
        var number = NumberOf(desk, caseId);

        using var neighbour = new Page(new Uri(city.PublicUrl, "notices"), 390);
        neighbour.Look("notices");
        neighbour.Follow("翟镇").Hear("选村");
        neighbour.Find(By.CssSelector($"a.has[href='/notices/{Village}']")).Click();
        neighbour.Hear("对公示有意见");
        neighbour.Look("notices-village");
        Assert.Contains("李*", neighbour.Words, StringComparison.Ordinal);
        Assert.Contains("每月 1,720 元", neighbour.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("李秀兰", neighbour.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(caseId, neighbour.Words, StringComparison.Ordinal);

        neighbour.Browser.ExecuteScript("document.querySelector(`input[value='${arguments[0]}']`).checked = true", number);
        neighbour.Fill("哪里不对", "短").Press("提交").Hear("有 1 处要改");
        neighbour.Look("notices-wrong");
        neighbour.Fill("哪里不对", "他家在县城还有一套房子出租").Press("提交").Hear("收到了");
        neighbour.Look("notices-taken");
        var codes = neighbour.Browser.FindElements(By.CssSelector(".big-code")).Select(code => code.Text).ToArray();
        resident.Page.Hear("有人提了不同意见");

        desk.Browser.Navigate().GoToUrl(city.Staff);
        desk.Press("退出").Hear("您是哪一位");
        desk.PressWith("赵严").Hear("我的待办");
        desk.OpenTask(codes[0], null);
        desk.Hear("他家在县城还有一套房子出租");
        desk.Choose("核查结果", "不属实").Fill("情况", "到县城查过，房子是他哥哥的").Press("答复").Hear("赵严");
        resident.Page.Hear("不成立");

        neighbour.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, "notices/answer"));
        neighbour.Fill("异议号", codes[0]).Fill("取件码", codes[1]).Press("查").Hear("房子是他哥哥的");
        neighbour.Look("notices-answer");
    }

    [BrowserFact]
    public async Task The_whole_case_is_on_one_page_for_staff_and_for_the_household()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var desk = new Page(city.Staff, 1280);
        using var work = city.Work();
        await work.HangsAsync(caseId);
        desk.PressWith("翟敏").Hear("我的待办");

        using var stranger = new Page(new Uri(city.PublicUrl, $"folder/{caseId}"), 390);
        stranger.Hear("请先登录");
        desk.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, $"folder/{caseId}"));
        desk.Hear("办理经过").Hear("环节和期限").Hear("入户调查完成").Hear("孟凡强（乡镇经办人）").Hear("公示中");
        desk.Look("folder-desk", 1280);
        Assert.Equal("application/pdf", await TypeOfAsync(desk, "打印件（PDF）"));

        resident.Page.Say("我的办件").Hear("案卷（一页看全）");
        resident.Page.Browser.Navigate().GoToUrl(resident.Page.Browser.FindElements(By.LinkText("案卷（一页看全）")).Last().GetAttribute("href")!);
        resident.Page.Hear("办理经过").Hear("李*");
        resident.Page.Look("folder-phone");
        Assert.Equal("application/pdf", await TypeOfAsync(resident.Page, "打印件（PDF）"));
        resident.Page.Follow("English").Hear("What happened");
        resident.Page.Look("folder-english");
    }

    [BrowserTheory]
    [InlineData("notices", "en", "dark")]
    [InlineData("notices/370982103", "zh-CN", "light")]
    [InlineData("notices/370982103202", "en", "light")]
    [InlineData("notices/answer", "en", "dark")]
    [InlineData("notices/370982999", "zh-CN", "dark")]
    public void The_board_is_for_everybody(string path, string language, string colours)
    {
        using var page = new Page(new Uri(city.PublicUrl, $"{path}?lang={language}"), 390, colours);
        page.Until("its words", () => page.Words.Trim().Length > 20);

        page.Look("board-" + path.Replace('/', '-') + language);
    }

    private string NumberOf(Page desk, string caseId)
    {
        desk.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, $"folder/{caseId}"));
        desk.Hear("公示中");
        return desk.Browser.FindElement(By.CssSelector("#notice td .code")).Text;
    }

    // The page itself may fetch nothing; asked for as its reader would get it.
    private static async Task<string?> TypeOfAsync(Page page, string link)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, page.Find(By.LinkText(link)).GetAttribute("href"));
        request.Headers.Add("Cookie", string.Join("; ", page.Browser.Manage().Cookies.AllCookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        using var answer = await http.SendAsync(request);
        return answer.Content.Headers.ContentType?.MediaType;
    }
}
