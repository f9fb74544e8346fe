using System.Globalization;
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
public sealed class WarnOfTrainings(StaffDirectory staff, TrainingWarnings warnings, NoticeQueue queue, CityCatalogue catalogue, TimeProvider clock)
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
            var warning = $"training.{member.Id}.{rule.Subject}.{last.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
            if (await warnings.IsToldAsync(warning, cancellation))
                continue;
            var reviewers = await staff.HoldersAsync(Role.CityReviewer, MatterDecisions.CityOf(point), today, cancellation);
            await queue.SendAsync([.. reviewers.Select(reviewer => reviewer.Participant).Prepend(member.Participant).Distinct().Select(reader => NoticeTo(reader, warning, member, rule, last))], cancellation);
            // Last: broken off before, it is told again under the same ids.
            await warnings.NoteAsync(warning, cancellation);
        }
    }

    private Notice NoticeTo(string reader, string warning, StaffMember member, TrainingRule rule, DateOnly last) => new(
        $"{warning}.{reader.Replace(':', '-')}", reader, NoticeKinds.TrainingEnds, member.Id, null, clock.GetUtcNow(),
        new Dictionary<string, string>
        {
            ["name"] = member.Name, ["own"] = reader == member.Participant ? "yes" : "no", ["zh"] = rule.Name.Zh, ["en"] = rule.Name.En,
            ["until"] = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
}
