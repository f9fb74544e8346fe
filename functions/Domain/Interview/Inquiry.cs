using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>What is asked in one message: a single fact, or a checklist; exactly one of the two.</summary>
/// <param name="Person">Place in <see cref="Household.People"/>, from 0, of the person it is about; <c>null</c>: the household.</param>
public readonly record struct Inquiry(Question? Question, Checklist? Checklist, int? Person)
{
    public static Inquiry About(Question question, int? person = null) => new(question, null, person);

    public static Inquiry About(Fact fact) => new(fact.Question, null, fact.Person);

    public static Inquiry List(Checklist checklist, int? person = null) => new(null, checklist, person);
}
