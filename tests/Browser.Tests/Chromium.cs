using System.Drawing;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace OneVisit.Browser.Tests;

/// <summary>Headless chromium.</summary>
public static class Chromium
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>What is missing, or <c>null</c> when a browser can be driven.</summary>
    public static string? Missing => Find(Browsers) is null ? "chromium" : Find(["chromedriver"]) is null ? "chromedriver" : null;

    /// <param name="profile">The folder in which it keeps what it remembers.</param>
    /// <param name="width">Width of the page in CSS pixels.</param>
    public static ChromeDriver Open(string profile, int width, int height = 844)
    {
        var options = new ChromeOptions { BinaryLocation = Find(Browsers)! };
        options.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", $"--user-data-dir={profile}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var driver = Find(["chromedriver"])!;
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver));
        service.SuppressInitialDiagnosticInformation = true;
        var browser = new ChromeDriver(service, options, TimeSpan.FromSeconds(60));
        // Headless windows are never narrower than 500 px; a phone's width is set on the device itself.
        browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
        {
            ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false,
        });
        return browser;
    }

    private static string? Find(IEnumerable<string> names) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
