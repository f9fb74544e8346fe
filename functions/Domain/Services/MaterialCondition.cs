using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Services;

/// <summary>When a material belongs on the list at all.</summary>
public enum MaterialCondition
{
    Always,

    /// <summary>The household counts education spending: there are students.</summary>
    Students,

    /// <summary>The household counts spending on illness or rehabilitation.</summary>
    Illness,

    /// <summary>Somebody has died.</summary>
    Death,

    /// <summary>Somebody else acts for the resident.</summary>
    Agent,

    /// <summary>The departments are asked first; the paper is needed where they have it not.</summary>
    NotOnRecord,

    /// <summary>There is somebody under 18.</summary>
    Children,

    /// <summary>Somebody has a disability certificate, or a parent is severely disabled.</summary>
    Disabled,
}

/// <summary>What the answers say about a <see cref="MaterialCondition"/>, and its names as they travel.</summary>
public static class MaterialConditions
{
    private const int ComesOfAge = 18;

    /// <summary>Does a paper of this condition belong on the list? What a household cannot tell yet stays on it: unknown is not no.</summary>
    /// <param name="day">For ages; <c>null</c>: they cannot be told.</param>
    /// <param name="agent">Somebody acts for the resident; <c>null</c>: not decided yet.</param>
    public static bool Applies(this MaterialCondition condition, Household household, DateOnly? day, bool? agent) => condition switch
    {
        MaterialCondition.Students => household.YearlyEducationSpending is { Yuan: > 0 },
        MaterialCondition.Illness => household is not { YearlyMedicalSpending: { Yuan: 0 }, YearlyRehabilitationSpending: { Yuan: 0 } },
        MaterialCondition.Death => household.Deceased is not DeceasedGroup.Nobody,
        MaterialCondition.Agent => agent is not false,
        MaterialCondition.Children => Somebody(household, person => person.BornOn is not { } born || day is not { } today || born.AddYears(ComesOfAge) > today),
        MaterialCondition.Disabled => Somebody(household, IsOrMayBeDisabled),
        _ => true,
    };

    private static bool Somebody(Household household, Func<Person, bool> mayBe) => household.People is not { } people || people.Any(mayBe);

    private static bool IsOrMayBeDisabled(Person person) =>
        person.Disability is null or { Grade: not 0 }
        || new[] { person.Father, person.Mother }.Any(parent => parent?.Fate == ParentFate.SeverelyDisabled);

    public static string Code(this MaterialCondition condition) => condition switch
    {
        MaterialCondition.Always => "always",
        MaterialCondition.Students => "students",
        MaterialCondition.Illness => "illness",
        MaterialCondition.Death => "death",
        MaterialCondition.Agent => "agent",
        MaterialCondition.NotOnRecord => "not-on-record",
        MaterialCondition.Children => "children",
        MaterialCondition.Disabled => "disabled",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public static MaterialCondition? Parse(string? code) => Codes.Parse<MaterialCondition>(code, Code);
}
