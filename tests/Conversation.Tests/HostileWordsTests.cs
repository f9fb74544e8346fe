using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Tests;

/// <summary>Whatever people type stays text on everybody else's screen: no link, no picture that is fetched, no button, no template, nothing read backwards.</summary>
public sealed partial class HostileWordsTests
{
    private const string Mark = "zzhostile";

    private static readonly string[] OfPeople = [CardKeys.Second, CardKeys.Present, CardKeys.Recused];

    public static TheoryData<string> Corpus =>
    [
        "[点这里](https://evil.example/" + Mark + ")",
        "![x](https://evil.example/" + Mark + ".png)",
        "[x](javascript:alert('" + Mark + "'))",
        "[x]: https://evil.example/" + Mark + "\n[x]",
        "<img src=https://evil.example/" + Mark + ">",
        "<https://evil.example/" + Mark + ">",
        "${" + Mark + "}",
        "{{DATE(2026-01-01T00:00:00Z, SHORT)}}" + Mark,
        "**" + Mark + "** __" + Mark + "__ `" + Mark + "` ~~" + Mark + "~~",
        "# " + Mark + "\n- " + Mark + "\n1. " + Mark + "\n> " + Mark,
        "\"},{\"type\":\"Action.OpenUrl\",\"url\":\"https://evil.example/" + Mark + "\"}",
        "\u202E" + Mark + "\u2066\u200F",
        "\\[x\\](https://evil.example/" + Mark + ")",
        "\r\n\u001b[31m" + Mark,
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void On_the_card_of_a_task_it_stays_text(string words)
    {
        foreach (var acts in new string[][] { [ActNames.Collected], [ActNames.Surveyed], [ActNames.Appraised], [ActNames.Verified], [ActNames.Refuse, ActNames.Return, ActNames.Approve], [ActNames.Filed] })
        {
            var task = Hostile<TaskView>(words) with { CaseId = "XT261124-AB12CD", About = "XT261124-AB12CD", TaskId = "decide-r1", Kind = "decide", Actions = acts, Result = null, Paused = null };
            Harmless(TaskCard.Of(Phrasebook.Of(Language.Chinese), task, new Uri("https://city.example/staff/papers/")));
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void On_a_card_that_is_done_it_stays_text(string words)
    {
        var task = Hostile<TaskView>(words) with { CaseId = "XT261124-AB12CD", TaskId = "decide-r1", Kind = "decide", Actions = [] };
        Harmless(TaskCard.Of(Phrasebook.Of(Language.English), task, null));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void In_a_notice_to_a_household_it_stays_text(string words)
    {
        foreach (var kind in NoticeKinds.All)
        {
            var talk = Journeys.ToSummary().Presses("提交申请").IsTold(
                kind, ("reason", words), ("items", words), ("codes", "M07"), ("law", words), ("who", words), ("place", words), ("found", $"vehicle\t{words}\t{words}\tvehicle\t2026-10-31"), ("zh", words),
                ("due", words), ("from", words), ("cause", words), ("role", words), ("next", words), ("done", words), ("until", "2026-11-27"));
            Assert.All(talk.LastSays.OfType<Say.Words>(), said => Harmless(JsonValue.Create(said.Text)));
        }
    }

    [Fact]
    public void Escaped_words_hold_no_sign_that_Markdown_reads() => Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\\`*_{}[]()#+-!|~$<>&\u202E\u2066\u200F\n\r\t"]), 0, 40].Sample(
        words => !Readable().IsMatch(Markdown.Escape(words)) && !Turning().IsMatch(Markdown.Escape(words)));

    private static void Harmless(JsonNode? card)
    {
        foreach (var (key, text) in Texts(card, ""))
        {
            // What is typed into a box, pressed as data, or drawn without Markdown is text anyway.
            if (!text.Contains(Mark, StringComparison.Ordinal) || key is "value" or "data" or "TextRun" or "title" or "placeholder" or "speak" or "id") continue;
            Assert.False(text.Contains('\u001b') || Turning().IsMatch(text), $"{key}: {text}");
            Assert.False(Regex.IsMatch(text, @"(?<!\\)\]\((?!https://city\.example/)|(?<!\\)!\[|<\w|(?<!\\)\$\{|(?<!\\)\{\{|(?<!\\)\*\*\s?" + Mark), $"{key}: {text}");
        }
        foreach (var action in Objects(card).Where(node => node["type"]?.ToString() is "Action.OpenUrl"))
            Assert.StartsWith("https://city.example/", action["url"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Objects(card), node => node["type"]?.ToString() == "Image" && node["url"]!.ToString().Contains("evil", StringComparison.Ordinal));
    }

    // Names of papers and reasons to choose from are the catalogue's; those of people were typed, and stand beside boxes to tick as Markdown.
    private static IEnumerable<(string Key, string Text)> Texts(JsonNode? node, string key) => node switch
    {
        JsonObject choice when choice["type"]?.ToString() == "Input.ChoiceSet" => OfPeople.Any(id => choice["id"]!.ToString().StartsWith(id, StringComparison.Ordinal))
            ? choice["choices"]!.AsArray().Select(one => ("choice", one!["title"]!.ToString())) : [],
        JsonObject part => part.Where(entry => entry.Key != "data").SelectMany(entry => Texts(entry.Value, part["type"]?.ToString() == "TextRun" ? "TextRun" : part["title"] is not null && part["value"] is not null && part["type"] is null ? "fact" : entry.Key)),
        JsonArray parts => parts.SelectMany(part => Texts(part, key)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(key, text)],
        _ => [],
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(entry => Objects(entry.Value)).Append(part),
        JsonArray parts => parts.SelectMany(Objects),
        _ => [],
    };

    // A record with these words wherever words can be.
    private static T Hostile<T>(string words) => (T)Make(typeof(T), words, 0)!;

    private static object? Make(Type type, string words, int depth)
    {
        if (type == typeof(string)) return words;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner, words, depth);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 11, 27);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 11, 27, 1, 0, 0, TimeSpan.Zero);
        if (type.IsValueType && !type.IsGenericType) return type.IsEnum ? Enum.GetValues(type).GetValue(0) : Activator.CreateInstance(type);
        if (type.IsGenericType && type.GetGenericArguments() is [var item] && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var only = Make(item, words, depth + 1);
            var list = Array.CreateInstance(item, only is null ? 0 : 1);
            if (only is not null) list.SetValue(only, 0);
            return type.IsAssignableFrom(list.GetType()) ? list : typeof(ImmutableArray).GetMethods().First(made => made.Name == "ToImmutableArray" && made.GetParameters()[0].ParameterType.Name == "IEnumerable`1").MakeGenericMethod(item).Invoke(null, [list]);
        }
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return depth > 5 || type.IsAbstract || type.IsArray ? null
            : type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(made => made.GetParameters().Length).First() is var constructor
                ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, words, depth + 1))]) : null;
    }

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[\[\]()*_`{}!$~|]|<|>")]
    private static partial Regex Readable();

    [GeneratedRegex("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turning();
}
