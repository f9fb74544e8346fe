using Microsoft.Azure.Functions.Worker;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>Every morning: whose training ends within a month, and is asked for, hears of it with the city's reviewers, once.</summary>
public sealed class WarnOfTrainings(StaffDirectory staff, TrainingWarnings warnings, TrainingNotices notices, NoticeQueue queue, CityCatalogue catalogue, TimeProvider clock)
{
    private const int DaysBefore = 30;

    // Half past eight in Beijing.
    [Function(nameof(WarnOfTrainings))]
    public async Task Run([TimerTrigger("0 30 0 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (catalogue.Trainings.IsEmpty)
            return;
        var today = clock.Today();
        foreach (var point in catalogue.Places.Townships.Where(township => township.Active).Select(township => Offices.Id(OfficeLevel.Township, township.Code)))
        {
            foreach (var member in await staff.OfOfficeAsync(point, today, cancellation))
                await WarnAsync(member, point, today, cancellation);
        }
    }

    private async Task WarnAsync(StaffMember member, string point, DateOnly today, CancellationToken cancellation)
    {
        foreach (var rule in catalogue.Trainings.Where(rule => member.PostsOn(today).Any(post => post.Office == point && rule.Roles.Contains(post.Role))))
        {
            if (rule.EndsOn(member) is not { } last || last < today || last > today.AddDays(DaysBefore) || last < rule.From)
                continue;
            var warning = TrainingNotices.WarningOf(member, rule, last);
            if (await warnings.IsToldAsync(warning, cancellation))
                continue;
            await queue.SendAsync([.. (await notices.OfAsync(member, point, rule, last, cancellation)).Select(NoticeWords.Without)], cancellation);
            // Last: broken off before, it is told again under the same ids.
            await warnings.NoteAsync(warning, cancellation);
        }
    }
}
