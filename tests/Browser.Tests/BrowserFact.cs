namespace OneVisit.Browser.Tests;

/// <summary>A fact that needs chromium and chromedriver; where they are missing it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Missing is { } missing) Skip = $"{missing} is not installed on this machine.";
    }
}

/// <summary>The same for a test that runs once per row.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Missing is { } missing) Skip = $"{missing} is not installed on this machine.";
    }
}
