using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Host.Demo;

/// <summary>The people of the demo city. Their names are invented.</summary>
public static class DemoStaff
{
    private static readonly DateOnly Since = new(2018, 1, 1);

    public static IReadOnlyList<StaffMember> All { get; } =
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
    ];

    private static StaffMember Member(string id, string name, Role role, string office) => new(id, name, [new Post(role, office, Since)])
    {
        Trainings = role is Role.ChiefRepresentative or Role.DeputyRepresentative or Role.BureauOfficer ? [new("delegated-decisions", Since), new("low-income-decisions", Since)] : [],
    };
}
