using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>
/// Cannot earn a living (无劳动能力): old, a child, or disabled as the list has it: intellectual or mental grade 1-3, physical 1-2, visual 1.
/// Of other kinds of disability the list says nothing: that stays unknown, and the township is asked, not the person.
/// </summary>
internal sealed class NoLabourCapacity(RuleLine line) : Rule(line)
{
    private readonly string old = line.Parameter("years");
    private readonly string young = line.Parameter("below");

    protected override bool? Test(in Circumstances circumstances)
    {
        var person = circumstances.Person;
        var age = circumstances.AgeOf(person.BornOn);
        var byAge = age >= circumstances.Number(old) || age < circumstances.Number(young)
            ? true
            : age is null || circumstances.Number(old) is null || circumstances.Number(young) is null ? (bool?)null : false;
        var byDisability = person.Disability is { } disability ? IsListed(disability) : null;
        return byAge | byDisability;
    }

    public override QuestionSet Open(in Circumstances circumstances) =>
        QuestionSet.If(circumstances.Person.BornOn is null, Question.BirthDate)
        | QuestionSet.If(circumstances.Person.Disability is null or { Grade: null } or { Kind: null, Grade: > 0 }, Question.Disability);

    private static bool? IsListed(Disability disability) => disability switch
    {
        { Grade: 0 } => false,
        { Kind: null } or { Grade: null } => null,
        { Kind: DisabilityKind.Intellectual or DisabilityKind.Mental } => disability.Grade <= 3,
        { Kind: DisabilityKind.Physical } => disability.Grade <= 2,
        { Kind: DisabilityKind.Visual } => disability.Grade <= 1,
        _ => null,
    };
}
