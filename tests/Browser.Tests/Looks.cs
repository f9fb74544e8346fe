using OneVisit.Local.Azurite;

namespace OneVisit.Browser.Tests;

/// <summary>Looks at a page as those do who see it badly: no barrier of WCAG, nothing beyond its edge; and takes a picture where one is asked for.</summary>
internal static class Looks
{
    public static void Look(this Page page, string name, int width = 390)
    {
        if (Environment.GetEnvironmentVariable("ONEVISIT_PICTURES") is { Length: > 0 } folder)
            page.Picture(Path.Combine(folder, name + ".png"));
        Assert.Equal("", string.Join("\n", page.Barriers(Path.Combine(NpmPackages.AxeFolder, "axe.min.js"))));
        Assert.True(page.Width <= width, $"The page is {page.Width} px wide.");
    }
}
