using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>The city's reviewer keeps watch, on a phone and at a desk, in both languages, with no script needed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SafekeepingTests(BrowserCity city)
{
    [BrowserFact]
    public async Task A_notice_is_found_by_its_number_and_taken_down_and_its_case_is_held()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var work = city.Work();
        await work.HangsAsync(caseId);
        using var page = new Page(city.Staff, 390);
        page.PressWith("赵严").Hear("我的待办");
        Assert.EndsWith("/safekeeping", page.Browser.FindElement(By.CssSelector("#safekeepingLink a")).GetAttribute("href"), StringComparison.Ordinal);
        Open(page, $"folder/{caseId}");
        var number = page.Find(By.CssSelector("#notice td .code")).Text;

        Open(page, "safekeeping?lang=zh-CN");
        page.Hear("流水核验").Look("safekeeping");
        page.Follow("办件和公示").Fill("办件编号或者公示编号", "GS000000-000000").Press("打开").Hear("没有找到这个编号");
        page.Look("safekeeping-not-found");
        page.Fill("办件编号或者公示编号", number).Press("打开").Hear(caseId).Hear("李*").Hear("为什么撤");
        page.Look("safekeeping-case");
        page.Press("撤下公示").Hear("还没有办");
        page.Find(By.CssSelector("input[value=endangered]")).SendKeys(Keys.Space);
        page.Fill("具体情况（5 到 500 个字）", "短").Press("撤下公示").Hear("请写明理由");
        page.Look("safekeeping-wrong");
        Assert.Equal("短", page.Find(By.CssSelector("#notice-reason")).GetAttribute("value"));
        page.Fill("具体情况（5 到 500 个字）", "有人拿着公示找上门来").Press("撤下公示").Hear($"公示已经撤下：{caseId}").Hear("不用撤");
        page.Look("safekeeping-taken-down");

        page.Follow("暂缓销毁");
        page.Fill("办件、投诉或者异议的编号", caseId).Fill("要求的机关", "新泰市人民法院").Fill("理由", "案件还在审理，先不要销毁").Press("暂缓销毁").Hear("已经暂缓销毁：BL");
        page.Look("safekeeping-held");
        page.Find(By.CssSelector("article details summary")).Click();
        page.Fill("为什么解除", "案件已经审结").Press("解除暂缓").Hear("已经解除：BL").Hear("案件已经审结");
        page.Look("safekeeping-ended");
    }

    [BrowserTheory]
    [InlineData(390, "zh-CN", "light")]
    [InlineData(320, "en", "dark")]
    [InlineData(1280, "zh-CN", "dark")]
    [InlineData(1280, "en", "light")]
    public void Every_page_is_for_everybody(int width, string language, string colours)
    {
        using var page = new Page(city.Staff, width, colours);
        page.PressWith("赵严").Hear("我的待办");
        foreach (var path in (string[])["", "/holds", "/retention", "/exports", "/cases", "/points", "/points/370982103", "/audit", "/keys"])
        {
            Open(page, $"safekeeping{path}?lang={language}");
            page.Until("its words", () => page.Browser.FindElements(By.CssSelector("main h1")).Count > 0);
            page.Look($"safekeeping{path.Replace('/', '-')}-{width}-{language}", width);
        }
    }

    [BrowserFact]
    public void Journals_are_checked_at_a_press_and_an_export_says_what_is_missing()
    {
        using var page = new Page(city.Staff, 1280);
        page.PressWith("赵严").Hear("我的待办");
        Open(page, "safekeeping/audit?lang=en");
        page.Press("Check all now").Hear("All were checked").Look("safekeeping-audited", 1280);
        Open(page, "safekeeping/exports");
        page.Press("Export and download").Hear("Nothing was done yet").Look("safekeeping-export-wrong", 1280);
    }

    [BrowserFact]
    public void Who_does_not_keep_watch_finds_no_way_there()
    {
        using var page = new Page(city.Staff, 390);
        page.PressWith("翟敏").Hear("我的待办");
        Assert.False(page.Browser.FindElement(By.Id("safekeepingLink")).Displayed);
        Open(page, "safekeeping/holds?lang=zh-CN");
        page.Hear("这里不归您管");
    }

    private void Open(Page page, string path) => page.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, path));
}
