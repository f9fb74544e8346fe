using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding;

/// <summary>
/// A file of patterns beside this one. Plain expressions that anybody can read and contest. Repetitions in them are bounded, as is the text they read,
/// so that no message can keep a turn busy; a second is the backstop.
/// </summary>
internal sealed class PatternFile
{
    private readonly JsonElement root;

    private PatternFile(JsonElement root) => this.root = root;

    public static PatternFile Open(string name)
    {
        using var file = typeof(PatternFile).Assembly.GetManifestResourceStream($"understanding/{name}.json")!;
        return new PatternFile(JsonDocument.Parse(file).RootElement);
    }

    public Regex One(params ReadOnlySpan<string> path) => Compile(At(path).GetString()!);

    public string Text(params ReadOnlySpan<string> path) => At(path).GetString()!;

    /// <summary>Named patterns in the order of the file.</summary>
    public ImmutableArray<KeyValuePair<string, Regex>> List(params ReadOnlySpan<string> path) =>
        [.. At(path).EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, Compile(entry.Value.GetString()!)))];

    public FrozenDictionary<string, Regex> Map(params ReadOnlySpan<string> path) => List(path).ToFrozenDictionary(StringComparer.Ordinal);

    public ImmutableArray<Regex> Row(params ReadOnlySpan<string> path) => [.. Texts(path).Select(Compile)];

    public ImmutableArray<string> Texts(params ReadOnlySpan<string> path) => [.. At(path).EnumerateArray().Select(entry => entry.GetString()!)];

    public FrozenDictionary<string, string> Names(params ReadOnlySpan<string> path) =>
        At(path).EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal);

    public FrozenDictionary<string, decimal> Numbers(params ReadOnlySpan<string> path) =>
        At(path).EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => entry.Value.GetDecimal(), StringComparer.Ordinal);

    public IEnumerable<JsonElement> Lines(params ReadOnlySpan<string> path) => At(path).EnumerateArray();

    // Interpreted: building automata (NonBacktracking) or code (Compiled) for a hundred patterns takes seconds at the start and saves microseconds later.
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private JsonElement At(ReadOnlySpan<string> path)
    {
        var at = root;
        foreach (var name in path) at = at.GetProperty(name);
        return at;
    }
}
