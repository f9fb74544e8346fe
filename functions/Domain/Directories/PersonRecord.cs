using System.Collections.Immutable;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Directories;

/// <summary>Somebody of the directory, with every post ever held. One person may hold several at once.</summary>
/// <param name="Id">The number in the service (工号), for example <c>shi-agent</c>: small letters, digits and hyphens.</param>
/// <param name="Posts">At the village, the township or the city; what they give a right to.</param>
/// <param name="Duties">In grids.</param>
public sealed record PersonRecord(string Id, string Name, ImmutableArray<Post> Posts, ImmutableArray<GridDuty> Duties, ImmutableArray<Training> Trainings)
{
    /// <summary>Keyed hash of the ID number, as <see cref="StaffMember.IdHash"/>; the number itself is kept nowhere.</summary>
    public string? IdHash { get; init; }

    /// <summary>Object id of their account at the city's sign-in, as <see cref="StaffMember.Account"/>.</summary>
    public Guid? Account { get; init; }

    internal PersonRecord Ordered() => this with
    {
        Posts = [.. Posts.OrderBy(post => post.From).ThenBy(post => post.Role).ThenBy(post => post.Office, StringComparer.Ordinal)],
        Duties = [.. Duties.OrderBy(duty => duty.From).ThenBy(duty => duty.Role).ThenBy(duty => duty.Grid, StringComparer.Ordinal)],
        Trainings = [.. Trainings.OrderBy(training => training.Subject, StringComparer.Ordinal).ThenBy(training => training.Passed)],
    };
}

/// <summary>A training passed (培训记录).</summary>
/// <param name="Subject">Code of the training, for example <c>low-income-decisions</c>.</param>
/// <param name="Passed">On that day, from which on it counts.</param>
/// <param name="Until">Last day on which it counts, inclusive; <c>null</c>: for good.</param>
public sealed record Training(string Subject, DateOnly Passed, DateOnly? Until = null)
{
    public bool CountsOn(DateOnly day) => Passed <= day && (Until is null || day <= Until);
}
