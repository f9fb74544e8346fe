using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;

namespace OneVisit.Browser.Tests;

/// <summary>How the city does, as its reviewer sees it and as a township sees its own.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StatisticsTests(BrowserCity city)
{
    [BrowserFact]
    public async Task The_citys_figures_are_for_everybody_and_drawn_from_the_same_numbers()
    {
        await city.CountAsync(Facts);
        using var page = new Page(city.Staff, 390);
        page.PressWith("赵严").Hear("我的待办");
        Open(page, "statistics?lang=zh-CN");
        page.Hear("办得怎么样").Hear("按时办结率").Hear("单侧 1%");

        Assert.True(Drawn(page) >= 3, "The charts are not drawn.");
        page.Look("statistics-phone");
        page.Browser.ExecuteScript("document.querySelectorAll('details').forEach(table => { table.open = true; })");
        page.Look("statistics-phone-tables");
        Assert.DoesNotContain("{0}", page.Words, StringComparison.Ordinal);
        page.Follow("English").Hear("Decided on time").Hear("Needs a look");
        page.Look("statistics-english");
        // In the other language it is still the same months.
        Open(page, "statistics?from=2020-01&to=2020-03");
        page.Hear("2020-01 to 2020-03").Hear("Nothing was decided in these months yet.").Follow("中文").Hear("2020-01 至 2020-03");
        Assert.Equal(0L, page.Browser.ExecuteScript("return document.querySelectorAll('.chart').length"));
    }

    [BrowserFact]
    public async Task In_the_dark_a_township_sees_its_own_and_opens_its_cases()
    {
        await city.CountAsync(Facts);
        using var page = new Page(city.Staff, 1280, "dark");
        page.PressWith("翟敏").Hear("我的待办");
        Open(page, "statistics?lang=zh-CN");
        page.Hear("翟镇").Hear("按时办结率");
        Assert.True(Drawn(page) >= 3, "The charts are not drawn.");
        page.Browser.ExecuteScript("document.querySelectorAll('details').forEach(table => { table.open = true; })");
        page.Look("statistics-township", 1280);
        page.Browser.ExecuteScript("document.getElementById('h-rates').scrollIntoView()");
        page.Look("statistics-rates", 1280);
        page.Browser.ExecuteScript("document.getElementById('h-duration').scrollIntoView()");
        page.Look("statistics-charts", 1280);
        page.Browser.FindElements(OpenQA.Selenium.By.CssSelector("a[href*='statistics/cases']"))[^1].SendKeys(OpenQA.Selenium.Keys.Enter);
        page.Hear("数字背后的办件").Follow("超期");
        page.Hear("入户调查");
        page.Look("statistics-cases", 1280);
        Open(page, "statistics?point=370982101");
        page.Hear("这里不归您看");
    }

    [BrowserFact]
    public void Who_is_not_signed_in_sees_no_figure()
    {
        using var stranger = new Page(new Uri(city.PublicUrl, "statistics"), 390);
        stranger.Hear("请先登录");
    }

    // Two points, eight months: most in time, the second of them slower of late.
    private static IEnumerable<CaseFact> Facts(DateOnly today) => Enumerable.Range(0, 480).Select(number =>
    {
        var (point, decided) = (number % 2 == 0 ? "370982103" : "370982101", today.AddDays(-number / 2));
        var days = 4 + number * 7 % 15 + (number % 11 == 0 ? 9 : 0);
        var late = days > 20;
        return new CaseFact($"OV-{number:D6}", 1, number % 3 == 0 ? "D1.2" : number % 3 == 1 ? "D5.1" : "D7.1", point, point + "201", decided.AddDays(-days - 8))
        {
            AcceptedOn = decided.AddDays(-days - 8), DecidedOn = decided, Outcome = number % 9 == 0 ? FactOutcome.Refused : FactOutcome.Approved, Days = days, Limit = 20, DueOn = decided.AddDays(10),
            Colour = late ? DueState.Red : days > 18 ? DueState.Yellow : DueState.Green, Blamed = late || days > 18 ? StageKind.Survey : null,
            Stages = [new(StageKind.Collect, 1), new(StageKind.Survey, days / 2), new(StageKind.Review, days / 4), new(StageKind.Decide, 1)],
            Visits = number % 6 == 0 ? 2 : number % 2, VisitCauses = number % 6 == 0 ? [ComingCauses.MissingPaper] : [], Closed = true, Stars = number % 4 == 0 ? null : 5 - number % 3,
            Decider = "staff:zhai-chief", ChangedOn = decided.AddDays(number % 40),
        };
    });

    private void Open(Page page, string path) => page.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, path));

    private static long Drawn(Page page)
    {
        page.Until("the charts", () => (long)page.Browser.ExecuteScript("return document.querySelectorAll('.chart canvas').length")! > 0);
        return (long)page.Browser.ExecuteScript("return document.querySelectorAll('.chart canvas').length")!;
    }
}
