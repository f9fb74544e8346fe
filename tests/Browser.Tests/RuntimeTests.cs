using OneVisit.Local.Azurite;

namespace OneVisit.Browser.Tests;

/// <summary>The operators' pages as an operator uses them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RuntimeTests(BrowserCity city)
{
    [BrowserTheory]
    [InlineData("runtime?", "zh-CN", "light")]
    [InlineData("runtime?", "en", "dark")]
    [InlineData("runtime/instance?id=look-1&", "zh-CN", "dark")]
    [InlineData("runtime/instance?id=look-1&", "en", "light")]
    public async Task A_page_with_something_on_it_is_for_everybody(string path, string language, string colours)
    {
        await city.StartBrokenAsync("look-1");
        using var page = new Page(new Uri(city.PublicUrl, $"{path}lang={language}"), 390, colours);
        page.Hear("look-1").Hear("CaseProcess");

        Assert.Equal("", string.Join("\n", page.Barriers(AxeFile)));
        Assert.True(page.Width <= 390, $"The page is {page.Width} px wide.");
    }

    [BrowserFact]
    public async Task An_operator_finds_an_instance_and_ends_it()
    {
        await city.StartBrokenAsync("find-1");
        await city.StartBrokenAsync("find-2");
        using var page = new Page(new Uri(city.PublicUrl, "runtime?lang=zh-CN"), 1280);

        page.Fill("编号开头", "find-1").Press("查找").Hear("共 1 个").Follow("find-1");
        page.Press("终止").Hear("终止这个流程吗").Press("终止").Hear("已终止。").Hear("清除记录");
    }

    [BrowserFact]
    public async Task Who_thinks_better_of_it_ends_nothing()
    {
        await city.StartBrokenAsync("keep-1");
        using var page = new Page(new Uri(city.PublicUrl, "runtime/instance?id=keep-1&lang=en"), 1280);

        page.Press("Terminate").Hear("Terminate this orchestration?").Press("No, go back").Press("Refresh").Hear("Refreshed.");

        Assert.True(page.Shows("Running"));
    }

    [BrowserFact]
    public async Task The_course_is_drawn_and_stands_in_a_table_too()
    {
        await city.StartBrokenAsync("draw-1");
        using var page = new Page(new Uri(city.PublicUrl, "runtime/instance?id=draw-1&lang=en"), 1280);
        page.Hear("AdvanceCase");

        Assert.Equal(
            (long)page.Browser.ExecuteScript("return document.querySelectorAll('#gantt rect, #gantt path').length")!,
            (long)page.Browser.ExecuteScript("return document.querySelectorAll('#steps tr').length")!);
    }

    private static string AxeFile => Path.Combine(NpmPackages.AxeFolder, "axe.min.js");
}
