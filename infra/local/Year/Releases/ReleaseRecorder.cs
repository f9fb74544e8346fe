using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneVisit.Domain.Cases;
using OneVisit.Functions;
using OneVisit.Functions.Cases;
using OneVisit.Local.DurableTask.Inspection;
using OneVisit.Local.Year.Books;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Releases;

/// <summary>
/// Keeps what a release leaves behind in a running city, for the tests of later ones: a waiting process of every shape that comes by in the year, and
/// journals that have every kind of event and act between them.
/// </summary>
public sealed class ReleaseRecorder(YearCity city)
{
    public const string Histories = "histories.jsonl";
    public const string Journals = "journals.jsonl";

    private static readonly JsonSerializerOptions Json = new(JournalJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, RecordedHistory> shapes = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Func<Microsoft.DurableTask.TaskOrchestrationContext, Task<object?>>> orchestrators = Orchestrators.Of(typeof(BackOffice).Assembly);

    /// <summary>Looks at what waits now and keeps what has a shape not seen before.</summary>
    public void Look()
    {
        foreach (var recorded in city.Services.GetRequiredService<OrchestrationInspector>().Recordings())
            shapes.TryAdd(ShapeOf(recorded), recorded);
    }

    public async Task WriteAsync(YearBooks books, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync(Path.Combine(folder, Histories), shapes.Values.Select(WithWaits), stop);
        await WriteAsync(Path.Combine(folder, Journals), Cover([.. books.Files]).Select(file => RecordedJournal.Of(file.Current, file.Entries)), stop);
    }

    public static IEnumerable<T> Read<T>(string file) => File.ReadLines(file).Select(line => JsonSerializer.Deserialize<T>(line, Json)!);

    private RecordedHistory WithWaits(RecordedHistory recorded) =>
        HistoryReplay.Of(recorded, orchestrators[recorded.Name], city.Services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value) is ReplayFinding.Waits waits
            ? recorded with { Awaits = waits.For }
            : throw new InvalidOperationException($"{recorded.Name} {recorded.Id} does not wait where it was recorded.");

    // Kinds and names, whosever case it is.
    private static string ShapeOf(RecordedHistory recorded) => string.Join(
        '\n', recorded.History.Select(happened => $"{happened.Kind} {happened.Name?.Replace(recorded.Id, "", StringComparison.Ordinal)} {TasksIn(happened)}").Prepend(recorded.Name));

    // A turn says which tasks are open: what the process waits for next.
    private static string TasksIn(RecordedEvent happened)
    {
        if (happened is not { Kind: "ActivityCompleted", Data: { } data })
            return "";
        using var turn = JsonDocument.Parse(data);
        return turn.RootElement.ValueKind != JsonValueKind.Object ? "" : string.Join(
            ' ', turn.RootElement.EnumerateObject().Select(property => property.Value.ValueKind == JsonValueKind.Array ? property.Value.GetRawText() : property.Value.ValueKind.ToString()));
    }

    // As few as tell of everything, the long ones first.
    private static IEnumerable<CaseFile> Cover(CaseFile[] files)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderByDescending(file => file.Entries.Select(KindOf).Distinct().Count()).ThenBy(file => file.CaseId, StringComparer.Ordinal))
        {
            if (file.Entries.Select(KindOf).Count(kind => !seen.Contains(kind)) == 0)
                continue;
            seen.UnionWith(file.Entries.Select(KindOf));
            yield return file;
        }
    }

    private static string KindOf(Entry entry) => entry.Event is TaskDone done ? $"{done.Type} {done.Act.Name}" : entry.Event.Type;

    private static Task WriteAsync<T>(string file, IEnumerable<T> lines, CancellationToken stop) => File.WriteAllLinesAsync(file, lines.Select(line => JsonSerializer.Serialize(line, Json)), stop);
}
