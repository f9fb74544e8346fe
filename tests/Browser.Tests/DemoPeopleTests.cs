using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Local.Host.Demo;
using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>Being anybody of the directory, in a city of its own: a directory in force is another test's beginning.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DemoPeopleTests(DemoPeopleTests.OwnCity city) : IClassFixture<DemoPeopleTests.OwnCity>
{
    private static readonly DateOnly Since = new(2018, 1, 1);

    [BrowserFact]
    public void Somebody_of_a_village_without_demo_staff_is_found_and_played()
    {
        using var page = new Page(city.Staff, 390);
        page.Follow("都不是？找别的人").Hear("当任何一位工作人员");

        page.Fill("按姓名、村镇或岗位找", "新桥 代办").Press("找人").Hear("找到 1 位").PressWith("李远");

        page.Hear("我的待办").Hear("李远");
    }

    [BrowserFact]
    public void In_english_too_and_what_is_not_there_is_said()
    {
        using var page = new Page(new Uri(city.PublicUrl, "demo?lang=en"), 390);

        page.Fill("By name, place or post", "nobody of this name").Press("Find").Hear("Nobody found.");
        page.Fill("By name, place or post", "xinqiao agent").Press("Find").Hear("1 found.").PressWith("李远").Hear("My tasks");
    }

    [BrowserFact]
    public void A_long_list_is_cut_and_fits_a_telephone()
    {
        using var page = new Page(new Uri(city.PublicUrl, "demo?lang=zh-CN"), 390);

        page.Fill("按姓名、村镇或岗位找", "翟镇").Press("找人").Hear("先列出 20 位");

        Assert.Equal(20, page.Browser.FindElements(By.CssSelector("#found-people button")).Count);
        page.Look("demo-people");
    }

    public sealed class OwnCity : IAsyncLifetime
    {
        private readonly BrowserCity _city = new();

        public Uri Staff => _city.Staff;

        public Uri PublicUrl => _city.PublicUrl;

        public async Task InitializeAsync()
        {
            await _city.InitializeAsync();
            if (Chromium.Missing is null) await _city.HandInAsync(Edition);
        }

        public Task DisposeAsync() => _city.DisposeAsync();

        private static DirectoryEdition Edition => new DirectoryEdition(
            [new("370982103201", new("史家庄村", "Shijiazhuang Village"), [], Since), new("370982103299", new("新桥村", "Xinqiao Village"), [], Since)], [],
            [
                .. DemoStaff.All.Select(member => new PersonRecord(member.Id, member.Name, member.Posts, [], member.Trainings)),
                Agent("li-yuan", "李远", "370982103299"), .. Enumerable.Range(1, 25).Select(n => Agent($"agent-{n}", $"张第{n}", "370982103201")),
            ],
            [new("370982103", "370982103-01", null, null, null, Since)]).Ordered();

        private static PersonRecord Agent(string id, string name, string village) => new(id, name, [new Post(Role.VillageAgent, "village/" + village, Since)], [], []);
    }
}
