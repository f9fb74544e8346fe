using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Services;

/// <summary>The complete one-time list (一次性告知) for one household: nothing beyond it is asked for later.</summary>
/// <param name="Needed">What the resident gives.</param>
/// <param name="Held">What the city holds or fills in itself: struck out on the list (see <see cref="Material.Prefilled"/>).</param>
public sealed record MaterialList(ImmutableArray<Material> Needed, ImmutableArray<Material> Held)
{
    /// <summary>Codes of the whole list, in order.</summary>
    public IEnumerable<string> Codes => Needed.Concat(Held).Select(material => material.Code).Order(StringComparer.Ordinal);

    /// <summary>The same facts give the same list wherever it is computed.</summary>
    public static MaterialList For(Service service, Household household)
    {
        var applicable = service.Materials.Where(material => Applies(material.When, household)).ToLookup(material => material.FromPlatform);
        return new MaterialList([.. applicable[false]], [.. applicable[true]]);
    }

    // What a household cannot tell yet stays on the list: unknown is not no.
    private static bool Applies(MaterialCondition condition, Household household) => condition switch
    {
        MaterialCondition.Students => household.YearlyEducationSpending is { Yuan: > 0 },
        MaterialCondition.Illness => household is not { YearlyMedicalSpending: { Yuan: 0 }, YearlyRehabilitationSpending: { Yuan: 0 } },
        _ => true,
    };
}
