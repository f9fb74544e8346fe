using System.Collections.Immutable;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>Facts of a person by the questions for them.</summary>
internal static class PersonFacts
{
    public static bool Answers(Question question) => question is
        Question.BirthDate or Question.Disability or Question.CannotCareForSelf or Question.AbilityGrade or Question.GraveIllness or Question.AbleObligor
        or Question.Parents or Question.PersonDraws or Question.LayOff or Question.WasOrphan or Question.FullTimeStudy
        or Question.Relation or Question.Away or Question.Dependent or Question.LivesInLongTerm or Question.OutOfWork;

    public static object? Read(Person person, Question question) => question switch
    {
        Question.BirthDate => person.BornOn,
        Question.Disability => person.Disability,
        Question.CannotCareForSelf => person.CannotCareForSelf,
        Question.AbilityGrade => person.AbilityGrade,
        Question.GraveIllness => person.GraveIllness,
        Question.AbleObligor => person.HasAbleObligor,
        Question.Parents => person.Father is null && person.Mother is null ? null : new Parents(person.Father, person.Mother),
        Question.PersonDraws => person.Draws,
        Question.LayOff => person.LayOff,
        Question.WasOrphan => person.WasOrphan,
        Question.FullTimeStudy => person.InFullTimeStudy,
        Question.Relation => person.Relation,
        Question.Away => person.Away,
        Question.Dependent => person.IsDependent is null && person.StudiesUpToBachelor is null ? null : new Dependence(person.IsDependent, person.StudiesUpToBachelor),
        Question.LivesInLongTerm => person.LivesInLongTerm,
        Question.OutOfWork => person.IsOutOfWork,
        _ => null,
    };

    public static Person Write(Person person, Question question, object? value) => question switch
    {
        Question.BirthDate => person with { BornOn = (DateOnly?)value },
        Question.Disability => person with { Disability = (Disability?)value },
        Question.CannotCareForSelf => person with { CannotCareForSelf = (bool?)value },
        Question.AbilityGrade => person with { AbilityGrade = (int?)value },
        Question.GraveIllness => person with { GraveIllness = (bool?)value },
        Question.AbleObligor => person with { HasAbleObligor = (bool?)value },
        Question.Parents => person with { Father = (value as Parents)?.Father, Mother = (value as Parents)?.Mother },
        Question.PersonDraws => person with { Draws = (ImmutableHashSet<string>?)value },
        Question.LayOff => person with { LayOff = (LayOff?)value },
        Question.WasOrphan => person with { WasOrphan = (bool?)value },
        Question.FullTimeStudy => person with { InFullTimeStudy = (bool?)value },
        Question.Relation => person with { Relation = (Relation?)value },
        Question.Away => person with { Away = (Away?)value },
        Question.Dependent => person with { IsDependent = (value as Dependence)?.OnTheHousehold, StudiesUpToBachelor = (value as Dependence)?.Studies },
        Question.LivesInLongTerm => person with { LivesInLongTerm = (bool?)value },
        Question.OutOfWork => person with { IsOutOfWork = (bool?)value },
        _ => person,
    };
}
