using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Understanding.People;

/// <summary>How people speak of those they live with, from <c>people.json</c>.</summary>
internal static class PeopleWords
{
    private static readonly PatternFile File = PatternFile.Open("people");

    public static Regex Split { get; } = File.One("split");

    /// <summary>Relations to who speaks, most particular first: 儿媳妇 is no 媳妇.</summary>
    public static ImmutableArray<(string Code, Regex Pattern)> Relations { get; } = [.. File.Lines("relations").Select(line => (line.GetProperty("code").GetString()!, Pattern(line)))];

    public static Regex Both { get; } = File.One("both");
    public static Regex Father { get; } = File.One("father");
    public static Regex Mother { get; } = File.One("mother");
    public static Regex Died { get; } = File.One("died");
    public static Regex GraveIllness { get; } = File.One("graveIllness");
    public static Regex CannotCare { get; } = File.One("cannotCare");
    public static Regex Studies { get; } = File.One("studies");

    /// <summary>What may have become of a parent, by its codes on the wire; of several it has to be asked which.</summary>
    public static ImmutableArray<(ImmutableArray<string> Codes, Regex Pattern)> Fates { get; } = Coded("fates");

    public static ImmutableArray<(string Code, Regex Pattern)> Kinds { get; } = [.. File.Lines("kinds").Select(line => (line.GetProperty("code").GetString()!, Pattern(line)))];
    public static Regex Grade { get; } = File.One("grade");
    public static Regex GradeAlone { get; } = File.One("gradeAlone");
    public static FrozenDictionary<string, decimal> Grades { get; } = File.Numbers("grades");
    public static Regex Severe { get; } = File.One("severe");
    public static Regex Mild { get; } = File.One("mild");
    public static Regex Disabled { get; } = File.One("disabled");
    public static Regex NoCertificate { get; } = File.One("noCertificate");

    public static ImmutableArray<(ImmutableArray<string> Codes, Regex Pattern)> Benefits { get; } = Coded("benefits");
    public static Regex NotDrawn { get; } = File.One("notDrawn");
    public static Regex DrawsNothing { get; } = File.One("drawsNothing");

    public static ImmutableArray<(string Code, Regex Pattern)> Emergencies { get; } = [.. File.Lines("emergencies").Select(line => (line.GetProperty("code").GetString()!, Pattern(line)))];
    public static Regex NoEmergency { get; } = File.One("noEmergency");

    private static ImmutableArray<(ImmutableArray<string> Codes, Regex Pattern)> Coded(string name) =>
        [.. File.Lines(name).Select(line => (line.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!).ToImmutableArray(), Pattern(line)))];

    private static Regex Pattern(JsonElement line) => PatternFile.Compile(line.GetProperty("pattern").GetString()!);
}
