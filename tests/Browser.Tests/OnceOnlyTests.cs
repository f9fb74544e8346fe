using OneVisit.Domain.Calendars;
using OneVisit.Domain.Sharing;
using OneVisit.Storage;
using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>The once-only debt, as those see it who look after it, and what the sharing platform refused.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OnceOnlyTests(BrowserCity city)
{
    [BrowserFact]
    public async Task The_reviewer_reads_the_debt_and_settles_what_the_platform_refused()
    {
        // Months at which nobody else looks: what was looked at is kept for a while.
        var (then, before) = (city.Now.AddMonths(-20), city.Now.AddMonths(-22));
        await city.OweAsync([.. Papers("a", then), .. Papers("b", before)], LookUps(then), Refused("XT2026-000001-1"), Refused("XT2026-000002-1"));
        var address = $"statistics/once-only?from={Month(before)}&to={Month(then)}&month={Month(then)}";
        using var page = new Page(city.Staff, 390);
        page.PressWith("赵严").Hear("我的待办");
        Open(page, "statistics?lang=zh-CN");
        page.Hear("不该再要的材料");
        Open(page, address);

        // Of forty household registers ten turned out to be held; three papers of another kind stand together with the smallest other row.
        page.Hear("户口簿").Hear("10 / 40").Hear("其余 2 行合在一起").Hear("平台连不上 6").Hear("被退回、放在一边的 2 条");
        Assert.Equal(2, page.Browser.FindElements(By.CssSelector("a[href*='once-only'][href*='month=']")).Count);
        page.Look("once-only-phone");
        page.Find(By.CssSelector("summary")).Click();
        // The browser itself would not let it go.
        page.Browser.ExecuteScript("document.querySelectorAll('form').forEach(form => { form.noValidate = true; })");
        page.Fill("为什么不送", "短").Press("不送了").Hear("请写几句");
        Assert.Equal("短", page.Browser.FindElement(By.CssSelector("details[open] textarea")).GetAttribute("value"));
        Assert.Equal(2, (await city.WaitingAsync()).Count(key => key.StartsWith("XT2026", StringComparison.Ordinal)));

        page.Fill("为什么不送", "平台说早就有了").Press("不送了").Hear("处理好了").Hear("放在一边的 1 条");
        page.Press("再送一次").Hear("处理好了").Hear("放在一边的 0 条");
        Open(page, address + "&lang=en");
        page.Hear("Once-only debt").Hear("ousehold register").Look("once-only-english");
    }

    [BrowserFact]
    public void Who_does_not_look_after_it_is_not_shown_it()
    {
        using var page = new Page(city.Staff, 1280);
        page.PressWith("翟敏").Hear("我的待办");
        Open(page, "statistics?lang=zh-CN");
        page.Hear("要看一看的");
        Assert.False(page.Shows("不该再要的材料"));
        Open(page, "statistics/once-only");
        page.Hear("这里不归您看");
    }

    private static string Month(DateTimeOffset at) => $"{BeijingTime.DayOf(at):yyyy-MM}";

    private static IEnumerable<AskedPaper> Papers(string mark, DateTimeOffset at) =>
    [
        .. Enumerable.Range(0, 40).Select(number => new AskedPaper($"XT2026-{mark}{number:D5}", "M02", "D1.2", "township/370982103", AskingReasons.OnList, BeijingTime.DayOf(at), number < 10 ? true : number < 34 ? false : null)),
        .. Enumerable.Range(0, 7).Select(number => new AskedPaper($"XT2026-{mark}{number:D5}", "M06", "D5.1", "township/370982101", AskingReasons.NotFound, BeijingTime.DayOf(at), number < 1)),
        .. Enumerable.Range(0, 3).Select(number => new AskedPaper($"XT2026-{mark}{number:D5}", "M12", "D1.2", "township/370982103", AskingReasons.Requested, BeijingTime.DayOf(at), true)),
    ];

    private static LoggedLookUp[] LookUps(DateTimeOffset at) => [.. Enumerable.Range(0, 48).Select(number => new LoggedLookUp(
        Guid.NewGuid().ToString("N"), at, "system", "once-only", $"XT2026-{number:D6}", number % 2 == 0 ? "married" : "registered-where", "register", "law", [], "hash",
        number % 4 == 0 && number < 24 ? "unknown" : "no", number % 4 == 0 && number < 24 ? "failed" : null))];

    private WaitingFact Refused(string key) =>
        new(new(key, FactClasses.LowIncome, FactNames.Approved, key[..^2], "D1.2", city.Now, BeijingTime.DayOf(city.Now)), "hash-" + key, 1, city.Now, "unknown-code");

    private void Open(Page page, string path) => page.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, path));
}
