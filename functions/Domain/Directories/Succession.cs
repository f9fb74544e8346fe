using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Directories;

/// <summary>
/// Who does the work of a village that went into another one (撤并): its agents, from the day after. Cases of before keep the village that they were taken in,
/// with its office, its mandates and its queue; so the successor's agents hold the post at that office as well.
/// </summary>
public sealed class Succession
{
    // By the village that goes on: whose work came to it, from and until when.
    private readonly ILookup<string, (string Village, DateOnly From, DateOnly? To)> heirs;

    public Succession(DirectoryEdition edition)
    {
        var villages = edition.Villages.ToDictionary(village => village.Code, StringComparer.Ordinal);
        heirs = edition.Villages.SelectMany(village => After(village, villages)).ToLookup(heir => heir.Heir, heir => (heir.Village, heir.From, heir.To), StringComparer.Ordinal);
    }

    /// <summary>The person with the posts that came to them with another village.</summary>
    public PersonRecord With(PersonRecord person) => person with { Posts = [.. person.Posts, .. person.Posts.Where(post => post.Role == Role.VillageAgent).SelectMany(Inherited).Except(person.Posts)] };

    private IEnumerable<Post> Inherited(Post post)
    {
        foreach (var (village, from, to) in heirs[Offices.PlaceOf(post.Office)])
        {
            var first = post.From > from ? post.From : from;
            var last = post.To is { } end && (to is null || end < to) ? end : to;
            if (last is null || first <= last)
                yield return new Post(post.Role, Offices.Id(OfficeLevel.Village, village), first, last);
        }
    }

    // Village after village, each until it ends itself; never in a circle, since each goes on when the one before it ends.
    private static IEnumerable<(string Heir, string Village, DateOnly From, DateOnly? To)> After(VillageRecord village, Dictionary<string, VillageRecord> villages)
    {
        var current = (VillageRecord?)village;
        while (current is { Into: { } next, To: { } last })
        {
            var heir = villages.GetValueOrDefault(next);
            yield return (next, village.Code, last.AddDays(1), heir?.To);
            current = heir;
        }
    }
}
