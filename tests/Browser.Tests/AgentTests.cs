using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace OneVisit.Browser.Tests;

/// <summary>An agent on a scooter, with a phone and now and then no network.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AgentTests(BrowserCity city)
{
    [BrowserFact]
    public void What_is_said_and_photographed_without_a_network_goes_by_itself_when_it_is_back_and_once_only()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var photo = new SamplePhoto();
        using var agent = new Page(city.Staff, 390);
        agent.PressWith("史建国").Hear("我的客户").Until("the client", () => agent.Browser.FindElements(Client(caseId)).Count == 1);

        Offline(agent, true);
        agent.Browser.FindElement(By.CssSelector($"[data-case='{caseId}'] summary")).Click();
        agent.Browser.FindElement(By.CssSelector($"[data-case='{caseId}'] input[data-material='M07']")).SendKeys(photo.Path);
        agent.Hear("还有 1 条没发出去，联网后自动发送");
        agent.Press("对话").Say($"查 {caseId}").Hear("还有 2 条没发出去，联网后自动发送");
        Offline(agent, false);

        agent.Hear("都发出去了").Hear($"办件 {caseId}");
        agent.Until("the paper to be there", () => Papers(agent, caseId) == "1");
        Assert.Single(agent.Browser.FindElements(By.CssSelector(".webchat__basic-transcript__activity .webchat__bubble--from-user")), bubble => bubble.Text.Trim() == $"查 {caseId}");
        Assert.True(agent.Width <= 390, $"The page is {agent.Width} px wide.");
    }

    [BrowserFact]
    public void An_agent_applies_with_a_client_at_the_door()
    {
        using var agent = new Page(city.Staff, 390);
        agent.PressWith("史建国").Hear("我的客户").Press("替人申请").Hear("坐下来问申请人");
        var resident = new Resident(agent);
        resident.Tells().ToMandate(withAgent: true);

        agent.Hear("请申请人本人签名").Press("发验证码到申请人手机").Hear("短信里的验证码是");
        agent.Say(resident.Code).Hear("近亲属").Press("没有").Hear("请核对").Press("提交申请").Hear("取件码");

        agent.Hear("这一户办好了").Press("我的客户").Hear("史家庄村");
    }

    [BrowserFact]
    public void A_client_signs_with_a_finger_on_the_agents_phone()
    {
        using var agent = new Page(city.Staff, 390);
        agent.PressWith("史建国").Hear("我的客户").Press("替人申请").Hear("坐下来问申请人");
        new Resident(agent).Tells().ToMandate(withAgent: true).Page.Hear("请申请人本人签名").Press("让申请人在这个手机上手写").Hear("近亲属").Press("没有").Hear("请核对").Press("提交申请").Hear("请把手机递给申请人");
        var link = agent.Browser.FindElements(By.CssSelector(".ac-adaptiveCard a")).Last(each => each.GetAttribute("href")!.EndsWith("/sign", StringComparison.Ordinal));

        agent.Browser.Navigate().GoToUrl(link.GetAttribute("href")!);
        agent.Hear("委托书").Hear("和我一起填写申请");
        agent.Until("the place to sign", () => agent.Browser.FindElement(By.Id("pad")).Displayed);
        new Actions(agent.Browser).ScrollToElement(agent.Browser.FindElement(By.Id("send"))).MoveToElement(agent.Browser.FindElement(By.Id("pad")))
            .ClickAndHold().MoveByOffset(60, 20).MoveByOffset(-80, 10).MoveByOffset(30, -40).Release().Perform();
        agent.Browser.FindElement(By.Id("send")).Click();
        agent.Until("the signature to be taken", () => agent.Browser.FindElement(By.Id("copy")).Displayed);

        Assert.True(agent.Width <= 390, $"The page is {agent.Width} px wide.");
    }

    private static By Client(string caseId) => By.CssSelector($"[data-case='{caseId}']");

    private static void Offline(Page page, bool offline) => page.Browser.ExecuteCdpCommand("Network.emulateNetworkConditions", new Dictionary<string, object?>
    {
        ["offline"] = offline, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1,
    });

    private static string Papers(Page page, string caseId) => (string)page.Browser.ExecuteAsyncScript("""
        const done = arguments[1];
        fetch('/staff/tasks').then(answer => answer.json()).then(tasks => done(String(tasks.find(task => task.caseId === arguments[0]).materials.find(paper => paper.code === 'M07').documents.length)), broken => done(String(broken)));
        """, caseId)!;
}
