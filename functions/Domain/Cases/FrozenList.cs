using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Freezes a one-time list with the applicant's choices into a case: from then on it is what was promised.</summary>
public static class FrozenList
{
    /// <param name="list">The combined list of everything applied for; the case takes the papers that its own service needs.</param>
    /// <param name="acceptedOn">Days of papers that follow later count from the day after.</param>
    /// <exception cref="ArgumentException">The list does not allow the choice; ask <see cref="MaterialChoice.ProblemsWith"/> first.</exception>
    public static ImmutableArray<ListedMaterial> Of(
        MaterialList list, string service, MaterialChoice choice, DateOnly acceptedOn, WorkingDayCalendar calendar)
    {
        if (choice.ProblemsWith(list).FirstOrDefault() is { } problem)
            throw new ArgumentException($"{problem.Code} cannot be put off: {problem.Fault}.", nameof(choice));
        return [.. list.Lines.Where(line => line.Services.Contains(service)).Select(line => Listed(line, choice, acceptedOn, calendar))];
    }

    private static ListedMaterial Listed(MaterialLine line, MaterialChoice choice, DateOnly acceptedOn, WorkingDayCalendar calendar)
    {
        var later = choice.Later.Contains(line.Code) ? line.LaterBy(acceptedOn, calendar) : null;
        return new(
            line.Code, HeldByPlatform: !line.IsAsked, line.Provision, line.AsOf, later?.On, choice.ByCommitment.Contains(line.Code) ? true : null,
            later is { IsProvisional: true } ? true : null, later is not null && line.Material.AfterResult ? true : null,
            later is not null ? line.LaterWorkingDays : null);
    }
}
