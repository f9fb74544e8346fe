using OneVisit.Contracts;

namespace OneVisit.Bot.Safekeeping;

/// <summary>What was typed into a form, with what is wrong about it.</summary>
/// <param name="Form">Which of the forms of a page it is; empty: none was sent.</param>
internal sealed record Draft(string Form, IReadOnlyDictionary<string, string> Typed)
{
    private const int Longest = 2000;

    /// <summary>What is wrong, by field; under the empty name what is wrong with all of it.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    public static Draft None { get; } = new("", new Dictionary<string, string>());

    public static async Task<Draft> ReadAsync(HttpRequest request, string form, CancellationToken stop) =>
        new(form, (await request.ReadFormAsync(stop)).ToDictionary(field => field.Key, field => Cut(field.Value.ToString()), StringComparer.Ordinal));

    public string this[string field] => Typed.GetValueOrDefault(field, "");

    /// <summary>As it is sent on; <c>null</c>: nothing was typed.</summary>
    public string? OrNull(string field) => this[field].Trim() is { Length: > 0 } typed ? typed : null;

    public Draft Wrong(string field, string sentence) => this with { Errors = new Dictionary<string, string[]> { [field] = [sentence] } };

    /// <summary>What the back office said; a field that the form does not have is told above it.</summary>
    public Draft Wrong(Problem problem) => problem.Errors is { Count: > 0 } errors ? this with { Errors = errors } : Wrong("", problem.Detail ?? problem.Title);

    /// <summary>Never prints what was written.</summary>
    public override string ToString() => nameof(Draft);

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}
