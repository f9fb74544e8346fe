using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.Dates;
using OneVisit.Conversation.Understanding.People;

namespace OneVisit.Conversation.Tests.Reading;

/// <summary>The labelled list <c>answers.txt</c>, and what the readers make of an answer, written down in its notation.</summary>
internal static class Answers
{
    public static DateOnly Today { get; } = new(2026, 11, 24);

    public static ImmutableArray<(string Question, string Typed, string Meaning)> All { get; } =
    [
        .. File("answers.txt").Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" | ")).Select(parts => (parts[0].Trim(), parts[1].Trim(), parts[2].Trim())),
    ];

    public static ImmutableArray<string> List { get; } = ["高龄津贴", "残疾人护理补贴", "农村低保", "临时救助", "特困供养"];

    public static IEnumerable<string> Questions => All.Select(answer => answer.Question).Distinct();

    public static string Read(string question, string typed)
    {
        var text = PlainInput.Readable(typed);
        return question switch
        {
            "yes-no" => AnswerReader.IsUnsure(text) ? "unsure" : AnswerReader.YesNo(text) switch { true => "yes", false => "no", null => "?" },
            "month" => Money(AnswerReader.Money(text, yearly: false)),
            "year" => Money(AnswerReader.Money(text, yearly: true)),
            "money" => Money(AnswerReader.Money(text, yearly: null)),
            "count" => AnswerReader.Count(text) is { } count ? Text(count) : "?",
            "people-count" => PeopleCounter.Count(text) is { } people ? Text(people.People) : "?",
            "born" => Born(BirthReader.Read(text, Today)),
            "disability" => Disability(DisabilityReader.Read(text)),
            "parent" => Joined(ParentReader.Read(text, Today).Select(Parent)),
            "emergency" => SituationReader.Emergency(text) ?? "?",
            "draws" => SituationReader.Draws(text) is { } drawn ? drawn.IsEmpty ? "none" : string.Join(' ', drawn) : "?",
            "pick" => PickReader.Read(text, List) switch { Picks.Of of => string.Join(' ', of.Entries.Select(entry => entry + 1)), Picks.None => "none", _ => "?" },
            "for-whom" => Acting(ActingReader.Read(text)),
            "for-whom-answer" => Acting(ActingReader.Answer(text)),
            "ground" => Joined(new[] { "underAge", "guardian", "entrusted" }.Where(name => text.Says(name))),
            "people" => Joined(PeopleReader.Read(text, Today).Select(Person)),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };
    }

    private static IEnumerable<string> File(string name)
    {
        using var file = typeof(Answers).Assembly.GetManifestResourceStream($"reading/{name}")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n');
    }

    private static string Money(MoneyAnswer? money) => money is null ? "?" : money.Low == money.High ? Text(money.Low) : $"{Text(money.Low)}..{Text(money.High)}";

    private static string Born(BirthReading? born) => born switch
    {
        BirthReading.Born one => one.Days.ToString(),
        BirthReading.OneOf several => string.Join(" + ", several.Spans),
        _ => "?",
    };

    private static string Acting(ToldActing? told) => told switch
    {
        null => "?",
        { Another: false } => "self",
        { Person: null } => "another",
        _ => told.Word is { } word ? $"{told.Person} {word}" : told.Person,
    };

    private static string Disability(ToldDisability? told) => told switch
    {
        null => "?",
        { Certified: false } => "none",
        { Low: null } => $"{told.Kind ?? "-"} ?",
        _ when told.Low == told.High => $"{told.Kind ?? "-"} {told.Low}",
        _ => $"{told.Kind ?? "-"} {told.Low}..{told.High}",
    };

    private static string Parent(ToldParent told) =>
        $"{told.Who ?? "-"} {string.Join('/', told.Fates)}{(told.Since is { } since ? $" since {since}" : "")}{(told.SentenceMonths is { } months ? $" sentence {months}" : "")}";

    private static string Person(ToldPerson told) => string.Join(
        ' ',
        new[]
        {
            told.Relation, told.Count > 1 ? $"x{told.Count}" : null, told.Born is null ? null : Born(told.Born),
            told.Disability is null ? null : told.Disability is { Kind: null, Low: null } ? "disabled" : Disability(told.Disability),
            told.GravelyIll ? "grave-illness" : null, told.CannotCareForSelf ? "cannot-care" : null, told.Studies ? "studies" : null, told.Died ? "died" : null,
        }.OfType<string>());

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } all ? all : "?";

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
