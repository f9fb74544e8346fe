using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Oversight;

namespace OneVisit.Local.Year.World;

/// <summary>What a city of the demonstration delegated to its points: every delegated item to each of the 21, with invented limits.</summary>
public static class Delegations
{
    private const string Bureau = "新泰市民政局";
    private const string Reason = "演示城市的委托书（2018）";

    private static readonly DateOnly Since = new(2018, 1, 1);

    /// <summary>Writes the matrix of every point that has none yet.</summary>
    public static Task SeedAsync(Points points, CityCatalogue catalogue, CancellationToken ct) => Task.WhenAll(catalogue.Places.Townships.Where(township => township.Active).Select(township =>
        points.SeedAsync(Offices.Id(OfficeLevel.Township, township.Code), Of(catalogue, township.Code), Reason, ct)));

    private static IEnumerable<AuthorityGrant> Of(CityCatalogue catalogue, string township) =>
        from service in catalogue.Services
        where service.IsDelegated
        from holder in new[] { Role.ChiefRepresentative, Role.DeputyRepresentative }
        select new AuthorityGrant(service.Code, holder, Since, township + "-01", Bureau, Most(service.Procedures[^1].Grants, holder));

    // What is above the deputy's is the chief's, and what is above the chief's the bureau's.
    private static Money? Most(Grants grants, Role holder) => (grants, holder) switch
    {
        (Grants.Monthly or Grants.Recomputed, Role.DeputyRepresentative) => new(2_000),
        (Grants.Monthly or Grants.Recomputed, _) => new(5_000),
        (Grants.Once, Role.DeputyRepresentative) => new(1_000),
        (Grants.Once, _) => new(10_000),
        _ => null,
    };
}
