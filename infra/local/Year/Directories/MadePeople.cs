using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Directories;

/// <summary>Everybody with a post or a duty. Those who are given stay as they are; nobody is put beside them in a post that they have.</summary>
internal sealed class MadePeople(MadePlaces places, IReadOnlyList<StaffMember> given, Dice dice)
{
    private static readonly (Role Role, string Name, int Many)[] AtAPoint =
    [
        (Role.TownshipOfficer, "officer", 2), (Role.ChiefRepresentative, "chief", 1), (Role.DeputyRepresentative, "deputy", 1), (Role.TownshipHead, "head", 1), (Role.TownshipAgent, "agent", 1),
    ];
    private static readonly (Role Role, string Name)[] AtTheCity =
    [
        (Role.CityFilingOfficer, "filing"), (Role.CityReviewer, "reviewer"), (Role.BureauOfficer, "bureau"), (Role.CityAgent, "agent"),
    ];

    private readonly ILookup<(Role, string), StaffMember> held = given.SelectMany(member => member.Posts.Select(post => (member, post))).ToLookup(one => (one.post.Role, one.post.Office), one => one.member);

    /// <param name="assistants">Spread over the grids, at least one in each.</param>
    /// <param name="informers">In as many grids.</param>
    public ImmutableArray<PersonRecord> All(int assistants, int informers)
    {
        var agents = places.Villages.SelectMany(village => Members($"v{village.Code[6..]}-agent", Role.VillageAgent, Offices.Id(OfficeLevel.Village, village.Code), 1)).ToArray();
        var staff = places.Townships.SelectMany(township => AtAPoint.SelectMany(post => Members($"p{township[6..]}-{post.Name}", post.Role, Offices.Id(OfficeLevel.Township, township), post.Many)))
            .Concat(AtTheCity.SelectMany(post => Members("c-" + post.Name, post.Role, Offices.Id(OfficeLevel.City, places.Townships[0][..6]), 1)));
        return [.. given.Select(Known), .. staff, .. WithoutManagers(agents), .. Managers(agents), .. Assistants(assistants), .. Informers(informers)];
    }

    private static PersonRecord Known(StaffMember member) => new(member.Id, member.Name, member.Posts, [], member.Trainings.IsEmpty ? TrainingsOf(member.Posts) : member.Trainings) { IdHash = member.IdHash };

    private IEnumerable<PersonRecord> Members(string id, Role role, string office, int many) => held.Contains((role, office)) ? [] : Enumerable.Range(1, many).Select(number =>
    {
        var one = many == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        ImmutableArray<Post> posts = [new(role, office, GeneratedDirectory.Since)];
        return new PersonRecord(one, PeopleNames.Of(one), posts, [], TrainingsOf(posts));
    });

    // In a third of the villages the agent is the manager of the first grid as well: one person, two tasks.
    private bool IsManagerToo(PersonRecord agent) => dice.Happens(1 / 3.0, "manager too " + agent.Id);

    private IEnumerable<PersonRecord> WithoutManagers(IEnumerable<PersonRecord> agents) => agents.Where(agent => !IsManagerToo(agent));

    private IEnumerable<PersonRecord> Managers(IEnumerable<PersonRecord> agents)
    {
        var first = agents.Where(IsManagerToo).ToDictionary(agent => Offices.PlaceOf(agent.Posts[0].Office) + "001", StringComparer.Ordinal);
        foreach (var grid in places.Grids)
        {
            var duty = new GridDuty(GridRole.Manager, grid.Code, GeneratedDirectory.Since);
            yield return first.TryGetValue(grid.Code, out var agent) ? agent with { Duties = [duty] } : InGrid($"m{grid.Code[6..]}", duty);
        }
    }

    private IEnumerable<PersonRecord> Assistants(int many)
    {
        var each = Shares.Of(many, [.. places.Grids.Select(grid => grid.Households)]);
        return places.Grids.SelectMany((grid, i) => Enumerable.Range(1, each[i]).Select(number =>
            InGrid(string.Create(CultureInfo.InvariantCulture, $"a{grid.Code[6..]}-{number}"), new(GridRole.Assistant, grid.Code, GeneratedDirectory.Since))));
    }

    private IEnumerable<PersonRecord> Informers(int many) => places.Grids.OrderBy(grid => dice.Fraction("informer " + grid.Code)).ThenBy(grid => grid.Code, StringComparer.Ordinal).Take(many)
        .Select(grid => InGrid("i" + grid.Code[6..], new(GridRole.InformationOfficer, grid.Code, GeneratedDirectory.Since)));

    private static PersonRecord InGrid(string id, GridDuty duty) => new(id, PeopleNames.Of(id), [], [duty], []);

    // Who decides was trained when the work was handed over, and is again every year.
    private static ImmutableArray<Training> TrainingsOf(IEnumerable<Post> posts) =>
        [.. posts.SelectMany(post => GeneratedDirectory.Subjects(post.Role)).Distinct(StringComparer.Ordinal).Select(subject => new Training(subject, GeneratedDirectory.Since))];
}
