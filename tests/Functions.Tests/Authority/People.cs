using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Everybody who could knock: each post at its place, elsewhere, in another city, of yesterday and of tomorrow, and nobody.</summary>
internal static class People
{
    public const string Kin = "staff:zhai-kin";
    public const string KinReviewer = "staff:city-kin";
    public const string Former = "resident:Zm9ybWVyT3duZXIxMjM0NQ";
    public const string HandedDeputy = "staff:dong-deputy";

    private static readonly DateOnly Long = new(2020, 1, 1);

    public static ImmutableArray<Person> All { get; } =
    [
        new(null, []) { IsKnown = false },
        new("staff:nobody", []) { IsKnown = false },
        new(Participants.Door, []),
        new(Town.Resident, []),
        new(Town.OtherResident, []),
        new(Former, []),
        .. Enum.GetValues<BadProof>().Select(proof => new Person(Town.Resident, []) { Proof = proof }),
        .. Town.Staff.Concat(Others).Select(member => new Person(member.Participant, [.. member.PostsOn(Office.Today).Where(post => !post.Office.EndsWith("/370999", StringComparison.Ordinal)).Select(post => (post.Role, post.Office))])),
    ];

    public static IEnumerable<Person> OfTheTown => All.Where(person => person.Posts.All(post => post.Office is "village/370982103201" or "township/370982103" or "city/370982"));

    private static StaffMember[] Others =>
    [
        Member("dong-chief", "东立", Role.ChiefRepresentative, "township/370982101"),
        Member("dong-deputy", "东秀", Role.DeputyRepresentative, "township/370982101"),
        Member("dong-head", "东涛", Role.TownshipHead, "township/370982101"),
        Member("dong-agent", "东兰", Role.TownshipAgent, "township/370982101"),
        Member("far-filing", "远文", Role.CityFilingOfficer, "city/370999"),
        Member("far-reviewer", "远严", Role.CityReviewer, "city/370999"),
        Member("far-bureau", "远宁", Role.BureauOfficer, "city/370999"),
        Member("far-agent", "远明", Role.CityAgent, "city/370999"),
        new("was-reviewer", "前任", [new Post(Role.CityReviewer, "city/370982", Long, Office.Today.AddDays(-1))]),
        new("will-be-chief", "后任", [new Post(Role.ChiefRepresentative, "township/370982103", Office.Today.AddDays(60))]),
        Member("zhai-kin", "柳青青", Role.TownshipOfficer, "township/370982103"),
        Member("city-kin", "白露露", Role.CityReviewer, "city/370982"),
    ];

    public static Task SeedAsync(Office office) => office.Services.GetRequiredService<StaffDirectory>().SeedAsync(Others);

    private static StaffMember Member(string id, string name, Role role, string place) => new(id, name, [new Post(role, place, Long)]);
}
