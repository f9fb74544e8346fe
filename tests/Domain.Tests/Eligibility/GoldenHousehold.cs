using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.Facts;
using OneVisit.Domain.Eligibility.People;
using YamlDotNet.RepresentationModel;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>A household of the golden files: the facts it tells, and what the office would say.</summary>
/// <param name="Expected"><c>likely</c>, with the amount where there is one, <c>unlikely</c> with the rule that fails, <c>unknown</c> with what is asked next.</param>
public sealed record GoldenHousehold(string Service, string Name, string Expected)
{
    private static readonly string[] Own = ["is", "then", "with", "people", "incomes", "marriage", "adoption", "organisation", "errand"];

    internal Household Household { get; init; } = new();

    public override string ToString() => $"{Service} {Name}";

    /// <summary>All cases of one file.</summary>
    internal static IEnumerable<GoldenHousehold> In(TextReader file)
    {
        var yaml = new YamlStream();
        yaml.Load(file);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var service = Text(root, "service")!;
        foreach (var node in ((YamlSequenceNode)root["cases"]).Children.Cast<YamlMappingNode>())
        {
            var facts = Text(node, "with") is { } name ? Named[name] : new Household();
            foreach (var (key, value) in node.Children.Where(child => !Own.Contains(((YamlScalarNode)child.Key).Value)))
                facts = Tell(facts, ((YamlScalarNode)key).Value!, value is YamlScalarNode scalar ? scalar.Value! : Joined(value));
            if (node.Children.TryGetValue("people", out var people))
                facts = facts with { People = [.. ((YamlSequenceNode)people).Children.Cast<YamlMappingNode>().Select(Person)] };
            if (node.Children.TryGetValue("incomes", out var incomes))
                facts = facts with { Incomes = Incomes(incomes) };
            facts = Wish(node, "errand", Wish(node, "organisation", Wish(node, "adoption", Wish(node, "marriage", facts))));
            yield return new GoldenHousehold(service, Text(node, "is")!, Text(node, "then")!) { Household = facts };
        }
    }

    // Households that many cases begin with.
    private static readonly Dictionary<string, Household> Named = new()
    {
        ["widow"] = Households.Widow with { Draws = [] },
        ["allowance"] = Households.Widow with { Draws = ["D1.2"] },
        ["urban"] = Households.Widow with { Area = Area.Urban, Draws = [] },
        ["borderline"] = Households.Widow with
        {
            MonthlyIncome = new Money(3500), YearlyMedicalSpending = Money.Zero, YearlyRehabilitationSpending = Money.Zero, YearlyEducationSpending = Money.Zero,
            HasSeverelyAffectedMember = null,
        },
        ["local"] = new Household { HasLocalHukou = true },
    };

    // What agents are asked to do, by the words of the files.
    private static readonly Dictionary<string, Question> Wishes = new()
    {
        ["marriage.man"] = Question.ManBirthDate,
        ["marriage.woman"] = Question.WomanBirthDate,
        ["marriage.single"] = Question.BothSingle,
        ["marriage.kin"] = Question.CloseKin,
        ["adoption.adopter"] = Question.AdopterBirthDate,
        ["adoption.children"] = Question.AdopterChildren,
        ["adoption.able"] = Question.AdopterAble,
        ["adoption.illness"] = Question.AdopterIllness,
        ["adoption.record"] = Question.AdopterRecord,
        ["adoption.single"] = Question.SingleOfOtherSex,
        ["adoption.child"] = Question.AdoptedBirthDate,
        ["adoption.consents"] = Question.ChildConsents,
        ["organisation.people"] = Question.IndividualMembers,
        ["organisation.units"] = Question.UnitMembers,
        ["organisation.capital"] = Question.StartCapital,
        ["organisation.approval"] = Question.SupervisorApproval,
        ["organisation.consent"] = Question.SupervisorConsentDate,
        ["organisation.liquidated"] = Question.Liquidated,
        ["organisation.checked"] = Question.CapitalChecked,
        ["organisation.premises"] = Question.Premises,
        ["organisation.staff"] = Question.QualifiedStaff,
        ["errand.married"] = Question.Married,
        ["errand.agreement"] = Question.DivorceAgreement,
        ["errand.id"] = Question.ValidId,
        ["errand.registered"] = Question.MarriageRegistered,
        ["errand.end"] = Question.AdoptionEndAgreed,
        ["errand.adoption"] = Question.AdoptionCertificate,
        ["errand.death"] = Question.DeathCertificate,
        ["errand.kin"] = Question.KinOfDeceased,
        ["errand.archive"] = Question.CremationOnRecord,
        ["errand.cremation"] = Question.CremationCertificate,
        ["errand.helpless"] = Question.CannotFeedOrHouse,
        ["errand.friends"] = Question.KinToTurnTo,
        ["errand.home"] = Question.ChoosesHome,
        ["errand.house"] = Question.HouseIsHere,
        ["errand.own"] = Question.OwnRecord,
        ["errand.attorney"] = Question.PowerOfAttorney,
    };

    private static Household Wish(YamlMappingNode node, string name, Household facts) => node.Children.TryGetValue(name, out var wish)
        ? ((YamlMappingNode)wish).Children.Aggregate(
            facts, (told, child) => FactBook.Write(told, Wishes[$"{name}.{child.Key}"], null, Value(Wishes[$"{name}.{child.Key}"], child.Value)))
        : facts;

    private static object? Value(Question question, YamlNode value) => question switch
    {
        Question.StartCapital => Yuan(value.ToString()),
        Question.AdopterChildren or Question.IndividualMembers or Question.UnitMembers => Whole(value.ToString()),
        Question.ManBirthDate or Question.WomanBirthDate or Question.AdopterBirthDate or Question.AdoptedBirthDate or Question.SupervisorConsentDate => Day(value),
        _ => YesNo(value.ToString()),
    };

    private static Household Tell(Household facts, string key, string value) => key switch
    {
        "hukou" => facts with { HasLocalHukou = YesNo(value) },
        "area" => facts with { Area = Areas.Parse(value) },
        "members" => facts with { Members = Whole(value) },
        "income" => facts with { MonthlyIncome = Yuan(value) },
        "savings" => facts with { FinancialAssets = Yuan(value) },
        "car" => facts with { OwnsCar = YesNo(value) },
        "homes" => facts with { Homes = Whole(value) },
        "small" => facts with { HomesBelowAverageArea = YesNo(value) },
        "shop" => facts with { OwnsNonResidentialProperty = YesNo(value) },
        "business" => facts with { BusinessCapital = Yuan(value) },
        "medical" => facts with { YearlyMedicalSpending = Yuan(value) },
        "rehabilitation" => facts with { YearlyRehabilitationSpending = Yuan(value) },
        "schooling" => facts with { YearlyEducationSpending = Yuan(value) },
        "draws" => facts with { Draws = Codes(value) },
        "emergency" => facts with { Emergency = Situations.ParseEmergency(value) },
        "here" => facts with { IsHereOtherwise = YesNo(value) },
        "deceased" => facts with { Deceased = Situations.ParseDeceased(value) },
        "severe" => facts with { HasSeverelyAffectedMember = YesNo(value) },
        "everybody" => facts with { ListsEverybody = YesNo(value) },
        _ => throw new FormatException(key),
    };

    internal static Person Person(YamlMappingNode node) => node.Children.Aggregate(new Person(), (person, child) => ((YamlScalarNode)child.Key).Value switch
    {
        "born" => person with { BornOn = Day(child.Value) },
        "disability" => person with { Disability = DisabilityOf(child.Value.ToString()) },
        "helpless" => person with { CannotCareForSelf = YesNo(child.Value.ToString()) },
        "ability" => person with { AbilityGrade = Whole(child.Value.ToString()) },
        "ill" => person with { GraveIllness = YesNo(child.Value.ToString()) },
        "obligor" => person with { HasAbleObligor = YesNo(child.Value.ToString()) },
        "father" => person with { Father = Parent(child.Value.ToString()) },
        "mother" => person with { Mother = Parent(child.Value.ToString()) },
        "draws" => person with { Draws = Codes(Joined(child.Value)) },
        "orphan" => person with { WasOrphan = YesNo(child.Value.ToString()) },
        "student" => person with { InFullTimeStudy = YesNo(child.Value.ToString()), StudiesUpToBachelor = YesNo(child.Value.ToString()) },
        "work" => person with { LayOff = Work(Joined(child.Value)) },
        "relation" => person with { Relation = Relations.Parse(child.Value.ToString()) ?? throw new FormatException(child.Value.ToString()) },
        "dependent" => person with { IsDependent = YesNo(child.Value.ToString()) },
        "together" => person with { LivesInLongTerm = YesNo(child.Value.ToString()) },
        "away" => person with { Away = Away(child.Value.ToString()) },
        "jobless" => person with { IsOutOfWork = YesNo(child.Value.ToString()) },
        var other => throw new FormatException(other),
    });

    // "none", "visual 1", "2" (kind not told).
    private static Disability DisabilityOf(string text) => text.Split(' ') switch
    {
        ["none"] => Disability.None,
        [var grade] => new(null, Whole(grade)),
        [var kind, var grade] => new(DisabilityKinds.Parse(kind) ?? throw new FormatException(kind), Whole(grade)),
        _ => throw new FormatException(text),
    };

    // "dead", "in-prison since 2026-06-01", "in-prison 8 months".
    private static ParentState Parent(string text) => text.Split(' ') switch
    {
        [var fate] => new(Fate(fate)),
        [var fate, "since", var day] => new(Fate(fate), DateOnly.Parse(day, CultureInfo.InvariantCulture)),
        [var fate, var months, "months"] => new(Fate(fate), null, Whole(months)),
        [var fate, var months, "months", "since", var day] => new(Fate(fate), DateOnly.Parse(day, CultureInfo.InvariantCulture), Whole(months)),
        _ => throw new FormatException(text),
    };

    // "none", "in-prison", "clergy since 2023-11-24".
    private static Away Away(string text) => text.Split(' ') switch
    {
        [var reason] => new(Reason(reason)),
        [var reason, "since", var day] => new(Reason(reason), DateOnly.Parse(day, CultureInfo.InvariantCulture)),
        _ => throw new FormatException(text),
    };

    private static Absence Reason(string text) => Absences.Parse(text) ?? throw new FormatException(text);

    // "wage 1300 month", "farming 10000 year of 0" (of the first person).
    internal static ImmutableArray<Income> Incomes(YamlNode node) => [.. ((YamlSequenceNode)node).Children.Select(child => child.ToString().Split(' ') switch
    {
        [var kind, var amount, var per] => Income(kind, amount, per, null),
        [var kind, var amount, var per, "of", var person] => Income(kind, amount, per, Whole(person)),
        _ => throw new FormatException(child.ToString()),
    })];

    private static Income Income(string kind, string amount, string per, int? person) => new(
        IncomeKinds.Parse(kind) ?? throw new FormatException(kind), Yuan(amount)!.Value, Stretches.Parse(per) ?? throw new FormatException(per), person);

    // First day of work, day of the lay-off, labour lost, supported.
    private static LayOff Work(string text) => text.Split(',') is [var began, var ended, var lost, var supported]
        ? new(DateOnly.Parse(began, CultureInfo.InvariantCulture), DateOnly.Parse(ended, CultureInfo.InvariantCulture), YesNo(lost), YesNo(supported))
        : throw new FormatException(text);

    private static ParentFate Fate(string text) => ParentFates.Parse(text) ?? throw new FormatException(text);

    private static ImmutableHashSet<string> Codes(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static string Joined(YamlNode node) => string.Join(',', ((YamlSequenceNode)node).Children);

    private static bool? YesNo(string text) => text switch { "yes" => true, "no" => false, "?" => null, _ => throw new FormatException(text) };

    private static int? Whole(string text) => text == "?" ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static Money? Yuan(string text) => text == "?" ? null : new Money(decimal.Parse(text, CultureInfo.InvariantCulture));

    private static DateOnly Day(YamlNode node) => DateOnly.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static string? Text(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
