using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Functions.Tests.Running;

/// <summary>The people of the demo town, all made up.</summary>
internal static class Town
{
    public const string Resident = "resident:Zm9vYmFyYmF6cXV4MTIzNA";
    public const string OtherResident = "resident:c29tZWJvZHlFbHNlMTIzNA";
    public const string Agent = "staff:shi-agent";
    public const string OtherAgent = "staff:shi-agent-2";
    public const string NeighbourAgent = "staff:qin-agent";
    public const string TownshipAgent = "staff:zhai-agent";
    public const string CityAgent = "staff:city-agent";
    public const string Officer = "staff:zhai-officer";
    public const string Second = "staff:zhai-deputy";
    public const string OtherOfficer = "staff:zhai-officer-2";
    public const string Chief = "staff:zhai-chief";
    public const string Filing = "staff:city-filing";
    public const string Reviewer = "staff:city-reviewer";
    public const string Bureau = "staff:bureau-officer";
    public const string ForeignOfficer = "staff:dong-officer";

    public const string Village = "370982103201";

    public const string Deputy = "staff:zhai-deputy";
    public const string Point = "township/370982103";

    private static readonly DateOnly Long = new(2020, 1, 1);

    public static ImmutableArray<StaffMember> Staff { get; } =
    [
        Member("shi-agent", "史建国", Role.VillageAgent, "village/370982103201"),
        Member("shi-agent-2", "史玉梅", Role.VillageAgent, "village/370982103201"),
        Member("qin-agent", "秦芳", Role.VillageAgent, "village/370982103202"),
        Member("zhai-officer", "翟敏", Role.TownshipOfficer, "township/370982103"),
        Member("zhai-officer-2", "孟凡强", Role.TownshipOfficer, "township/370982103"),
        Member("zhai-chief", "王立新", Role.ChiefRepresentative, "township/370982103"),
        Member("zhai-deputy", "何秀英", Role.DeputyRepresentative, "township/370982103"),
        Member("zhai-head", "郑海涛", Role.TownshipHead, "township/370982103"),
        Member("zhai-agent", "冯桂兰", Role.TownshipAgent, "township/370982103"),
        Member("city-agent", "吕明", Role.CityAgent, "city/370982"),
        Member("city-filing", "李文静", Role.CityFilingOfficer, "city/370982"),
        Member("city-reviewer", "赵严", Role.CityReviewer, "city/370982"),
        Member("bureau-officer", "孙宁", Role.BureauOfficer, "city/370982"),
        Member("dong-officer", "东明", Role.TownshipOfficer, "township/370982101"),
    ];

    /// <summary>Everything that is delegated, to the chief representative, up to 5,000 yuan.</summary>
    public static IEnumerable<AuthorityGrant> Authority(CityCatalogue catalogue) => catalogue.Services
        .Where(service => service.IsDelegated)
        .Select(service => new AuthorityGrant(service.Code, Role.ChiefRepresentative, Long, "370982103-01", "新泰市民政局", new Money(5_000)));

    private static StaffMember Member(string id, string name, Role role, string office) => new(id, name, [new Post(role, office, Long)])
    {
        Trainings = role is Role.ChiefRepresentative or Role.DeputyRepresentative ? [new("low-income-decisions", Long)] : [],
    };
}
