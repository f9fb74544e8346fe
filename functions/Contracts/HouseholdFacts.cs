namespace OneVisit.Contracts;

/// <summary>What a household tells about itself. <c>null</c> means not known, which is never read as no. Money in yuan.</summary>
public sealed record HouseholdFacts
{
    /// <summary>Is the household registered in this city (户籍)?</summary>
    public bool? HasLocalHukou { get; init; }

    /// <summary><c>rural</c> or <c>urban</c>: where the household's registration lies.</summary>
    public string? Area { get; init; }

    /// <summary>People living together who count as the household, from 1 to 30.</summary>
    public int? Members { get; init; }

    /// <summary>Income of the whole household per month that counts, in yuan; excluded kinds of income left out.</summary>
    public decimal? MonthlyIncome { get; init; }

    /// <summary>Deposits, securities and the like of the whole household, in yuan.</summary>
    public decimal? FinancialAssets { get; init; }

    /// <summary>Owns a car; a disabled person's mobility vehicle or a motorcycle does not count.</summary>
    public bool? OwnsCar { get; init; }

    /// <summary>Homes owned, from 0.</summary>
    public int? Homes { get; init; }

    /// <summary>With two homes: are both together below the local average area per head?</summary>
    public bool? HomesBelowAverageArea { get; init; }

    /// <summary>Owns a shop, an office or other non-residential property.</summary>
    public bool? OwnsNonResidentialProperty { get; init; }

    /// <summary>Capital put into a business, in yuan.</summary>
    public decimal? BusinessCapital { get; init; }

    /// <summary>Medical spending borne by the household in the last 12 months after reimbursement, in yuan.</summary>
    public decimal? YearlyMedicalSpending { get; init; }

    /// <summary>Rehabilitation spending in the last 12 months, in yuan.</summary>
    public decimal? YearlyRehabilitationSpending { get; init; }

    /// <summary>Education spending in the last 12 months, in yuan.</summary>
    public decimal? YearlyEducationSpending { get; init; }

    /// <summary>Those about whom something is told, at most 30; empty: nobody whom a rule would look for.</summary>
    public IReadOnlyList<PersonFacts>? People { get; init; }

    /// <summary>Codes of the services whose benefit the household draws today; empty: none.</summary>
    public IReadOnlyList<string>? Draws { get; init; }

    /// <summary>What struck the household: <c>fire</c>, <c>accident</c>, <c>sudden-illness</c> or <c>none</c>.</summary>
    public string? Emergency { get; init; }

    /// <summary>Lives here with a residence permit, or was struck here.</summary>
    public bool? IsHereOtherwise { get; init; }

    /// <summary>For whom a funeral is to be arranged: <c>local-resident</c>, <c>newborn</c>, <c>campus-student</c>, <c>unidentified</c>, <c>somebody-else</c> or <c>nobody</c>.</summary>
    public string? Deceased { get; init; }

    /// <summary>Are all who could belong to the household among <see cref="People"/>? Then the members are counted from them, whatever <see cref="Members"/> says.</summary>
    public bool? ListsEverybody { get; init; }

    /// <summary>All income of the household, kind by kind, at most 60; empty: none. What counts of it goes before <see cref="MonthlyIncome"/>.</summary>
    public IReadOnlyList<IncomeFacts>? Incomes { get; init; }

    /// <summary>Is somebody severely disabled (grade 1 or 2, or any grade of mental or intellectual disability) or gravely ill? Without <see cref="People"/> only.</summary>
    public bool? HasSeverelyAffectedMember { get; init; }

    public MarriageFacts? Marriage { get; init; }

    public AdoptionFacts? Adoption { get; init; }

    public OrganisationFacts? Organisation { get; init; }

    public ErrandFacts? Errand { get; init; }
}

/// <summary>One income.</summary>
/// <param name="Kind">
/// <c>wage</c>, <c>farming</c>, <c>business</c>, <c>property</c>, <c>maintenance</c>, <c>transfer</c>, <c>pension</c>, <c>base-pension</c>, <c>preferential-pay</c>,
/// <c>family-planning-award</c>, <c>scholarship</c>, <c>bravery-award</c>, <c>government-relief</c> or <c>other</c>.
/// </param>
/// <param name="Amount">In yuan.</param>
/// <param name="Per"><c>month</c> or <c>year</c>.</param>
/// <param name="Person">Place in <see cref="HouseholdFacts.People"/>, from 0, of the one whose it is; <c>null</c>: the household's.</param>
public sealed record IncomeFacts(string Kind, decimal Amount, string Per, int? Person = null);
