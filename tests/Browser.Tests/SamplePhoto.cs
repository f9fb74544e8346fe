namespace OneVisit.Browser.Tests;

/// <summary>A picture of one white pixel in a file.</summary>
internal sealed class SamplePhoto : IDisposable
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

    public SamplePhoto() => File.WriteAllBytes(Path, Convert.FromBase64String(Png));

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"onevisit-{Guid.NewGuid():n}.png");

    public void Dispose() => File.Delete(Path);
}
