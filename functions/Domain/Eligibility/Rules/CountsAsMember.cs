using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>This person counts as a member of the household (共同生活的家庭成员).</summary>
internal sealed class CountsAsMember() : Rule(RuleNames.CountsAsMember, Acts.AllowanceReviewAsRead.AsAWhole())
{
    public override bool? Holds(in Circumstances circumstances) => Standing.Of(circumstances.Person, circumstances.Day).Counts;

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var person = circumstances.Person;
        var isChild = person.Relation is Relation.Child;
        return QuestionSet.If(person.Relation is null, Question.Relation)
            | QuestionSet.If(person.Away?.IsLeftOutOn(circumstances.Day) is null, Question.Away)
            | QuestionSet.If(isChild && person.BornOn is null, Question.BirthDate)
            | QuestionSet.If(isChild && (person.IsDependent | person.StudiesFullTime) is null, Question.Dependent)
            | QuestionSet.If(person is { Relation: Relation.Child or Relation.Parent or Relation.OtherWithDuty, LivesInLongTerm: null }, Question.LivesInLongTerm);
    }
}
