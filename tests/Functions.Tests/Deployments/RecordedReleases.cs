using System.Text.Json;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Local.Year.Releases;

namespace OneVisit.Functions.Tests.Deployments;

/// <summary>What earlier releases left behind in running cities: <c>Recorded/{release}</c>, written by <c>year --record</c> and never changed since.</summary>
internal static class RecordedReleases
{
    // As the worker is configured in a city.
    public static JsonSerializerOptions Wire { get; } = new() { PropertyNameCaseInsensitive = true };

    public static IEnumerable<string> All => Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static RecordedHistory[] HistoriesOf(string release) => [.. ReleaseRecorder.Read<RecordedHistory>(Path.Combine(Folder, release, ReleaseRecorder.Histories))];

    public static RecordedJournal[] JournalsOf(string release) => [.. ReleaseRecorder.Read<RecordedJournal>(Path.Combine(Folder, release, ReleaseRecorder.Journals))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Deployments", "Recorded");
}
