using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OneVisit.Domain.Eligibility.Facts;

namespace OneVisit.Domain.Eligibility;

/// <summary>A set of questions, each about the household or about one person of it; costs no allocation until it is put in order.</summary>
internal struct QuestionSet
{
    /// <summary>
    /// The order of asking: what decides for most households first, then what is a press of a button before what needs a sum.
    /// Spending comes before assets, as it is open only where income alone does not do.
    /// </summary>
    private static readonly Question[] OrderOfAsking =
    [
        Question.LocalHukou, Question.Area, Question.Members, Question.MonthlyIncome,
        Question.MedicalSpending, Question.EducationSpending, Question.RehabilitationSpending,
        Question.SeverelyAffectedMember, Question.Car, Question.Homes, Question.HomesBelowAverageArea, Question.NonResidentialProperty,
        Question.FinancialAssets, Question.BusinessCapital,
        Question.Emergency, Question.IsHereOtherwise, Question.Deceased, Question.Draws, Question.People, Question.BirthDate, Question.Disability,
        Question.CannotCareForSelf, Question.AbilityGrade, Question.GraveIllness, Question.AbleObligor, Question.Parents, Question.PersonDraws, Question.LayOff,
        Question.WasOrphan, Question.FullTimeStudy, Question.Relation, Question.Away, Question.Dependent, Question.LivesInLongTerm, Question.OutOfWork,
        Question.Incomes, Question.ManBirthDate, Question.WomanBirthDate, Question.BothSingle, Question.CloseKin,
        Question.AdopterBirthDate, Question.AdopterChildren, Question.AdopterAble, Question.AdopterIllness, Question.AdopterRecord,
        Question.SingleOfOtherSex, Question.AdoptedBirthDate, Question.ChildConsents, Question.IndividualMembers, Question.UnitMembers,
        Question.StartCapital, Question.SupervisorApproval, Question.SupervisorConsentDate, Question.Liquidated, Question.CapitalChecked,
        Question.Premises, Question.QualifiedStaff, Question.Married, Question.DivorceAgreement, Question.ValidId, Question.MarriageRegistered,
        Question.AdoptionEndAgreed, Question.AdoptionCertificate, Question.DeathCertificate, Question.KinOfDeceased, Question.CremationOnRecord,
        Question.CremationCertificate, Question.CannotFeedOrHouse, Question.KinToTurnTo, Question.ChoosesHome, Question.HouseIsHere,
        Question.OwnRecord, Question.PowerOfAttorney,
    ];

    private static readonly UInt128 OfAPerson =
        Enum.GetValues<Question>().Where(question => question.IsOfAPerson()).Aggregate(UInt128.Zero, (bits, question) => bits | Bit(question));

    private UInt128 household;
    private int told;
    private ByPerson people;

    public static QuestionSet None => default;

    public static QuestionSet If(bool isOpen, Question question) => isOpen ? new() { household = Bit(question) } : default;

    public static QuestionSet operator |(QuestionSet a, in QuestionSet b)
    {
        a.household |= b.household;
        for (var at = 0; at < b.told; at++)
            a.people[at] |= b.people[at];
        a.told = Math.Max(a.told, b.told);
        return a;
    }

    public readonly bool IsEmpty
    {
        get
        {
            for (var at = 0; at < told; at++)
            {
                if (people[at] != 0)
                    return false;
            }
            return household == 0;
        }
    }

    /// <summary>The same questions, about this person; what is asked of the household stays so. Nobody is told of beyond <see cref="Household.MostMembers"/>; there they stay without a person.</summary>
    public readonly QuestionSet Of(int person)
    {
        if (person >= Household.MostMembers)
            return this;
        var about = default(QuestionSet);
        about.people[person] = household & OfAPerson;
        about.told = person + 1;
        about.household = household & ~OfAPerson;
        return about;
    }

    /// <summary>All but those.</summary>
    public readonly QuestionSet Without(in QuestionSet others)
    {
        var left = this;
        left.household &= ~others.household;
        for (var at = 0; at < Math.Min(told, others.told); at++)
            left.people[at] &= ~others.people[at];
        return left;
    }

    /// <summary>Without these questions, one bit each, whomever they are about.</summary>
    public readonly QuestionSet WithoutEverywhere(UInt128 questions)
    {
        var left = this;
        left.household &= ~questions;
        for (var at = 0; at < told; at++)
            left.people[at] &= ~questions;
        return left;
    }

    /// <summary>One bit a question of the household.</summary>
    public readonly UInt128 OfHousehold => household;

    /// <summary>One bit a question about this person.</summary>
    public readonly UInt128 OfPerson(int person) => people[person];

    public readonly bool Contains(Fact fact) => ((fact.Person is { } person ? people[person] : household) & Bit(fact.Question)) != 0;

    public void Add(Fact fact) => this |= fact.Person is { } person ? If(true, fact.Question).Of(person) : If(true, fact.Question);

    public void Remove(Fact fact)
    {
        if (fact.Person is { } person)
            people[person] &= ~Bit(fact.Question);
        else
            household &= ~Bit(fact.Question);
    }

    public static UInt128 Bit(Question question) => UInt128.One << (int)question;

    /// <summary>Every question once, whomever it is about.</summary>
    public readonly ImmutableArray<Question> InOrderOfAsking()
    {
        var bits = household;
        for (var at = 0; at < told; at++)
            bits |= people[at];
        return bits == 0 ? [] : [.. OrderOfAsking.Where(question => (bits & Bit(question)) != 0)];
    }

    /// <summary>Those of the household first, then person by person.</summary>
    public readonly ImmutableArray<Fact> Facts()
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        Add(facts, household, null);
        for (var at = 0; at < told; at++)
            Add(facts, people[at], at);
        return facts.ToImmutable();
    }

    private static void Add(ImmutableArray<Fact>.Builder facts, UInt128 bits, int? person)
    {
        if (bits == 0)
            return;
        foreach (var question in OrderOfAsking)
        {
            if ((bits & Bit(question)) != 0)
                facts.Add(new Fact(question, person));
        }
    }

    [InlineArray(Household.MostMembers)]
    private struct ByPerson
    {
        private UInt128 first;
    }
}
