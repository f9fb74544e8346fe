using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>Which training somebody of a service point must have passed before they decide what (培训合格上岗).</summary>
/// <param name="Subject">Code of the training, as the directory has it.</param>
/// <param name="Items">Codes of the services.</param>
/// <param name="Roles">Of the two of a point.</param>
/// <param name="From">First day on which it is asked for, inclusive.</param>
/// <param name="MonthsValid">So long a training counts from the day it was passed; <c>null</c>: as long as the record says.</param>
public sealed record TrainingRule(string Subject, Text Name, ImmutableArray<string> Items, ImmutableArray<Role> Roles, DateOnly From, int? MonthsValid = null)
{
    /// <summary>The first training that somebody lacks to decide on a service on a day; <c>null</c>: none, or none is asked for.</summary>
    public static TrainingRule? Lacking(ImmutableArray<TrainingRule> rules, StaffMember member, Role role, string service, DateOnly day) =>
        rules.FirstOrDefault(rule => rule.AsksOf(role, service, day) && !rule.IsMetBy(member, day));

    /// <summary>The last day on which what somebody passed counts, inclusive; <c>null</c>: they passed nothing, or it counts for good.</summary>
    public DateOnly? EndsOn(StaffMember member)
    {
        var ends = member.Trainings.Where(passed => passed.Subject == Subject)
            .Select(passed => (passed.Until, Months: MonthsValid is { } months ? passed.Passed.AddMonths(months) : (DateOnly?)null))
            .Select(end => end.Until is null || end.Months < end.Until ? end.Months : end.Until).ToArray();
        return ends.Length == 0 || ends.Contains(null) ? null : ends.Max();
    }

    public bool AsksOf(Role role, string service, DateOnly day) => From <= day && Roles.Contains(role) && Items.Contains(service);

    private bool IsMetBy(StaffMember member, DateOnly day) =>
        member.Trainings.Any(passed => passed.Subject == Subject && passed.CountsOn(day) && (MonthsValid is not { } months || day <= passed.Passed.AddMonths(months)));
}
