using OneVisit.Catalogue.Understanding;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Tests.Understanding;

/// <summary>The reception desk as the city opens it, once for all tests, and the lines it is examined with.</summary>
internal static class Desk
{
    private static readonly Lazy<Reception> Opened = new(() => CityReception.Open(CityCatalogue.Load().Services));

    public static Reception Open => Opened.Value;

    /// <summary>Lines of a label, a tab and an utterance.</summary>
    public static IEnumerable<(string Label, string Said)> Lines(string file)
    {
        using var reader = new StreamReader(typeof(Desk).Assembly.GetManifestResourceStream($"Understanding/{file}")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var label, var said]) yield return (label, said);
        }
    }
}
