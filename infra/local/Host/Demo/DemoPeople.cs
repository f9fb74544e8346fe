using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Local.Host.Demo;

/// <summary>Everybody whom one may be in the demonstration: its own staff, and whoever holds a post in the directory that is in force. All of them are made up.</summary>
internal sealed class DemoPeople(LocalCity city)
{
    /// <summary>Nobody reads a longer list; whoever looks for somebody else writes more of them.</summary>
    public const int Most = 20;

    private const int LongestSearch = 60;

    /// <summary>Whose name, place, township or post has each of the words, in either language, and how many more there are.</summary>
    public FoundPeople Find(string? words)
    {
        var sought = (words ?? "").Normalize(System.Text.NormalizationForm.FormKC).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (sought.Length == 0 || words!.Length > LongestSearch) return new([], 0);
        var catalogue = city.BackOffice.Services.GetRequiredService<CatalogueShelf>().InForce;
        var found = All().Where(person => Haystack(person, catalogue) is var text && sought.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        return new([.. found.Take(Most).Select(person => Introduce(person, catalogue))], Math.Max(0, found.Length - Most));
    }

    /// <summary>The demonstration's own staff, for who does not look for anybody.</summary>
    public IEnumerable<DemoPerson> Own() => DemoStaff.All.Select(member => Introduce(new(member.Id, member.Name, member.Posts[0]), city.BackOffice.Services.GetRequiredService<CatalogueShelf>().InForce));

    public bool Has(string staffId) => DemoStaff.All.Any(member => member.Id == staffId) || All().Any(person => person.Id == staffId);

    private IEnumerable<Somebody> All()
    {
        var today = city.Clock.Today();
        return
            from person in city.BackOffice.Services.GetRequiredService<DirectoryShelf>().InForce.People
            let post = person.Posts.FirstOrDefault(held => held.CoversDay(today))
            where post is not null
            select new Somebody(person.Id, person.Name, post);
    }

    private static string Haystack(Somebody person, CityCatalogue catalogue)
    {
        var (place, township, post) = (PlaceNames.Of(person.Post.Office, catalogue), catalogue.Places.Township(Offices.PlaceOf(person.Post.Office) is { Length: >= 9 } code ? code[..9] : "")?.Name, DirectoryChoices.Posts.WordOf(person.Post.Role));
        return string.Join('\n', person.Id, person.Name, place.Zh, place.En, township?.Zh, township?.En, post.Zh, post.En);
    }

    private static DemoPerson Introduce(Somebody person, CityCatalogue catalogue) => new(person.Id, person.Name, person.Post.Role.Code(), person.Post.Office, PlaceNames.Of(person.Post.Office, catalogue));

    private sealed record Somebody(string Id, string Name, Post Post);
}

/// <param name="More">How many there are beyond <paramref name="People"/>.</param>
internal sealed record FoundPeople(IReadOnlyList<DemoPerson> People, int More);

/// <summary>As the pages offer them.</summary>
internal sealed record DemoPerson(string StaffId, string Name, string Role, string Office, Text OfficeName);
