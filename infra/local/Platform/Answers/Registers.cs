using System.Globalization;
using OneVisit.Local.Platform.People;

namespace OneVisit.Local.Platform.Answers;

/// <summary>One answer: <c>yes</c>, <c>no</c>, <c>value</c> or <c>unknown</c>, of a day.</summary>
internal sealed record Answer(string Kind, string? Value, DateOnly AsOf);

/// <summary>
/// What the registries answer. Of somebody with a well-formed number who is none of the people here (who tries the city types any number), only the
/// population register says something: that they are registered in the city. All else is unknown, so that nothing contradicts what they tell.
/// </summary>
internal sealed class Registers(Population population, DateOnly? asOf)
{
    private const string City = "370982";
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Questions by the registry that answers them.</summary>
    public static IReadOnlyDictionary<string, string> RegistryOf { get; } = new Dictionary<string, string>
    {
        ["registered-where"] = "households", ["household-size"] = "households", ["married"] = "marriages", ["recorded-dead"] = "deaths", ["cremated"] = "funerals",
        ["disability-grade"] = "disability", ["student"] = "students", ["vehicles"] = "vehicles", ["homes"] = "property", ["social-insurance"] = "social-insurance",
        ["benefits"] = "benefits",
    };

    public DateOnly AsOf => asOf ?? DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(Beijing).DateTime).AddDays(-1);

    /// <returns><c>null</c>: no such question, or no such number.</returns>
    public Answer? Ask(string? question, string? number)
    {
        if (question is null || !RegistryOf.ContainsKey(question) || !ResidentNumber.IsValid(number))
            return null;
        var (kind, value) = population.Find(number!) is { } person ? Of(question, person) : question == "registered-where" ? ("value", City) : ("unknown", null);
        return new(kind, value, AsOf);
    }

    /// <summary>Somebody's rows in a registry, as the platform of the other shape sends them; <c>null</c>: no such registry, or no such number.</summary>
    public IReadOnlyList<Dictionary<string, string>>? Rows(string? registry, string? number)
    {
        if (!RegistryOf.Values.Contains(registry) || !ResidentNumber.IsValid(number))
            return null;
        return population.Find(number!) is { } person ? [.. RowsOf(registry!, person)] : registry == "households" ? [new() { ["area"] = City }] : [];
    }

    private (string Kind, string? Value) Of(string question, Person person) => question switch
    {
        "registered-where" => ("value", person.Village),
        "household-size" => person.IsAlive ? ("value", Text(population.Household(person).Count())) : ("no", null),
        "married" => YesOrNo(person.Spouse is not null),
        "recorded-dead" => person.DiedOn is { } day ? ("value", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : ("no", null),
        "cremated" => YesOrNo(person.Cremated),
        "disability-grade" => person.DisabilityKind is { } kind ? ("value", $"{kind}:{Text(person.DisabilityGrade)}") : ("no", null),
        "student" => YesOrNo(person.IsStudent),
        "vehicles" => Count(person.Cars),
        "homes" => Count(person.Homes),
        "social-insurance" => person.InsuranceBase is { } yuan ? ("value", Text(yuan)) : ("no", null),
        _ => person.Benefits.Count > 0 ? ("value", string.Join(',', person.Benefits)) : ("no", null),
    };

    private IEnumerable<Dictionary<string, string>> RowsOf(string registry, Person person) => registry switch
    {
        "households" => [new() { ["area"] = person.Village, ["members"] = Text(population.Household(person).Count()) }],
        "marriages" => person.Spouse is null ? [] : [Standing],
        "deaths" => person.DiedOn is { } day ? [new() { ["status"] = "1", ["died-on"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }] : [],
        "funerals" => person.Cremated ? [Standing] : [],
        "disability" => person.DisabilityKind is { } kind ? [new() { ["kind"] = kind, ["grade"] = Text(person.DisabilityGrade) }] : [],
        "students" => person.IsStudent ? [Standing] : [],
        "vehicles" => Enumerable.Range(0, person.Cars).Select(_ => new Dictionary<string, string> { ["count"] = "1" }),
        "property" => Enumerable.Range(0, person.Homes).Select(_ => new Dictionary<string, string> { ["count"] = "1" }),
        "social-insurance" => person.InsuranceBase is { } yuan ? [new() { ["status"] = "1", ["base"] = Text(yuan) }] : [],
        _ => person.Benefits.Select(code => new Dictionary<string, string> { ["services"] = code }),
    };

    private static Dictionary<string, string> Standing => new() { ["status"] = "1" };

    private static (string, string?) YesOrNo(bool holds) => (holds ? "yes" : "no", null);

    private static (string, string?) Count(int count) => count == 0 ? ("no", null) : ("value", Text(count));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
