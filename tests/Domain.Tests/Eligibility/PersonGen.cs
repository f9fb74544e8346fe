using System.Collections.Immutable;
using CsCheck;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>People near the boundaries of the rules, every fact of them known, and the same with some facts not known.</summary>
internal static class PersonGen
{
    public const int Facts = 18;

    private static readonly DateOnly Day = Households.Parameters.On;

    private static readonly Gen<DateOnly> Birth = Gen.Select(HouseholdGen.OneOf(0, 10, 15, 16, 17, 18, 40, 59, 60, 80, 90, 99, 100), Gen.Int[-1, 1])
        .Select((years, days) => Day.AddYears(-years).AddDays(days));

    private static readonly Gen<ParentState> Parent = Gen.Select(Gen.Enum<ParentFate>(), Gen.Int[-1, 1], HouseholdGen.OneOf(5, 6, 36))
        .Select((fate, days, months) => new ParentState(fate, Day.AddMonths(-6).AddDays(days), months));

    private static readonly Gen<ImmutableHashSet<string>> Draws = HouseholdGen.OneOf("D2.1", "D5.2", "D6.2", "D8.1", "D9.1", "").Select(
        code => code.Length == 0 ? ImmutableHashSet<string>.Empty : [code]);

    private static readonly Gen<LayOff> Work = Gen.Select(Gen.Int[-1, 1], Gen.Int[-1, 1], Gen.Bool, Gen.Bool).Select((began, ended, lost, supported) =>
        new LayOff(new DateOnly(1957, 12, 31).AddDays(began), new DateOnly(1961, 1, 1).AddDays(ended), lost, supported));

    private static readonly Gen<Away> Absent = Gen.Select(HouseholdGen.OneOf(Absence.None, Absence.None, Absence.Clergy, Absence.InPrison, Absence.ForcedRehabilitation, Absence.DeclaredMissing), Gen.Int[-1, 1])
        .Select((reason, days) => new Away(reason, Day.AddYears(-3).AddDays(days)));

    /// <summary>What makes a member: relation, dependence, studies, living together, absence, work.</summary>
    private static readonly Gen<Person> Belonging = Gen.Select(Gen.Enum<Relation>(), Gen.Bool, Gen.Bool, Gen.Bool, Absent, Gen.Bool).Select((relation, dependent, studies, together, away, outOfWork) => new Person
    {
        Relation = relation, IsDependent = dependent, StudiesUpToBachelor = studies, LivesInLongTerm = together, Away = away, IsOutOfWork = outOfWork,
    });

    public static Gen<Person> Known { get; } = Gen.Select(
        Belonging,
        Gen.Select(Birth, Gen.Enum<DisabilityKind>(), Gen.Int[0, 4], Gen.Bool),
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool, Draws),
        Gen.Select(Parent, Parent, Work, Gen.Bool, Gen.Bool)).Select((belonging, body, life, past) => belonging with
        {
            BornOn = body.Item1, Disability = body.Item3 == 0 ? Disability.None : new(body.Item2, body.Item3), CannotCareForSelf = body.Item4,
            AbilityGrade = life.Item1, GraveIllness = life.Item2, HasAbleObligor = life.Item3, Draws = life.Item4,
            Father = past.Item1, Mother = past.Item2, LayOff = past.Item3, WasOrphan = past.Item4, InFullTimeStudy = past.Item5,
        });

    public static Gen<ImmutableArray<Person>> Few { get; } = Known.Array[0, 3].Select(people => people.ToImmutableArray());

    /// <summary>The person with only those facts known, one bit each.</summary>
    public static Person Knowing(this Person all, int facts)
    {
        return new()
        {
            BornOn = Has(0) ? all.BornOn : null, Disability = Has(1) ? all.Disability : null, CannotCareForSelf = Has(2) ? all.CannotCareForSelf : null,
            AbilityGrade = Has(3) ? all.AbilityGrade : null, GraveIllness = Has(4) ? all.GraveIllness : null, HasAbleObligor = Has(5) ? all.HasAbleObligor : null,
            Draws = Has(6) ? all.Draws : null, Father = Has(7) ? all.Father : null, Mother = Has(8) ? all.Mother : null, LayOff = Has(9) ? all.LayOff : null,
            Relation = Has(10) ? all.Relation : null, IsDependent = Has(11) ? all.IsDependent : null, StudiesUpToBachelor = Has(12) ? all.StudiesUpToBachelor : null,
            LivesInLongTerm = Has(13) ? all.LivesInLongTerm : null, Away = Has(14) ? all.Away : null, IsOutOfWork = Has(15) ? all.IsOutOfWork : null,
            WasOrphan = Has(16) ? all.WasOrphan : null, InFullTimeStudy = Has(17) ? all.InFullTimeStudy : null,
        };

        bool Has(int fact) => (facts & (1 << fact)) != 0;
    }
}
