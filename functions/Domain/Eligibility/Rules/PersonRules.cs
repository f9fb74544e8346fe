using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;
using static OneVisit.Domain.Eligibility.Composition.ArgumentKind;
using static OneVisit.Domain.Eligibility.Composition.RuleBook;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Rules about one person of the household.</summary>
internal static class PersonRules
{
    private static readonly NumberByArea Standard = new(ParameterNames.StandardRural, ParameterNames.StandardUrban);

    public static IEnumerable<RuleDefinition> All =>
    [
        // Ages are dated numbers, in full years, reached on the birthday.
        Person(RuleNames.AgeReached, [Question.BirthDate], [new("years", Parameter)], line => OfAge(line, line.Parameter("years"), (age, years) => age >= years, years => years)),
        Person(RuleNames.AgeNotPassed, [Question.BirthDate], [new("below", Parameter)], line => OfAge(line, line.Parameter("below"), (age, below) => age < below, below => below - 1)),
        Person(RuleNames.Minor, [Question.BirthDate], [new("below", Parameter)], line => OfAge(line, line.Parameter("below"), (age, below) => age < below, below => below)),

        Person(RuleNames.NoLabourCapacity, [Question.BirthDate, Question.Disability], [new("years", Parameter), new("below", Parameter)], line => new NoLabourCapacity(line)),
        Person(RuleNames.DisabilityCertificate, Question.Disability, [], _ => (in c) => c.Person.Disability?.IsOfGrade(1, Disability.Mildest)),
        Person(RuleNames.SevereDisability, Question.Disability, [new("to_grade", Number)], SevereDisability),
        Person(RuleNames.SeverelyDisabledChild, Question.Disability, [], _ => (in c) => c.Person.Disability?.IsSevereForChildren),
        Person(RuleNames.GravelyIllChild, Question.GraveIllness, [], _ => (in c) => c.Person.GraveIllness),
        Person(RuleNames.NeedsCare, Question.CannotCareForSelf, [], _ => (in c) => c.Person.CannotCareForSelf),
        Person(RuleNames.AbilityLost, Question.AbilityGrade, [new("from_grade", Number)], AbilityLost),
        Person(RuleNames.NoAbleObligor, Question.AbleObligor, [], _ => (in c) => !c.Person.HasAbleObligor),

        // Of benefits that are not paid together this person draws none of the others.
        Person(RuleNames.NotDrawnTwice, Question.PersonDraws, [new("services", ArgumentKind.Services)], NotDrawnTwice),

        // Both parents dead or untraceable.
        Person(RuleNames.Orphan, Question.Parents, [], _ => (in c) => c.Person.Father?.IsDeadOrUntraceable & c.Person.Mother?.IsDeadOrUntraceable),
        // Neither parent can care, and they are not both dead: that child is an orphan.
        Person(RuleNames.Unsupported, Question.Parents, [], _ => Unsupported),

        Person(RuleNames.LaidOffInTheSixties, Question.LayOff, [new("started_by", Date), new("laid_off_from", Date), new("laid_off_to", Date)], LaidOff),
        Person(RuleNames.WasOrphan, Question.WasOrphan, [], _ => (in c) => c.Person.WasOrphan),
        Person(RuleNames.FullTimeStudy, Question.FullTimeStudy, [], _ => (in c) => c.Person.InFullTimeStudy),
        Person(RuleNames.LabourLost, Question.LayOff, [], _ => (in c) => c.Person.LayOff?.LabourLost),
        // Of a claim alone (单人保).
        Person(RuleNames.CountsAsMember, [Question.Relation, Question.Away, Question.BirthDate, Question.Dependent, Question.LivesInLongTerm], [], line => new CountsAsMember(line)),
        Person(RuleNames.MayClaimAlone, [Question.Disability, Question.GraveIllness, Question.BirthDate, Question.OutOfWork], [new("of_age", Parameter)], line => new MayClaimAlone(line)),
        Person(RuleNames.OwnIncomeBelowStandard, [Question.Area, Question.Incomes], [], line => new OwnIncomeBelowStandard(line), Standard),
        Person(RuleNames.WithoutSupport, Question.LayOff, [], _ => (in c) => !c.Person.LayOff?.Supported),
    ];

    private static LineOfLaw OfAge(RuleLine line, string parameter, Func<int, decimal, bool> fits, Func<decimal, decimal> limit) => new(
        line,
        (in c) => c.AgeOf(c.Person.BornOn) is { } age && c.Number(parameter) is { } years ? fits(age, years) : null,
        (in c) => c.AgeOf(c.Person.BornOn) is { } age && c.Number(parameter) is { } years
            ? [new(FigureNames.Age, age), new(FigureNames.Limit, limit(years))]
            : null);

    private static Test SevereDisability(RuleLine line)
    {
        var to = line.Number("to_grade");
        return (in c) => c.Person.Disability?.IsOfGrade(1, to);
    }

    private static Test AbilityLost(RuleLine line)
    {
        var from = line.Number("from_grade");
        return (in c) => c.Person.AbilityGrade is { } grade ? grade >= from : null;
    }

    private static Test NotDrawnTwice(RuleLine line)
    {
        var others = line.Services("services");
        return (in c) =>
        {
            if (c.Person.Draws is not { } draws)
                return null;
            foreach (var other in others)
            {
                if (draws.Contains(other))
                    return false;
            }
            return true;
        };
    }

    // Each parent is dead, missing, or cannot care; two who are dead or untraceable make an orphan instead.
    private static bool? Unsupported(in Circumstances circumstances)
    {
        var (father, mother) = (circumstances.Person.Father, circumstances.Person.Mother);
        return father is { IsDeadOrUntraceable: true } && mother is { IsDeadOrUntraceable: true }
            ? false
            : Fails(father, circumstances.Day) & Fails(mother, circumstances.Day);
    }

    private static bool? Fails(ParentState? parent, DateOnly day) => parent switch
    {
        null => null,
        { IsDeadOrUntraceable: true } or { Fate: ParentFate.DeclaredMissing } => true,
        _ => parent.CannotCareOn(day),
    };

    private static Test LaidOff(RuleLine line)
    {
        var (startedBy, from, to) = (line.Date("started_by"), line.Date("laid_off_from"), line.Date("laid_off_to"));
        return (in c) =>
            (c.Person.LayOff?.StartedOn is { } started ? started <= startedBy : null)
            & (c.Person.LayOff?.LaidOffOn is { } ended ? ended >= from && ended <= to : null);
    }
}
