using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Somebody who knocks, and how they stand to a case of the household in Shi village as whoever set the scene knows it; the domain is not asked.</summary>
/// <param name="Participant"><c>null</c>: without a token.</param>
/// <param name="Posts">Today's, in this city.</param>
internal sealed record Person(string? Participant, ImmutableArray<(Role Role, string Office)> Posts)
{
    public bool IsKnown { get; init; } = true;

    /// <summary>To what is about no case.</summary>
    public Footing ByPosts => Of(_ => Relation.Post);

    public Footing To(Scene scene) => Participant == Town.Resident ? new([new(Relation.Owner)]) : Of(post => OfCase(post, scene));

    /// <param name="desk">Before whom the task lies.</param>
    public Footing To(Scene scene, (Role Role, string Office) desk) =>
        Participant == Town.Resident ? new([new(Relation.Owner)]) : Of(post => post == desk && (!post.Role.IsAgent() || scene.Mandated) ? Relation.Desk : OfCase(post, scene));

    private static Relation OfCase((Role Role, string Office) post, Scene scene) =>
        post is (Role.VillageAgent, "village/370982103201") && scene.Mandated ? Relation.Mandate
        : post.Office is "village/370982103201" or "township/370982103" or "city/370982" ? Relation.Here : Relation.Elsewhere;

    private Footing Of(Func<(Role Role, string Office), Relation> relation) =>
        Participant == Participants.Door ? Footing.OfDoor
        : Participant?.StartsWith("resident:", StringComparison.Ordinal) == true ? Footing.OfResident
        : Posts.IsEmpty ? new([new(Relation.NoPost)]) : new([.. Posts.Select(post => new Standing(relation(post), post.Role))]);
}

/// <summary>Everybody who could knock: each post at its place, elsewhere, in another city, of yesterday and of tomorrow, and nobody.</summary>
internal static class People
{
    public const string Kin = "staff:zhai-kin";
    public const string KinReviewer = "staff:city-kin";

    private static readonly DateOnly Long = new(2020, 1, 1);

    public static ImmutableArray<Person> All { get; } =
    [
        new(null, []) { IsKnown = false },
        new("staff:nobody", []) { IsKnown = false },
        new(Participants.Door, []),
        new(Town.Resident, []),
        new(Town.OtherResident, []),
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

/// <summary>A case in one state, with the tasks that it has and before whom each lies.</summary>
internal sealed record Scene(string CaseId, CaseState State, ImmutableDictionary<string, (Role Role, string Office)> Tasks, bool Mandated = true)
{
    public string? DocumentId { get; init; }
}
