using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Services;

/// <summary>The complete one-time list (一次性告知) for one household, each paper once: nothing beyond it is asked for later.</summary>
public sealed record MaterialList(ImmutableArray<MaterialLine> Lines)
{
    /// <summary>What the resident gives.</summary>
    public ImmutableArray<Material> Needed => [.. Lines.Where(line => line.IsAsked).Select(line => line.Material)];

    /// <summary>What the city holds, looks up or fills in itself: struck out on the list (see <see cref="Material.Prefilled"/>).</summary>
    public ImmutableArray<Material> Held => [.. Lines.Where(line => !line.IsAsked).Select(line => line.Material)];

    /// <summary>Codes of the whole list, in order.</summary>
    public IEnumerable<string> Codes => Lines.Select(line => line.Code).Order(StringComparer.Ordinal);

    public MaterialLine? Find(string code) => Lines.FirstOrDefault(line => line.Code == code);

    /// <summary>
    /// The list with the paper by which somebody shows that they act for the applicant. A paper that is there already counts for that too, on the terms of its own line.
    /// </summary>
    /// <param name="evidence">As the master list has it: never waived, never later.</param>
    /// <param name="services">All that is applied for: each of the cases has it on its list.</param>
    /// <param name="holdings">As in <see cref="For(IReadOnlyList{Service}, Household, DateOnly?, bool?, IReadOnlyDictionary{string, Holding}?)"/>.</param>
    public MaterialList Showing(Material evidence, IEnumerable<string> services, IReadOnlyDictionary<string, Holding>? holdings = null)
    {
        ImmutableArray<string> all = [.. services];
        return Find(evidence.Code) is { } line
            ? new(Lines.Replace(line, line with { Services = all }))
            : new(Lines.Add(MaterialLine.Of(evidence, all[0], holdings ?? Holding.NotAsked) with { Services = all }));
    }

    /// <summary>The list of one service, as long as nothing is known of the day, of an agent or of what the platform holds.</summary>
    public static MaterialList For(Service service, Household household) => For([service], household);

    /// <summary>The combined list of several services. The same facts give the same list wherever it is computed.</summary>
    /// <param name="day">For ages; <c>null</c>: what depends on one stays on the list.</param>
    /// <param name="agent">Somebody acts for the resident; <c>null</c>: not decided yet, and what an agent needs stays on the list.</param>
    /// <param name="holdings">What the platform answered, by the codes of the papers; of those left out the catalogue alone speaks.</param>
    public static MaterialList For(
        IReadOnlyList<Service> services, Household household, DateOnly? day = null, bool? agent = null, IReadOnlyDictionary<string, Holding>? holdings = null) => new(
        [
            .. services
                .SelectMany(service => service.Materials
                    .Where(material => material.When.Applies(household, day, agent))
                    .Select(material => MaterialLine.Of(material, service.Code, holdings ?? Holding.NotAsked)))
                .GroupBy(line => line.Code)
                .Select(lines => lines.Aggregate((one, other) => one.And(other))),
        ]);
}
