using Microsoft.AspNetCore.Http;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Statistics;

/// <summary>What of the city somebody looks at, and whether they may know which cases are behind a figure.</summary>
/// <param name="Point">Code of the township; <c>null</c>: the whole city.</param>
/// <param name="Village">Code; <c>null</c>: the whole point, or the whole city.</param>
public sealed record StatisticsScope(string? Point, string? Village, bool KnowsCases)
{
    public static StatisticsScope City { get; } = new(null, null, false);

    public string Level => Village is not null ? "village" : Point is not null ? "point" : "city";

    /// <summary>The widest that this member of staff may look at today; <c>null</c>: nothing.</summary>
    public static StatisticsScope? Of(StaffMember member, DateOnly day)
    {
        var posts = member.PostsOn(day).ToArray();
        if (posts.Any(post => post.Role is Role.CityFilingOfficer or Role.CityReviewer or Role.BureauOfficer))
            return City with { KnowsCases = posts.Any(post => post.Role is Role.CityReviewer) };
        string? At(OfficeLevel level) => posts.Select(post => post.Office).FirstOrDefault(office => Offices.IsAt(office, level));
        if (At(OfficeLevel.Township) is { } point)
            return new(Offices.PlaceOf(point), null, posts.Any(post => post.Office == point && post.Role is Role.TownshipOfficer or Role.ChiefRepresentative or Role.DeputyRepresentative or Role.TownshipHead));
        return At(OfficeLevel.Village) is { } village && Offices.PlaceOf(village) is var code ? new(code[..9], code, false) : null;
    }

    /// <summary>A part of it; <c>null</c>: not theirs.</summary>
    public StatisticsScope? Within(string? point) => point is null || point == Point ? this : Point is null ? this with { Point = point } : null;

    public IEnumerable<string> Points(Gazetteer places) => Point is { } one ? [one] : places.Townships.Where(place => place.Active).Select(place => place.Code);
}
