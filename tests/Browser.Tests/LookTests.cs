using OneVisit.Local.Azurite;

namespace OneVisit.Browser.Tests;

/// <summary>Every page for everybody: axe finds nothing, nothing is cut off on a phone, both languages, light and dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LookTests(BrowserCity city)
{
    [BrowserTheory]
    [InlineData("", "zh-CN", "light")]
    [InlineData("", "en", "dark")]
    [InlineData("staff", "zh-CN", "light")]
    [InlineData("staff", "en", "dark")]
    [InlineData("verify", "zh-CN", "light")]
    [InlineData("verify/AAAAA-AAAAA-AAAAA-AAAAA", "en", "dark")]
    [InlineData("demo", "zh-CN", "light")]
    [InlineData("demo", "en", "dark")]
    [InlineData("demo/clock", "zh-CN", "light")]
    [InlineData("demo/clock", "en", "dark")]
    public void A_page_is_for_everybody(string path, string language, string colours)
    {
        using var page = new Page(new Uri(city.PublicUrl, $"{path}?lang={language}"), 390, colours);
        page.Until("its words", () => page.Words.Trim().Length > 20);
        page.Until("its chat, where it has one", () => path.Length > 0 || page.Shows("「一次办好」") || page.Shows("OneVisit"));

        Assert.Equal("", string.Join("\n", page.Barriers(AxeFile)));
        Assert.True(page.Width <= 390, $"The page is {page.Width} px wide.");
    }

    [BrowserFact]
    public void A_conversation_with_cards_is_for_everybody()
    {
        using var resident = new Resident(city.PublicUrl);
        resident.TellsAndAnswers().Applies();

        Assert.Equal("", string.Join("\n", resident.Page.Barriers(AxeFile)));
        Assert.True(resident.Page.Width <= 390, $"The page is {resident.Page.Width} px wide.");
    }

    [BrowserFact]
    public async Task A_page_that_confirms_a_paper_is_for_everybody()
    {
        using var resident = new Resident(city.PublicUrl);
        var code = await city.CodeOfReceiptAsync(resident.TellsAndAnswers().Applies());

        foreach (var (language, colours, said) in new[] { ("zh-CN", "light", "这份文书是真的"), ("en", "dark", "This paper is genuine") })
        {
            using var page = new Page(new Uri(city.PublicUrl, $"verify/{code}?lang={language}"), 390, colours);
            page.Until("what it says", () => page.Words.Contains(said, StringComparison.Ordinal));
            Assert.Equal("", string.Join("\n", page.Barriers(AxeFile)));
            Assert.True(page.Width <= 390, $"The page is {page.Width} px wide.");
        }
    }

    [BrowserFact]
    public void A_desk_with_a_task_is_for_everybody()
    {
        using var resident = new Resident(city.PublicUrl);
        var caseId = resident.TellsAndAnswers().Applies();
        using var desk = new Page(city.Staff, 1280);
        desk.PressWith("史建国").Hear("我的待办").OpenTask(caseId, null);

        Assert.Equal("", string.Join("\n", desk.Barriers(AxeFile)));
    }

    [BrowserFact]
    public void A_resident_without_a_mouse_gets_along()
    {
        using var page = new Page(city.PublicUrl, 390);
        page.Hear("您好");

        page.Keys("\t").Focused("直接到对话");
        page.TabTo("写下您家遇到的事").Keys("家里钱不够用\n").Hear("户口在新泰吗");
        page.TabTo("农村户口").Keys("\n").Hear("有几口人");
    }

    [BrowserFact]
    public void Letters_grow_at_a_press_and_stay_large()
    {
        using var page = new Page(city.PublicUrl, 390);
        page.Hear("您好");
        page.Press("A+").Until("larger letters", () => page.TextSize == 22);

        page.Leave();
        page.Return();

        page.Until("the letters chosen before", () => page.TextSize == 22);
    }

    [BrowserFact]
    public void English_is_one_press_away()
    {
        using var page = new Page(city.PublicUrl, 390);
        page.Hear("您好");

        page.Follow("English");

        page.Hear("Hello, this is OneVisit").Say("My husband died and my wages as a cleaner are not enough").Hear("Did I get that right?");
    }

    private static string AxeFile => Path.Combine(NpmPackages.AxeFolder, "axe.min.js");
}
