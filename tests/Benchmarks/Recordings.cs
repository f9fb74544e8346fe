using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Local.Year.Releases;

namespace OneVisit.Benchmarks;

/// <summary>What earlier releases left behind.</summary>
internal static class Recordings
{
    public static IEnumerable<ImmutableArray<Entry>> Journals() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recorded"), ReleaseRecorder.Journals, SearchOption.AllDirectories)
        .SelectMany(file => ReleaseRecorder.Read<RecordedJournal>(file)).Select(recorded => recorded.Read());
}
