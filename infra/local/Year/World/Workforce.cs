using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Year.World;

/// <summary>Everybody who works in the year's city, made up from the seed, and who of them is there on a day.</summary>
public sealed class Workforce
{
    private const double DaysOff = 0.04;
    private const int Holiday = 10;

    private static readonly DateOnly Since = new(2018, 1, 1);
    private static readonly (Role Role, string Name, int Many)[] AtAPoint =
    [
        (Role.TownshipOfficer, "officer", 2), (Role.ChiefRepresentative, "chief", 1), (Role.DeputyRepresentative, "deputy", 1),
        (Role.TownshipHead, "head", 1), (Role.TownshipAgent, "agent", 1),
    ];
    private static readonly (Role Role, string Name, int Many)[] AtTheCity =
    [
        (Role.CityFilingOfficer, "filing", 2), (Role.CityReviewer, "reviewer", 3), (Role.BureauOfficer, "bureau", 2), (Role.CityAgent, "agent", 2),
    ];

    private readonly Dice dice;
    private readonly DateOnly first;
    private readonly int days;
    private readonly Dictionary<string, StaffMember> byParticipant;
    private readonly ILookup<(Role, string), StaffMember> byPost;

    public Workforce(IReadOnlyList<ServicePoint> points, Dice dice, DateOnly first, int days)
    {
        (this.dice, this.first, this.days) = (dice, first, days);
        City = Offices.Id(OfficeLevel.City, points[0].Code[..6]);
        All =
        [
            .. points.SelectMany(point => AtAPoint.SelectMany(post => Members($"p{point.Code[6..]}-{post.Name}", post.Role, point.Office, post.Many))),
            .. points.SelectMany(point => point.Villages).SelectMany(village => Members($"v{village[6..]}-agent", Role.VillageAgent, Offices.Id(OfficeLevel.Village, village), 1)),
            .. AtTheCity.SelectMany(post => Members($"city-{post.Name}", post.Role, City, post.Many)),
        ];
        byPost = All.SelectMany(member => member.Posts.Select(post => (member, post))).ToLookup(held => (held.post.Role, held.post.Office), held => held.member);
        byParticipant = All.ToDictionary(member => member.Participant, StringComparer.Ordinal);
    }

    public IReadOnlyList<StaffMember> All { get; }

    /// <summary>Office of the city.</summary>
    public string City { get; }

    public StaffMember? Find(string participant) => byParticipant.GetValueOrDefault(participant);

    public IEnumerable<StaffMember> Holders(Role role, string office) => byPost[(role, office)];

    /// <summary>Absent: a day now and then, and one long leave.</summary>
    public bool IsThere(StaffMember member, DateOnly day)
    {
        var leave = first.AddDays(dice.Between(0, Math.Max(0, days - Holiday), $"leave {member.Id}"));
        return !(leave <= day && day < leave.AddDays(Holiday)) && !dice.Happens(DaysOff, $"off {member.Id} {day:O}");
    }

    private static IEnumerable<StaffMember> Members(string id, Role role, string office, int many) =>
        Enumerable.Range(1, many).Select(number => new StaffMember(
            many == 1 ? id : $"{id}-{number}", PeopleNames.Of(many == 1 ? id : $"{id}-{number}"), ImmutableArray.Create(new Post(role, office, Since)))
            {
                Trainings = role is Role.ChiefRepresentative or Role.DeputyRepresentative ? [new("low-income-decisions", Since)] : [],
            });
}
