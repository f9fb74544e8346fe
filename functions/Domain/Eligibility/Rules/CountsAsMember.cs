using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.Counting;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>This person counts as a member of the household (共同生活的家庭成员).</summary>
internal sealed class CountsAsMember(RuleLine line) : Rule(line)
{
    protected override bool? Test(in Circumstances circumstances) => Standing.Of(circumstances.Person, circumstances.Day).Counts;

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var person = circumstances.Person;
        var absence = QuestionSet.If(person.Away?.IsLeftOutOn(circumstances.Day) is null, Question.Away);
        return Standing.Of(person with { Away = Away.Not }, circumstances.Day).Counts is null ? absence | OpenOfBelonging(person) : absence;
    }

    private static QuestionSet OpenOfBelonging(Person person)
    {
        var isChild = person.Relation is Relation.Child;
        return QuestionSet.If(person.Relation is null, Question.Relation)
            | QuestionSet.If(isChild && person.BornOn is null, Question.BirthDate)
            | QuestionSet.If(isChild && (person.IsDependent | person.StudiesUpToBachelor) is null, Question.Dependent)
            | QuestionSet.If(person is { Relation: Relation.Child or Relation.Parent or Relation.OtherWithDuty, LivesInLongTerm: null }, Question.LivesInLongTerm);
    }
}
