using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Advice;

/// <summary>Makes a person of posted facts; what cannot be is reported by field.</summary>
/// <param name="benefits">Codes of what can be drawn.</param>
/// <param name="at">Place in the household's list, for the name of the field.</param>
internal sealed class PersonReading(PersonFacts facts, int at, IReadOnlySet<string> benefits, DateOnly today, FieldErrors errors)
{
    private const int MostDraws = 20;
    private const int MostMonths = 1200;

    /// <returns>Something meaningless when there was an error.</returns>
    public Person Read()
    {
        var before = errors.Fields.Count;
        Check(facts.BornOn is null || (facts.BornOn >= new DateOnly(Person.EarliestBirthYear, 1, 1) && facts.BornOn <= today), "bornOn", "field.birth-date");
        Check(facts.DisabilityGrade is null or (>= 0 and <= Disability.Mildest), "disabilityGrade", "field.disability-grade");
        Check(facts.DisabilityKind is null || DisabilityKinds.Parse(facts.DisabilityKind) is not null, "disabilityKind", "field.disability-kind");
        Check(facts.AbilityGrade is null or (>= 0 and <= 3), "abilityGrade", "field.ability-grade");
        Check(facts.Draws is null || (facts.Draws.Count <= MostDraws && facts.Draws.All(benefits.Contains)), "draws", "field.draws");
        CheckParent(facts.Father, "father");
        CheckParent(facts.Mother, "mother");
        Check(facts.Relation is null || Relations.Parse(facts.Relation) is not null, "relation", "field.relation");
        Check(facts.Away is null || Absences.Parse(facts.Away.Reason) is not null, "away.reason", "field.away");
        Check(facts.Away?.Since is null || facts.Away.Since <= today, "away.since", "field.date");
        return errors.Fields.Count > before ? new Person() : Known();
    }

    private Person Known() => new()
    {
        BornOn = facts.BornOn,
        Disability = DisabilityOf(facts),
        CannotCareForSelf = facts.CannotCareForSelf,
        AbilityGrade = facts.AbilityGrade,
        GraveIllness = facts.GraveIllness,
        HasAbleObligor = facts.HasAbleObligor,
        Father = Parent(facts.Father),
        Mother = Parent(facts.Mother),
        Draws = facts.Draws?.ToImmutableHashSet(StringComparer.Ordinal),
        LayOff = facts.LayOff is { } told ? new(told.StartedOn, told.LaidOffOn, told.LabourLost, told.Supported) : null,
        Relation = Relations.Parse(facts.Relation),
        IsDependent = facts.IsDependent,
        StudiesUpToBachelor = facts.StudiesUpToBachelor,
        LivesInLongTerm = facts.LivesInLongTerm,
        Away = facts.Away is { } away ? new(Absences.Parse(away.Reason)!.Value, away.Since) : null,
        IsOutOfWork = facts.IsOutOfWork,
        WasOrphan = facts.WasOrphan,
        InFullTimeStudy = facts.InFullTimeStudy,
    };

    private static Disability? DisabilityOf(PersonFacts facts) => facts switch
    {
        { DisabilityGrade: null, DisabilityKind: null } => null,
        { DisabilityGrade: 0 } => Disability.None,
        _ => new(DisabilityKinds.Parse(facts.DisabilityKind), facts.DisabilityGrade),
    };

    private static ParentState? Parent(ParentFacts? told) => told is null ? null : new(ParentFates.Parse(told.Fate)!.Value, told.Since, told.SentenceMonths);

    private void CheckParent(ParentFacts? parent, string field)
    {
        Check(parent is null || ParentFates.Parse(parent.Fate) is not null, field + ".fate", "field.parent-fate");
        Check(parent?.Since is null || parent.Since <= today, field + ".since", "field.date");
        Check(parent?.SentenceMonths is null or (>= 1 and <= MostMonths), field + ".sentenceMonths", "field.months");
    }

    private void Check(bool isFine, string field, string problem)
    {
        if (!isFine)
            errors.Add($"household.people[{at}].{field}", problem);
    }
}
