using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>Who hears that a training ends: whose it is, and the city's reviewers.</summary>
public sealed class TrainingNotices(StaffDirectory staff, CatalogueShelf shelf, TimeProvider clock)
{
    /// <summary>With what their ids begin.</summary>
    public const string Prefix = "training.";

    /// <summary>What is told once.</summary>
    internal static string WarningOf(StaffMember member, TrainingRule rule, DateOnly last) => $"{Prefix}{member.Id}.{rule.Subject}.{last.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    internal async Task<IReadOnlyList<Notice>> OfAsync(StaffMember member, string point, TrainingRule rule, DateOnly last, CancellationToken cancellation)
    {
        var reviewers = await staff.HoldersAsync(Role.CityReviewer, MatterDecisions.CityOf(point), clock.Today(), cancellation);
        return [.. reviewers.Select(reviewer => reviewer.Participant).Prepend(member.Participant).Distinct().Select(reader => NoticeTo(reader, member, rule, last))];
    }

    /// <summary>One of them, as the directory has it now: of a training that was passed anew, or a post that went to somebody else, nobody is told any more.</summary>
    internal async Task<Told> FindAsync(string noticeId, string reader, CancellationToken cancellation)
    {
        if (noticeId.Split('.') is not [_, var id, var subject, ..] || await staff.FindAsync(id, cancellation) is not { } member)
            return new Told.Unknown();
        if (shelf.InForce.Trainings.Where(rule => rule.Subject == subject).ToArray() is not [_, ..] rules)
            return new Told.Unknown();
        foreach (var rule in rules)
        {
            foreach (var post in member.PostsOn(clock.Today()).Where(post => rule.Roles.Contains(post.Role)))
            {
                if (rule.EndsOn(member) is { } last && (await OfAsync(member, post.Office, rule, last, cancellation)).FirstOrDefault(notice => notice.NoticeId == noticeId && notice.To == reader) is { } notice)
                    return new Told.Here(notice);
            }
        }
        return new Told.NotTheirs();
    }

    private Notice NoticeTo(string reader, StaffMember member, TrainingRule rule, DateOnly last) => new(
        $"{WarningOf(member, rule, last)}.{reader.Replace(':', '-')}", reader, NoticeKinds.TrainingEnds, member.Id, null, clock.GetUtcNow(),
        new Dictionary<string, string>
        {
            ["name"] = member.Name, ["own"] = reader == member.Participant ? "yes" : "no", ["zh"] = rule.Name.Zh, ["en"] = rule.Name.En, ["until"] = NoticeFacts.Day(last),
        });
}
