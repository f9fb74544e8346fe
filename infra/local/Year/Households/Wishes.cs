using OneVisit.Contracts;

namespace OneVisit.Local.Year.Households;

/// <summary>
/// Whom the year sends to the counters: every service of the catalogue in a mix that a township knows, and some households that come for several at once.
/// Facts are as a household with a fair claim tells them, or as one that earns too much does.
/// </summary>
internal sealed class Wishes(Dice dice)
{
    private const double EarnsTooMuch = 0.12;

    // Weights are made up; the allowances and the pensions of age are what most people come for.
    private static readonly (string[] Services, double Weight)[] Mix =
    [
        (["D1.2"], 22), (["D1.1"], 9), (["D1.3"], 5), (["D2.1"], 5), (["D2.2"], 2), (["D3.1"], 6), (["D3.2"], 5), (["D4.1"], 4), (["D4.2"], 3),
        (["D5.1"], 5), (["D5.2"], 5), (["D6.1"], 4), (["D6.2"], 2), (["D7.1"], 8), (["D7.2"], 0.5), (["D8.1"], 1), (["D9.1"], 1), (["D10.1"], 1), (["D11.1"], 0.5),
        (["D12.1"], 3), (["A5.1"], 2), (["A7.1"], 3), (["A9.1"], 1.5), (["A12.1"], 2), (["A13.1"], 1.5), (["A1.3"], 1), (["A1.1"], 1), (["A1.2"], 1), (["A5.2"], 0.7),
        (["A6.1"], 0.7), (["A8.1"], 0.7), (["A10.1"], 0.7), (["A11.1"], 0.7), (["A3.2"], 0.5), (["A4.2"], 0.5), (["A2.1"], 0.4),
        (["D5.1", "D5.2"], 3), (["D1.3", "D12.1"], 2), (["D6.1", "D7.1"], 2), (["D12.1", "A5.1"], 1.5),
    ];

    public Wish Next(string household, DateOnly day)
    {
        var services = dice.Weighted(Mix, $"wish {household}");
        var tooMuch = dice.Happens(EarnsTooMuch, $"earns {household}");
        var facts = Basis(household, services, tooMuch) with
        {
            Marriage = services.Contains("A1.1") ? new MarriageFacts(day.AddYears(-26), day.AddYears(-25), BothSingle: true, CloseKin: false) : null,
            Adoption = services.Contains("A2.1") ? Adopting(day) : null,
            Organisation = services.Any(code => code is "A3.2" or "A4.2") ? new OrganisationFacts { SupervisorConsentOn = day.AddDays(-9) } : null,
            Errand = services.Any(code => code[0] == 'A') ? Errand : null,
            Emergency = services.Any(code => code is "D3.1" or "A9.1") ? dice.Pick(["fire", "accident", "sudden-illness"], $"emergency {household}") : null,
            Deceased = services.Contains("D12.1") ? "local-resident" : null,
            People = Somebody(household, services, day) is { } person ? [person] : null,
            Draws = Draws(services),
        };
        return new Wish(services, facts, dice.Pick(Stories, $"story {household}"));
    }

    private static readonly string[] Stories =
    [
        "家里收入少，日子紧", "丈夫病逝，孩子还在上学", "老人卧床，离不开人", "地里收成不好，打工的厂子停了", "孩子残疾，花销大", "一个人过，没有依靠", "房子着了火", "看病花了不少钱",
    ];

    private HouseholdFacts Basis(string household, string[] services, bool tooMuch)
    {
        var members = dice.Between(1, 5, $"members {household}");
        var urban = services.Contains("D1.1") || dice.Happens(0.25, $"urban {household}");
        var each = tooMuch ? dice.Between(1_500, 4_000, $"income {household}")
            : services.Any(code => code is "D4.1") ? (urban ? 950 : 800)
            : dice.Between(100, 600, $"income {household}");
        return new HouseholdFacts
        {
            HasLocalHukou = true,
            Area = urban && !services.Contains("D1.2") ? "urban" : "rural",
            Members = members,
            MonthlyIncome = members * each,
            FinancialAssets = dice.Between(0, 9_000, $"assets {household}"),
            OwnsCar = tooMuch && dice.Happens(0.5, $"car {household}"),
            Homes = 1,
            OwnsNonResidentialProperty = false,
            BusinessCapital = 0,
            HasSeverelyAffectedMember = services.Any(code => code is "D5.1" or "D5.2") ? null : false,
            YearlyMedicalSpending = services.Any(code => code is "D3.2" or "D4.2" or "A9.1") ? members * each * 12 : 0,
            YearlyRehabilitationSpending = 0,
            YearlyEducationSpending = 0,
        };
    }

    private static string[] Draws(string[] services) =>
        services.Any(code => code is "D1.3" or "D5.1" or "D6.1" or "D6.2" or "A7.1") ? ["D1.2"]
        : services.Any(code => code is "D2.2" or "A10.1") ? ["D2.1"]
        : [];

    private PersonFacts? Somebody(string household, string[] services, DateOnly day)
    {
        PersonFacts Aged(int years) => new() { BornOn = day.AddYears(-years).AddDays(-dice.Between(1, 300, $"born {household}")) };
        return services[0] switch
        {
            "D2.1" => Aged(68) with { HasAbleObligor = false, DisabilityGrade = 0 },
            "D5.1" or "D5.2" => Aged(40) with { DisabilityGrade = 1, DisabilityKind = "physical", CannotCareForSelf = true },
            "D6.1" => Aged(services.Contains("D7.1") ? 83 : 72),
            "D6.2" => Aged(75) with { AbilityGrade = 3 },
            "D7.1" => Aged(84),
            "D7.2" => Aged(101),
            "D8.1" => Aged(9) with { Father = new("dead"), Mother = new("untraceable") },
            "D9.1" => Aged(9) with { Father = new("dead"), Mother = new("in-prison", day.AddMonths(-8), 24) },
            "D10.1" => Aged(9) with { GraveIllness = true, DisabilityGrade = 0 },
            "D11.1" => Aged(86) with { LayOff = new(new DateOnly(1956, 3, 1), new DateOnly(1962, 7, 1), LabourLost: true, Supported: false) },
            "A11.1" => Aged(20) with { WasOrphan = true, InFullTimeStudy = true },
            _ => null,
        };
    }

    private static AdoptionFacts Adopting(DateOnly day) => new()
    {
        AdopterBornOn = day.AddYears(-41), Children = 0, Able = true, DisqualifyingIllness = false, AdverseRecord = false, SingleOfOtherSex = false, ChildBornOn = day.AddYears(-5),
    };

    private static readonly ErrandFacts Errand = new()
    {
        Married = true, DivorceAgreement = true, ValidId = true, MarriageRegistered = true, DeathCertificate = true, KinOfDeceased = true, CremationOnRecord = true,
        CremationCertificate = true, CannotFeedOrHouse = true, KinToTurnTo = false, ChoosesHome = true, HouseIsHere = true, OwnRecord = true, PowerOfAttorney = true,
    };
}
