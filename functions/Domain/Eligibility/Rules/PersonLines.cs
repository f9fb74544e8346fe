using OneVisit.Domain.Eligibility.Conditions;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Rules;

/// <summary>Lines of law about one person.</summary>
internal static class PersonLines
{
    public const int Majority = 18;

    public static Rule AgeReached(int years, LawReference law) => OfAge(RuleNames.AgeReached, law, years, age => age >= years);

    /// <summary>Up to this age, inclusive.</summary>
    public static Rule AgeNotPassed(int years, LawReference law) => OfAge(RuleNames.AgeNotPassed, law, years, age => age <= years);

    public static Rule Minor(LawReference law) => OfAge(RuleNames.Minor, law, Majority, age => age < Majority);

    public static Rule DisabilityCertificate(LawReference law) => new LineOfLaw(
        RuleNames.DisabilityCertificate, law, Question.Disability, (in c) => c.Person.Disability?.IsOfGrade(1, Disability.Mildest));

    public static Rule SevereDisability(LawReference law) => new LineOfLaw(
        RuleNames.SevereDisability, law, Question.Disability, (in c) => c.Person.Disability?.IsOfGrade(1, 2));

    public static Rule NeedsCare(LawReference law) => new LineOfLaw(RuleNames.NeedsCare, law, Question.CannotCareForSelf, (in c) => c.Person.CannotCareForSelf);

    public static Rule AbilityLost(LawReference law) => new LineOfLaw(
        RuleNames.AbilityLost, law, Question.AbilityGrade, (in c) => c.Person.AbilityGrade is { } grade ? grade >= 2 : null);

    public static Rule NoAbleObligor(LawReference law) => new LineOfLaw(RuleNames.NoAbleObligor, law, Question.AbleObligor, (in c) => !c.Person.HasAbleObligor);

    /// <summary>Of benefits that are not paid together this person draws none of the others.</summary>
    public static Rule NotDrawnTwice(LawReference law, params string[] others) => new LineOfLaw(
        RuleNames.NotDrawnTwice, law, Question.PersonDraws, (in c) => c.Person.Draws is { } draws ? !others.Any(draws.Contains) : null);

    /// <summary>Both parents dead or untraceable.</summary>
    public static Rule Orphan(LawReference law) => new LineOfLaw(
        RuleNames.Orphan, law, Question.Parents, (in c) => c.Person.Father?.IsDeadOrUntraceable & c.Person.Mother?.IsDeadOrUntraceable);

    /// <summary>Neither parent can care, and they are not both dead: that child is an orphan.</summary>
    public static Rule Unsupported(LawReference law) => new LineOfLaw(RuleNames.Unsupported, law, Question.Parents, Unsupported);

    /// <summary>Severely disabled, or gravely ill.</summary>
    public static Condition HardHitChild(LawReference law) => new FirstOf(
        new LineOfLaw(RuleNames.SeverelyDisabledChild, law, Question.Disability, (in c) => c.Person.Disability?.IsSevereForChildren),
        new LineOfLaw(RuleNames.GravelyIllChild, law, Question.GraveIllness, (in c) => c.Person.GraveIllness));

    public static Rule LaidOffInTheSixties(LawReference law) => new LineOfLaw(RuleNames.LaidOffInTheSixties, law, Question.LayOff, LaidOff);

    public static Rule LabourLost(LawReference law) => new LineOfLaw(RuleNames.LabourLost, law, Question.LayOff, (in c) => c.Person.LayOff?.LabourLost);

    public static Rule WithoutSupport(LawReference law) => new LineOfLaw(RuleNames.WithoutSupport, law, Question.LayOff, (in c) => !c.Person.LayOff?.Supported);

    private static LineOfLaw OfAge(string name, LawReference law, int years, Func<int, bool> fits) => new(
        name, law, Question.BirthDate,
        (in c) => c.Person.BornOn is { } born ? fits(born.AgeOn(c.Day)) : null,
        (in c) => c.Person.BornOn is { } born ? [new Figure(FigureNames.Age, born.AgeOn(c.Day)), new Figure(FigureNames.Limit, years)] : null);

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

    // 国发〔1965〕224号: at work by the end of 1957, laid off from 1961 to 9 June 1965.
    private static bool? LaidOff(in Circumstances circumstances) =>
        (circumstances.Person.LayOff?.StartedOn is { } started ? started <= new DateOnly(1957, 12, 31) : null)
        & (circumstances.Person.LayOff?.LaidOffOn is { } ended ? ended >= new DateOnly(1961, 1, 1) && ended <= new DateOnly(1965, 6, 9) : null);
}
