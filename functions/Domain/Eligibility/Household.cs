using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility;

/// <summary>Where the household's registration lies.</summary>
public enum Area
{
    Rural,
    Urban,
}

/// <summary>Areas as they travel.</summary>
public static class Areas
{
    public static string Code(this Area area) => area == Area.Urban ? "urban" : "rural";

    public static Area? Parse(string? code) => code switch
    {
        "rural" => Area.Rural,
        "urban" => Area.Urban,
        _ => null,
    };
}

/// <summary>What is known about a household. <c>null</c> is not known, never no. A value that cannot be throws <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record Household
{
    public const int MostMembers = 30;
    public const int MostHomes = 100;

    /// <summary>Above this, inclusive bound, an amount in yuan is a slip of the finger.</summary>
    public const decimal MostYuan = 100_000_000;

    public bool? HasLocalHukou { get; init; }

    public Area? Area { get; init; }

    /// <summary>People who count as the household, from 1 to <see cref="MostMembers"/>; <see cref="Counted"/> fills it in from <see cref="People"/>.</summary>
    public int? Members { get; init => field = Within(value, 1, MostMembers); }

    /// <summary>Income of the whole household per month that counts; <see cref="Counted"/> fills it in from <see cref="Incomes"/>.</summary>
    public Money? MonthlyIncome { get; init => field = Sane(value); }

    /// <summary>Deposits, securities and the like of the whole household.</summary>
    public Money? FinancialAssets { get; init => field = Sane(value); }

    /// <summary>A disabled person's mobility vehicle or a motorcycle is no car.</summary>
    public bool? OwnsCar { get; init; }

    public int? Homes { get; init => field = Within(value, 0, MostHomes); }

    /// <summary>Are all homes together below the local average area per head?</summary>
    public bool? HomesBelowAverageArea { get; init; }

    public bool? OwnsNonResidentialProperty { get; init; }

    public Money? BusinessCapital { get; init => field = Sane(value); }

    /// <summary>Last 12 months, after reimbursement.</summary>
    public Money? YearlyMedicalSpending { get; init => field = Sane(value); }

    /// <summary>Last 12 months.</summary>
    public Money? YearlyRehabilitationSpending { get; init => field = Sane(value); }

    /// <summary>Last 12 months.</summary>
    public Money? YearlyEducationSpending { get; init => field = Sane(value); }

    /// <summary>Those of the household about whom something is told; empty: nobody whom a rule would look for.</summary>
    public ImmutableArray<Person>? People { get; init; }

    /// <summary>Codes of the services whose benefit the household draws today; empty: none.</summary>
    public ImmutableHashSet<string>? Draws { get; init; }

    /// <summary>What struck the household within the last months; <see cref="Emergency.None"/>: nothing.</summary>
    public Emergency? Emergency { get; init; }

    /// <summary>Lives here with a residence permit, or was struck here.</summary>
    public bool? IsHereOtherwise { get; init; }

    /// <summary>Somebody died for whom the funeral is to be arranged.</summary>
    public DeceasedGroup? Deceased { get; init; }

    /// <summary>Are all who could belong to the household among <see cref="People"/>? Only then are they a number of members.</summary>
    public bool? ListsEverybody { get; init; }

    /// <summary>All income of the household, kind by kind; empty: none.</summary>
    public ImmutableArray<Income>? Incomes { get; init; }

    /// <summary>
    /// Is somebody severely disabled (grade 1 or 2, or any grade of mental or intellectual disability) or gravely ill? Asked before people are
    /// told one by one; once <see cref="People"/> are told, they are looked at instead.
    /// </summary>
    public bool? HasSeverelyAffectedMember { get; init; }

    /// <summary>The household with members and income as the law counts them, and how they were counted.</summary>
    public CountedHousehold Counted(EligibilityParameters parameters) => CountedHousehold.Of(this, parameters);

    /// <summary><c>null</c>, here and below: nothing has been told about it.</summary>
    public MarriageWish? Marriage { get; init; }

    public AdoptionWish? Adoption { get; init; }

    public OrganisationPlan? Organisation { get; init; }

    public Errand? Errand { get; init; }

    private static int? Within(int? value, int least, int most) =>
        value is null || (value >= least && value <= most) ? value : throw new ArgumentOutOfRangeException(nameof(value));

    private static Money? Sane(Money? value) =>
        value is null or { Yuan: >= 0 and <= MostYuan } ? value : throw new ArgumentOutOfRangeException(nameof(value));
}
