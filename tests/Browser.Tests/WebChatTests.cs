using OpenQA.Selenium;

namespace OneVisit.Browser.Tests;

/// <summary>Microsoft's Web Chat against the local channel: what the product's own pages do not show.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WebChatTests
{
    [BrowserFact]
    public async Task After_a_cut_line_the_page_shows_what_was_said_meanwhile()
    {
        await using var echo = await EchoPage.OpenAsync();
        echo.Page.Hear("welcome dl_zhang").Say("before").Hear("echo: before");

        echo.Cut();
        await echo.NotifyAsync("while cut");

        echo.Page.Hear("while cut").Say("after").Hear("echo: after");
    }

    [BrowserFact]
    public async Task A_card_that_was_answered_changes_in_its_place()
    {
        await using var echo = await EchoPage.OpenAsync();
        echo.Page.Hear("welcome dl_zhang").Say("adaptive").Hear("undecided");

        echo.Page.Press("Approve").Hear("approved");

        Assert.False(echo.Page.Shows("undecided"));
        Assert.Single(echo.Page.Browser.FindElements(By.CssSelector(".ac-adaptiveCard")));
    }

    [BrowserFact]
    public async Task A_message_that_was_withdrawn_is_gone()
    {
        await using var echo = await EchoPage.OpenAsync();
        echo.Page.Hear("welcome dl_zhang").Say("card").Hear("card: open");

        echo.Page.Say("delete").Until("the card gone", () => !echo.Page.Shows("card: open"));
    }

    [BrowserFact]
    public async Task The_bot_is_seen_typing()
    {
        await using var echo = await EchoPage.OpenAsync();

        echo.Page.Hear("welcome dl_zhang").Say("typing");

        echo.Page.Find(By.CssSelector(".webchat__typing-indicator"));
    }

    [BrowserFact]
    public async Task Files_reach_the_bot_together()
    {
        await using var echo = await EchoPage.OpenAsync();
        using var first = new SamplePhoto();
        using var second = new SamplePhoto();
        var size = new FileInfo(first.Path).Length;

        echo.Page.Hear("welcome dl_zhang").Upload(first.Path, second.Path);

        echo.Page.Hear($"2 files, first {size} bytes");
    }

    [BrowserFact]
    public async Task A_button_may_make_an_invoke()
    {
        await using var echo = await EchoPage.OpenAsync();
        echo.Page.Hear("welcome dl_zhang").Say("invoke").Hear("undecided");

        echo.Page.Press("Approve").Hear("approved").Until("the question gone", () => !echo.Page.Shows("undecided"));
    }
}
