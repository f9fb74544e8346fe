using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace OneVisit.Browser.Tests;

/// <summary>A page with Web Chat on it, used as a person would.</summary>
public sealed class Page : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Page(Uri address, int width)
    {
        Browser = Chromium.Open(width);
        Browser.Navigate().GoToUrl(address);
    }

    public ChromeDriver Browser { get; }

    /// <summary>All that can be read on the page now.</summary>
    public string Words => (string)Browser.ExecuteScript("return document.body.innerText")!;

    public void Say(string words)
    {
        var box = Find(By.CssSelector("[data-id='webchat-sendbox-input'], .webchat__send-box-text-box__input, form textarea, form input[type=text]"));
        box.SendKeys(words + Keys.Enter);
    }

    /// <summary>Presses the last button that shows these words.</summary>
    public void Press(string words)
    {
        var pressed = Until($"a button 「{words}」", () => (bool)Browser.ExecuteScript("""
            const buttons = [...document.querySelectorAll('button, [role=button], input[type=submit]')]
              .filter(button => !button.disabled && button.getAttribute('aria-disabled') !== 'true' && button.getClientRects().length > 0 && (button.innerText || button.value || '').includes(arguments[0]));
            const button = buttons.at(-1);
            if (!button) return false;
            button.scrollIntoView({ block: 'center' });
            button.click();
            return true;
            """, words)!);
        if (!pressed) throw new InvalidOperationException(words);
    }

    public void Hear(string words) => Until($"the words 「{words}」", () => Words.Contains(words, StringComparison.Ordinal));

    public IWebElement Find(By by)
    {
        IWebElement? found = null;
        Until(by.ToString(), () => (found = Browser.FindElements(by).FirstOrDefault(element => element.Displayed)) is not null);
        return found!;
    }

    public bool Until(string what, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                if (condition()) return true;
            }
            catch (WebDriverException) when (!patience.IsCancellationRequested)
            {
                // The page was being drawn anew; look again.
            }
            if (patience.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100)))
                throw new TimeoutException($"The page did not show {what} in time. It shows:\n{Words}");
        }
    }

    public void Picture(string path) => Browser.GetScreenshot().SaveAsFile(path);

    public void Dispose() => Browser.Quit();
}
