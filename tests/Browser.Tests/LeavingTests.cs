using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>A telephone that goes from hand to hand.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LeavingTests(BrowserCity city)
{
    // As it is read aloud before each of its messages.
    private const string Bot = "机器人 说";

    [BrowserFact]
    public void Who_logs_out_leaves_nothing_on_the_device_and_the_next_one_begins_anew()
    {
        using var page = new Page(city.PublicUrl, width: 390);
        page.Hear("您好").Say("我叫李秀兰，丈夫病逝了").Hear("病逝");

        page.Find(By.Id("leave")).Click();
        page.Browser.SwitchTo().Alert().Accept();
        page.Hear("什么都没留下");
        Assert.Equal(0L, page.Browser.ExecuteScript("return localStorage.length + sessionStorage.length"));
        Assert.DoesNotContain(page.Browser.Manage().Cookies.AllCookies, cookie => cookie.Name == "onevisit-chat");

        page.Press("重新开始").Hear("家里遇到什么难处");
        Assert.False(page.Shows("李秀兰"));
    }

    [BrowserFact]
    public void Who_says_so_in_the_chat_is_logged_out_too()
    {
        using var page = new Page(city.PublicUrl, width: 390);
        page.Hear("您好").Say("退出").Hear("什么都没留下");
        page.Browser.Navigate().Refresh();

        page.Hear("什么都没留下");
        Assert.DoesNotContain(page.Browser.Manage().Cookies.AllCookies, cookie => cookie.Name == "onevisit-chat");
    }

    [BrowserFact]
    public void Who_signs_out_of_the_desk_has_left_every_page_of_it_and_stays_where_they_signed_in_elsewhere()
    {
        using var desk = new Page(city.Staff, width: 1280);
        using var elsewhere = new Page(city.Staff, width: 1280);
        foreach (var page in (Page[])[desk, elsewhere]) page.PressWith("翟敏").Hear(Bot);
        var first = desk.Browser.CurrentWindowHandle;
        desk.Browser.SwitchTo().NewWindow(WindowType.Tab);
        desk.Browser.Navigate().GoToUrl(city.Staff);
        desk.Hear(Bot);
        elsewhere.Browser.ExecuteScript("window.isOpenStill = true");

        desk.Find(By.Id("signOut")).Click();
        desk.Until("the sign-in", () => desk.Find(By.Id("signIn")).Displayed);
        desk.Browser.SwitchTo().Window(first);

        desk.Until("the sign-in in the other tab, too", () => desk.Find(By.Id("signIn")).Displayed);
        elsewhere.Until("its page to be opened anew", () => !(bool)elsewhere.Browser.ExecuteScript("return window.isOpenStill === true")!);
        var before = elsewhere.Hear(Bot).Words.Split(Bot).Length;
        elsewhere.Say("我的任务").Until("the answer", () => elsewhere.Words.Split(Bot).Length > before);
    }
}
