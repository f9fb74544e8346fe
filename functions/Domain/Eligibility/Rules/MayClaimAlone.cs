using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// In a borderline household this person may claim the allowance alone (单人保): disabled to grade 1 or 2, intellectually or mentally to grade 3,
/// gravely ill, or of age, out of work and severely disabled. Of the last, severe is read as widely as for children: grade 3-4 intellectual or mental
/// too [our reading].
/// </summary>
internal sealed class MayClaimAlone(RuleLine line) : Rule(line)
{
    private readonly string ofAge = line.Parameter("of_age");

    protected override bool? Test(in Circumstances circumstances) =>
        IsListed(circumstances.Person.Disability) | circumstances.Person.GraveIllness | IsSevereAndOutOfWork(circumstances);

    public override QuestionSet Open(in Circumstances circumstances)
    {
        var person = circumstances.Person;
        var isSevere = person.Disability?.IsSevereForChildren;
        return QuestionSet.If(isSevere is null, Question.Disability)
            | QuestionSet.If(person.GraveIllness is null, Question.GraveIllness)
            | QuestionSet.If(isSevere == true && person.BornOn is null, Question.BirthDate)
            | QuestionSet.If(isSevere == true && person.IsOutOfWork is null, Question.OutOfWork);
    }

    private static bool? IsListed(Disability? disability) => disability switch
    {
        null or { Grade: null } => null,
        { Grade: 0 or Disability.Mildest } => false,
        { Grade: <= 2 } => true,
        { Kind: null } => null,
        _ => disability.Kind is DisabilityKind.Intellectual or DisabilityKind.Mental,
    };

    private bool? IsSevereAndOutOfWork(in Circumstances circumstances)
    {
        var person = circumstances.Person;
        bool? isOfAge = circumstances.AgeOf(person.BornOn) is { } age && circumstances.Number(ofAge) is { } years ? age >= years : null;
        return isOfAge & person.IsOutOfWork & person.Disability?.IsSevereForChildren;
    }
}
