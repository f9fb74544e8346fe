using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Interactions;
using OneVisit.Support;

namespace OneVisit.Browser.Tests;

/// <summary>A page with Web Chat on it, used as a person would.</summary>
public sealed class Page : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="colours"><c>light</c> or <c>dark</c>: what the person's device prefers.</param>
    public Page(Uri address, int width, string colours = "light")
    {
        Browser = Chromium.Open(_profile.Path, width);
        Browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
        {
            ["features"] = new[] { new Dictionary<string, object?> { ["name"] = "prefers-color-scheme", ["value"] = colours } },
        });
        Browser.Navigate().GoToUrl(address);
    }

    private static readonly By SendBox = By.CssSelector("[data-id='webchat-sendbox-input']");

    private readonly TemporaryFolder _profile = new();
    private string? _left;

    public ChromeDriver Browser { get; }

    /// <summary>All that can be read on the page now.</summary>
    public string Words => (string)Browser.ExecuteScript("return document.body.innerText")!;

    public Page Say(string words)
    {
        Find(SendBox).SendKeys(words + OpenQA.Selenium.Keys.Enter);
        return this;
    }

    /// <summary>Presses the last button that is called so.</summary>
    public Page Press(string name) => Press(name, whole: true);

    /// <summary>Presses the last button that has these words on it.</summary>
    public Page PressWith(string words) => Press(words, whole: false);

    public Page Hear(string words)
    {
        Until($"the words 「{words}」", () => Shows(words));
        return this;
    }

    public bool Shows(string words) => Words.Contains(words, StringComparison.Ordinal);

    /// <summary>Writes into the last field with this label.</summary>
    public Page Fill(string label, string words)
    {
        var field = Field(label);
        field.Clear();
        field.SendKeys(words);
        return this;
    }

    public Page Tick(string label)
    {
        var box = Field(label);
        // By keyboard: nothing that floats above the card gets in the way.
        if (!box.Selected) box.SendKeys(OpenQA.Selenium.Keys.Space);
        return this;
    }

    /// <summary>Takes an answer of the last list, or of the last row of round buttons, with this label.</summary>
    public Page Choose(string label, string choice)
    {
        var field = Field(label);
        if (field.TagName == "select") field.FindElements(By.TagName("option")).Single(option => option.Text == choice).Click();
        else Field(choice).SendKeys(OpenQA.Selenium.Keys.Space);
        return this;
    }

    /// <summary>Sends files as the paper clip does.</summary>
    public Page Upload(params string[] files)
    {
        Until("the paper clip", () => Browser.FindElements(By.CssSelector("[class*=webchat] input[type=file]")).Count > 0);
        Browser.FindElement(By.CssSelector("[class*=webchat] input[type=file]")).SendKeys(string.Join('\n', files));
        return this;
    }

    /// <summary>Presses a task in the list beside the conversation and waits for its card to be the last one.</summary>
    /// <param name="kind">What the list calls the task; <c>null</c>: whichever there is of the case.</param>
    public void OpenTask(string caseId, string? kind)
    {
        Until($"the task {kind} of {caseId}", () => (bool)Browser.ExecuteScript("""
            const task = [...document.querySelectorAll('.task')].find(each => each.innerText.includes(arguments[0]) && each.innerText.includes(arguments[1] ?? ''));
            if (!task) { document.getElementById('refresh')?.click(); return false; }
            window.cardsBefore = document.querySelectorAll('.ac-adaptiveCard').length;
            task.click();
            return true;
            """, caseId, kind)!);
        Until($"the card of {caseId}", () => (bool)Browser.ExecuteScript("""
            const cards = [...document.querySelectorAll('.ac-adaptiveCard')];
            return cards.length > window.cardsBefore && cards.at(-1).innerText.includes(arguments[0]);
            """, caseId)!);
    }

    /// <summary>Follows the last link of this name, which opens beside, and goes there.</summary>
    public Page Open(string link)
    {
        Until($"the link 「{link}」", () => Browser.FindElements(By.LinkText(link)).Any(each => each.Displayed));
        // By keyboard, as above.
        Browser.FindElements(By.LinkText(link)).Last().SendKeys(OpenQA.Selenium.Keys.Enter);
        Until("another window", () => Browser.WindowHandles.Count > 1);
        Browser.SwitchTo().Window(Browser.WindowHandles[^1]);
        return this;
    }

    /// <summary>Waits until the document is a picture that is drawn.</summary>
    public Page ShowsPicture()
    {
        Until("a picture", () => (bool)Browser.ExecuteScript("return document.images.length === 1 && document.images[0].complete && document.images[0].naturalWidth > 0")!);
        return this;
    }

    /// <summary>How wide the page wants to be, in CSS pixels.</summary>
    public long Width => (long)Browser.ExecuteScript("return document.documentElement.scrollWidth")!;

    /// <summary>Size of ordinary letters, in CSS pixels.</summary>
    public double TextSize => Convert.ToDouble(Browser.ExecuteScript("return parseFloat(getComputedStyle(document.documentElement).fontSize)"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What axe finds against WCAG 2.2 at levels A and AA: rule and place, one line each.</summary>
    public IReadOnlyList<string> Barriers(string axeFile)
    {
        Browser.ExecuteScript(File.ReadAllText(axeFile));
        var found = (IReadOnlyCollection<object>)Browser.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
              .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)} ${node.any.concat(node.all).map(each => each.message).join('; ')}`))), broken => done([String(broken)]));
            """)!;
        return [.. found.Cast<string>()];
    }

    /// <summary>Types on the keyboard, wherever the focus is.</summary>
    public Page Keys(string keys)
    {
        new Actions(Browser).SendKeys(keys).Perform();
        return this;
    }

    /// <summary>Waits until what has the focus is called so.</summary>
    public Page Focused(string name)
    {
        Until($"the focus on 「{name}」", () => FocusedName.Contains(name, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Goes on with the tabulator key to what is called so, or back with shift when the end was reached.</summary>
    public Page TabTo(string name)
    {
        var walked = new List<string>();
        while (FocusedName != name)
        {
            Assert.True(walked.Count < 40, $"The tabulator key does not lead to 「{name}」, but to {string.Join(", ", walked)}.");
            Keys("\t");
            walked.Add(FocusedName);
        }
        return this;
    }

    public Page Follow(string link)
    {
        Find(By.LinkText(link)).Click();
        return this;
    }

    private string FocusedName => (string)Browser.ExecuteScript("""
        const it = document.activeElement;
        return (it?.placeholder || it?.innerText || it?.getAttribute('aria-label') || '').trim();
        """)!;

    public void Leave()
    {
        _left = Browser.Url;
        Browser.Navigate().GoToUrl("about:blank");
    }

    public void Return() => Browser.Navigate().GoToUrl(_left!);

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

    private Page Press(string words, bool whole)
    {
        Until($"a button 「{words}」", () => (bool)Browser.ExecuteScript("""
            const name = button => (button.innerText || button.value || '').trim();
            const buttons = [...document.querySelectorAll('button, [role=button], input[type=submit]')]
              .filter(each => !each.disabled && each.getAttribute('aria-disabled') !== 'true' && each.getClientRects().length > 0)
              .filter(each => arguments[1] ? name(each) === arguments[0] : name(each).includes(arguments[0]));
            // Whoever filled in a card sends that one, whatever came below it meanwhile.
            const button = buttons.findLast(each => window.inHand?.isConnected && window.inHand.contains(each)) ?? buttons.at(-1);
            if (!button) return false;
            window.inHand = null;
            button.scrollIntoView({ block: 'center' });
            button.click();
            return true;
            """, words, whole)!);
        return this;
    }

    private IWebElement Field(string label)
    {
        IWebElement? field = null;
        Until($"the field 「{label}」", () => (field = (IWebElement?)Browser.ExecuteScript("""
            const labels = [...document.querySelectorAll('label')].filter(each => each.getClientRects().length > 0 && each.innerText.includes(arguments[0]));
            const label = labels.findLast(each => window.inHand?.isConnected && window.inHand.contains(each)) ?? labels.at(-1);
            const field = label && document.getElementById(label.htmlFor);
            window.inHand = field?.closest('.ac-adaptiveCard');
            field?.scrollIntoView({ block: 'center' });
            return field;
            """, label)) is not null);
        return field!;
    }

    public void Picture(string path) => Browser.GetScreenshot().SaveAsFile(path);

    public void Dispose()
    {
        Browser.Quit();
        _profile.Dispose();
    }
}
