using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Directories;

/// <summary>Somebody who would not hold a post as long as they do now: whoever puts the edition in force should know who goes on with the work.</summary>
/// <param name="LastDay">Last day in the post, inclusive; <c>null</c>: the day before the edition is in force.</param>
/// <param name="Others">How many others hold the post at that office then.</param>
public sealed record PostLoss(string Id, string Name, Role Role, string Office, DateOnly? LastDay, int Others);

/// <summary>Who loses which post by another edition.</summary>
public static class PostLosses
{
    /// <param name="day">Posts held on that day, or later, count.</param>
    /// <returns>In order of offices, roles and ids.</returns>
    public static ImmutableArray<PostLoss> Between(DirectoryEdition before, DirectoryEdition after, DateOnly day)
    {
        var (had, have) = (LastDays(before, day), LastDays(after, day));
        var holders = have.ToLookup(held => (held.Key.Role, held.Key.Office), held => (held.Key.Id, held.Value.Day));
        return
        [
            .. from held in had
               let now = have.GetValueOrDefault(held.Key)
               where now.Name is null || now.Day < held.Value.Day
               let last = now.Name is null ? (DateOnly?)null : now.Day
               orderby held.Key.Office, held.Key.Role, held.Key.Id
               select new PostLoss(
                   held.Key.Id, held.Value.Name, held.Key.Role, held.Key.Office, last,
                   holders[(held.Key.Role, held.Key.Office)].Count(other => other.Id != held.Key.Id && other.Day > (last ?? day))),
        ];
    }

    // An open post lasts until the last day there is.
    private static Dictionary<(string Id, Role Role, string Office), (string Name, DateOnly Day)> LastDays(DirectoryEdition edition, DateOnly day) =>
        (from person in edition.People
         from post in person.Posts
         where post.To is null || post.To >= day
         group post.To ?? DateOnly.MaxValue by (person.Id, post.Role, post.Office, person.Name) into terms
         select terms).ToDictionary(terms => (terms.Key.Id, terms.Key.Role, terms.Key.Office), terms => (terms.Key.Name, terms.Max()));
}
