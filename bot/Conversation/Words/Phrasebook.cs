using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OneVisit.Domain;

namespace OneVisit.Conversation.Words;

/// <summary>The words of one language, read once; looking one up costs an array access.</summary>
internal sealed class Phrasebook
{
    private readonly CompositeFormat[] phrases;
    private readonly FrozenDictionary<string, FrozenDictionary<string, CompositeFormat>> names;

    private Phrasebook(Language language)
    {
        Language = language;
        using var file = typeof(Phrasebook).Assembly.GetManifestResourceStream($"words/{language.Code()}.json")!;
        using var json = JsonDocument.Parse(file);
        var texts = json.RootElement.GetProperty("phrases");
        phrases = [.. Enum.GetNames<Phrase>().Select(name => CompositeFormat.Parse(texts.GetProperty(name).GetString()!))];
        names = json.RootElement.GetProperty("names").EnumerateObject().ToFrozenDictionary(group => group.Name, group => Group(group.Value));
    }

    public static Phrasebook Chinese { get; } = new(Language.Chinese);

    public static Phrasebook English { get; } = new(Language.English);

    public Language Language { get; }

    public static Phrasebook Of(Language language) => language == Language.English ? English : Chinese;

    public string this[Phrase phrase] => phrases[(int)phrase].Format;

    public string this[Phrase phrase, object argument] => Text(phrases[(int)phrase], [argument]);

    public string this[Phrase phrase, params ReadOnlySpan<object?> arguments] => Text(phrases[(int)phrase], arguments);

    /// <summary>A word of a group, such as a stage or an event; <c>null</c> when the book has none for it.</summary>
    public string? Name(string group, string code, params ReadOnlySpan<object?> arguments) =>
        names[group].TryGetValue(code, out var format) ? Text(format, arguments) : null;

    /// <summary>A word of a group, or the code itself for one that is newer than the book. It came from elsewhere, so it stays text.</summary>
    public string NameOr(string group, string code) => Name(group, code) ?? Markdown.Escape(code);

    public string Yuan(decimal amount) => Name("format", "yuan", amount.ToString("#,##0.##", CultureInfo.InvariantCulture))!;

    /// <summary>So many people, as a language that knows a plural counts them.</summary>
    public string People(decimal count) => Name("format", count == 1 ? "person" : "people", count.ToString(CultureInfo.InvariantCulture))!;

    /// <summary>As a line begins: with a capital where the script has them.</summary>
    public static string Opening(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>A day with its weekday.</summary>
    public string Day(DateOnly day) => Dated("day", day.ToDateTime(TimeOnly.MinValue));

    /// <summary>A day with its year, for days far away.</summary>
    public string FarDay(DateOnly day) => Dated("day-with-year", day.ToDateTime(TimeOnly.MinValue));

    public string Month(DateOnly day) => Dated("month", day.ToDateTime(TimeOnly.MinValue));

    /// <summary>Day and time in Beijing.</summary>
    public string Moment(DateTimeOffset instant) => Dated("moment", instant.ToOffset(Domain.Calendars.BeijingTime.Offset).DateTime);

    /// <summary>Stages by their names.</summary>
    public IEnumerable<string> Stages(IEnumerable<string> stages) => stages.Select(stage => NameOr("stage", stage));

    public string And(IEnumerable<string> words) => string.Join(Name("format", "and"), words);

    public string List(IEnumerable<string> words) => string.Join(Name("format", "list"), words);

    /// <summary>Something with a remark behind it in brackets.</summary>
    public string Aside(string what, string? remark) => string.IsNullOrEmpty(remark) ? what : this[Phrase.Aside, what, remark];

    private string Dated(string format, DateTime at) => Name(
        "format", format, at.Year, at.Month, at.Day, NameOr("weekday", ((int)at.DayOfWeek).ToString(CultureInfo.InvariantCulture)),
        at.Hour, at.Minute, CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(at.Month))!;

    private static string Text(CompositeFormat format, ReadOnlySpan<object?> arguments) =>
        format.MinimumArgumentCount == 0 ? format.Format : string.Format(CultureInfo.InvariantCulture, format, arguments);

    private static FrozenDictionary<string, CompositeFormat> Group(JsonElement group) =>
        group.EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => CompositeFormat.Parse(entry.Value.GetString()!));
}
