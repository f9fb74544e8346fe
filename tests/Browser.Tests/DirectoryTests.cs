using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Azurite;
using OneVisit.Local.Host.Demo;
using OneVisit.Support;
using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>The bureau's officer hands in a directory: first with mistakes, then without, and puts it in force.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DirectoryTests(BrowserCity city) : IDisposable
{
    private static readonly DateOnly Since = new(2018, 1, 1);

    // Everybody of the demo stays as they are: other tests work with them.
    private static readonly DirectoryEdition Edition = new(
        [new("370982103201", new("史家庄村", "Shijiazhuang Village"), ["史庄"], Since), new("370982103299", new("新桥村", "Xinqiao Village"), [], Since)],
        [new("370982103201001", new("第一网格", "Grid 1"), GridKind.Rural, 80, ["史家庄小学"], Since), new("370982103299001", new("第一网格", "Grid 1"), GridKind.Rural, 60, [], Since)],
        [
            .. DemoStaff.All.Select(member => new PersonRecord(member.Id, member.Name, member.Posts, [], member.Trainings)),
            new("m103299001", "于洪", [], [new(GridRole.Manager, "370982103299001", Since)], []),
        ],
        [new("370982103", "370982103-01", null, null, null, Since)]);

    private readonly TemporaryFolder folder = new();

    [BrowserFact]
    public async Task A_file_with_mistakes_changes_nothing_and_one_without_is_put_in_force()
    {
        var tables = DirectoryWriter.Write(Edition, Language.Chinese);
        var good = Saved("名录.xlsx", tables);
        var bad = Saved("名录 (2).xlsx", Changed(Changed(tables, 1, 1, 0, "370982103201001"), 4, 0, 1, "队长"));
        using var page = new Page(city.Staff, 390);
        page.PressWith("孙宁").Hear("我的待办");
        Assert.EndsWith("/directory", page.Browser.FindElement(By.CssSelector("#directoryLink a")).GetAttribute("href"), StringComparison.Ordinal);
        Open(page, "directory?lang=zh-CN");
        page.Hear("全市名录");
        Look(page, "directory-none");

        Choose(page, bad);
        page.Press("查一查").Hear("“名录 (2).xlsx”还不能用").Hear("没有收下，原来的一点没动").Hear("第 3 行，网格代码：").Hear("队长").Hear("表“网格职责”");
        Look(page, "directory-report");
        Assert.Equal("report", page.Browser.SwitchTo().ActiveElement().GetAttribute("id"));

        Choose(page, good);
        page.Press("查一查").Hear("名录第").Hear("从哪天起用");
        Unfold(page);
        Look(page, "directory-diff");
        page.Press("启用").Hear("启用好了").Hear("正在用");
        page.Until("everything written", () => page.Browser.FindElements(By.CssSelector("[data-applying]")).Count == 0);
        Look(page, "directory-in-force");
        Assert.Equal(14, (await DownloadedAsync(page, "下载 Excel")).Sheets[2].Rows.Length);
        Assert.Equal("新桥村", (await DownloadedAsync(page, "下载 CSV")).Sheets[0].Rows[1].Cells[1]);

        // The same again changes nothing; in English, and by the keyboard.
        page.Follow("English").Hear("in force since");
        Choose(page, good);
        page.TabTo("Check it").Keys(Keys.Enter).Hear("It is the same as what is in force");
        Look(page, "directory-same");
    }

    [BrowserFact]
    public void An_edition_that_was_a_mistake_is_taken_back_by_putting_the_earlier_one_in_force()
    {
        var tables = DirectoryWriter.Write(Edition, Language.English);
        using var page = new Page(city.Staff, 390);
        page.PressWith("赵严").Hear("我的待办");
        Open(page, "directory?lang=en");
        Choose(page, Saved("right.xlsx", tables));
        page.Press("Check it").Hear("Put in force").Press("Put in force").Hear("in force since");
        var before = InForce(page);

        Choose(page, Saved("wrong.xlsx", Changed(tables, 0, 1, 1, "新桥庄村")));
        page.Press("Check it").Hear("Compared with what is in force").Hear("From which day");
        Unfold(page);
        page.Hear("新桥村 → 新桥庄村").Press("Put in force").Hear("It is put in force");
        Assert.NotEqual(before, InForce(page));

        page.Follow(before).Hear("From which day");
        Unfold(page);
        page.Hear("新桥庄村 → 新桥村").Press("Put in force").Hear("It is put in force");
        Assert.Equal(before, InForce(page));
        Look(page, "directory-taken-back");
    }

    [BrowserFact]
    public void What_is_larger_than_a_directory_is_told_before_it_travels_and_also_without_a_script()
    {
        var file = folder.File("大.xlsx");
        File.WriteAllBytes(file, new byte[11 * 1024 * 1024]);
        using var page = new Page(city.Staff, 1280, "dark");
        page.PressWith("孙宁").Hear("我的待办");
        Open(page, "directory?lang=zh-CN");
        Choose(page, file);
        page.Press("查一查").Hear("这个文件超过 10 MB");
        Look(page, "directory-too-large", 1280);

        page.Browser.ExecuteScript("document.querySelector('form[enctype]').submit()");
        page.Hear("“大.xlsx”还不能用").Hear("这个文件超过 10 MB");
    }

    [BrowserFact]
    public void Who_does_not_keep_the_directory_does_not_see_it()
    {
        using var stranger = new Page(new Uri(city.PublicUrl, "directory?lang=zh-CN"), 390);
        stranger.Hear("请先登录");
        using var township = new Page(city.Staff, 390);
        township.PressWith("翟敏").Hear("我的待办");
        Assert.False(township.Browser.FindElement(By.Id("directoryLink")).Displayed);
        Open(township, "directory");
        township.Hear("这里不归您管");
    }

    public void Dispose() => folder.Dispose();

    private string Saved(string name, DirectoryTables tables)
    {
        var file = folder.File(name);
        File.WriteAllBytes(file, new DirectoryFiles().Write(tables, DirectoryFileKind.Workbook));
        return file;
    }

    private static DirectoryTables Changed(DirectoryTables tables, int sheet, int row, int column, string cell)
    {
        var table = tables.Sheets[sheet];
        var changed = table.Rows[row] with { Cells = table.Rows[row].Cells.SetItem(column, cell) };
        return new(tables.Sheets.SetItem(sheet, table with { Rows = table.Rows.SetItem(row, changed) }));
    }

    private static void Unfold(Page page) => page.Browser.ExecuteScript("document.querySelectorAll('details').forEach(list => { list.open = true; })");

    // As it is called in the list, too.
    private static string InForce(Page page) => page.Find(By.CssSelector("main .lead")).Text.Split(", in force")[0];

    // The page itself may fetch nothing; the browser's own session may.
    private static async Task<DirectoryTables> DownloadedAsync(Page page, string link)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", page.Browser.Manage().Cookies.AllCookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        await using var file = await http.GetStreamAsync(new Uri(page.Find(By.LinkText(link)).GetAttribute("href")!));
        return Assert.IsType<DirectoryFileReading.Good>(new DirectoryFiles().Read(file, link)).Tables;
    }

    private static void Choose(Page page, string file) => page.Browser.FindElement(By.Id("file")).SendKeys(file);

    private void Open(Page page, string path) => page.Browser.Navigate().GoToUrl(new Uri(city.PublicUrl, path));

    private static void Look(Page page, string name, int width = 390)
    {
        if (Environment.GetEnvironmentVariable("ONEVISIT_PICTURES") is { Length: > 0 } pictures)
            page.Picture(Path.Combine(pictures, name + ".png"));
        Assert.Equal("", string.Join("\n", page.Barriers(Path.Combine(NpmPackages.AxeFolder, "axe.min.js"))));
        Assert.True(page.Width <= width, $"The page is {page.Width} px wide.");
    }
}
