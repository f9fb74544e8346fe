using System.Collections.Immutable;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Directories;

/// <summary>
/// What an edition that comes into force makes of a member of staff. Days before it stay as they were, whatever it says of them; from its first day on
/// it alone counts. So it may be written long before that day, and another edition that takes its place leaves no post of it. A training that somebody passed
/// is known as soon as it is told, and so is the account they sign in with; who goes keeps it until their last day in a post.
/// </summary>
public static class StaffMerge
{
    /// <param name="current">As known so far; <c>null</c>: not at all.</param>
    /// <param name="next">In the edition; <c>null</c>: not there.</param>
    /// <param name="from">First day of the edition.</param>
    /// <returns><c>null</c>: neither knows anybody.</returns>
    public static StaffMember? Of(StaffMember? current, PersonRecord? next, DateOnly from)
    {
        if (next is null && current is null)
            return null;
        var who = current ?? new StaffMember(next!.Id, next.Name, []);
        return who with
        {
            Name = next?.Name ?? who.Name,
            IdHash = next?.IdHash ?? who.IdHash,
            Account = next is null ? who.Account : next.Account,
            Posts = Posts(who.Posts, next?.Posts ?? [], from),
            Trainings = Trainings(who.Trainings, next?.Trainings ?? [], from),
        };
    }

    private static ImmutableArray<Post> Posts(ImmutableArray<Post> before, ImmutableArray<Post> after, DateOnly from)
    {
        var past = before.Where(post => post.From < from).Select(post => post with { To = Earlier(post.To, from.AddDays(-1)) }).ToList();
        foreach (var post in after.Where(post => post.To is null || post.To >= from))
        {
            var coming = post with { From = Later(post.From, from) };
            // The same post without a gap is one term, not two.
            var at = coming.From == from && post.From < from ? past.FindIndex(held => held.Is(coming.Role, coming.Office) && held.To == from.AddDays(-1)) : -1;
            if (at >= 0)
                past[at] = past[at] with { To = coming.To };
            else
                past.Add(coming);
        }
        return [.. past];
    }

    private static ImmutableArray<Training> Trainings(ImmutableArray<Training> before, ImmutableArray<Training> after, DateOnly from)
    {
        var gone = before.Where(training => training.Passed < from && !after.Any(kept => (kept.Subject, kept.Passed) == (training.Subject, training.Passed)))
            .Select(training => training with { Until = Earlier(training.Until, from.AddDays(-1)) });
        return [.. gone.Concat(after).OrderBy(training => training.Subject, StringComparer.Ordinal).ThenBy(training => training.Passed)];
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } day && day < other ? day : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
