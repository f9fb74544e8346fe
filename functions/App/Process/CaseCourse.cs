using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Oversight;
using OneVisit.Storage;

namespace OneVisit.Functions.Process;

/// <summary>
/// What is due in a case now, with what has to be looked up for it. The stages are those of the case's own catalogue version; working days are counted by
/// the calendar in force, because next year's holidays are a fact and no rule that the case was promised.
/// </summary>
public sealed class CaseCourse(CityCatalogue catalogue, Points points, StaffDirectory staff)
{
    private static readonly Role[] Deciders = [Role.ChiefRepresentative, Role.DeputyRepresentative];

    /// <summary>Everything that is due.</summary>
    public async Task<ImmutableArray<CaseEvent>> DueAsync(CaseFile file, DateTimeOffset now, CancellationToken cancellation)
    {
        var byItself = ByItself(file, now);
        if (!NeedsLook(file, byItself, now))
            return byItself;
        var today = BeijingTime.DayOf(now);
        var authority = IsDecidable(file, byItself) ? await points.OfAsync(file, cancellation) : null;
        var bench = await TrainedAsync(await BenchAsync(CaseDecisions.DesksToKnow(file.Current, file.Procedure, today, authority), today, cancellation), file, authority, today, cancellation);
        var vacant = await VacantAsync(file.Current, now, cancellation);
        return CaseDecisions.Advance(
            file.Current, file.Procedure, catalogue.Calendar, now, authority, (role, office) => !vacant.Contains((role, office)), file.Catalogue.CaseRulesOn(today), bench);
    }

    /// <summary>What is due and tells itself from the journal; empty when anything has to be looked up for it, which is the process's to do.</summary>
    public ImmutableArray<CaseEvent> AtOnce(CaseFile file, DateTimeOffset now)
    {
        var due = ByItself(file, now);
        return NeedsLook(file, due, now) ? [] : due;
    }

    private static bool NeedsLook(CaseFile file, ImmutableArray<CaseEvent> due, DateTimeOffset now) =>
        IsDecidable(file, due) || CaseDecisions.SuperiorsToTell(file.Current, now).Any() || !CaseDecisions.DesksToKnow(file.Current, file.Procedure, BeijingTime.DayOf(now)).IsEmpty;

    private ImmutableArray<CaseEvent> ByItself(CaseFile file, DateTimeOffset now) =>
        CaseDecisions.Advance(file.Current, file.Procedure, catalogue.Calendar, now, rules: file.Catalogue.CaseRulesOn(BeijingTime.DayOf(now)));

    // Only a decision that lies on a desk, or comes there now, goes by the authority of the point.
    private static bool IsDecidable(CaseFile file, ImmutableArray<CaseEvent> due) =>
        file.Current.OpenTasks.Any(task => task.Kind == StageKind.Decide) || due.Any(happened => happened is TaskOpened { Kind: StageKind.Decide });

    // The directory is asked only when somebody is to be told of what is late.
    private async Task<HashSet<(Role, string)>> VacantAsync(Case current, DateTimeOffset now, CancellationToken cancellation)
    {
        var vacant = new HashSet<(Role, string)>();
        foreach (var (role, office) in CaseDecisions.SuperiorsToTell(current, now))
        {
            if ((await staff.HoldersAsync(role, office, BeijingTime.DayOf(now), cancellation)).All(holder => holder.IsAwayOn(BeijingTime.DayOf(now))))
                vacant.Add((role, office));
        }
        return vacant;
    }

    // Only cases with relatives in the offices ask who sits where.
    private async Task<Bench?> BenchAsync(ImmutableArray<(Role Role, string Office)> desks, DateOnly today, CancellationToken cancellation)
    {
        if (desks.IsEmpty)
            return null;
        var holders = new Dictionary<(Role, string), ImmutableArray<string>>();
        foreach (var (role, office) in desks)
            holders[(role, office)] = [.. (await staff.HoldersAsync(role, office, today, cancellation)).Select(member => member.Participant)];
        return new Bench(holders);
    }

    // Who of the point may decide goes by their trainings too, where the city asks for any: one look at the point, as its decision opens or lies there.
    private async Task<Bench?> TrainedAsync(Bench? bench, CaseFile file, PointAuthority? authority, DateOnly today, CancellationToken cancellation)
    {
        var service = file.Current.Application.Service;
        if (authority is null || !catalogue.Trainings.Any(rule => rule.Roles.Any(role => rule.AsksOf(role, service, today))))
            return bench;
        var there = await staff.OfOfficeAsync(authority.Point, today, cancellation);
        var holders = new Dictionary<(Role, string), ImmutableArray<string>>(bench?.Holders ?? new Dictionary<(Role, string), ImmutableArray<string>>());
        foreach (var role in Deciders)
            holders[(role, authority.Point)] = [.. there.Where(member => member.PostsOn(today).Any(post => post.Is(role, authority.Point))).Select(member => member.Participant)];
        return new Bench(holders)
        {
            Untrained = there.SelectMany(member => Deciders.Where(role => TrainingRule.Lacking(catalogue.Trainings, member, role, service, today) is not null).Select(role => (role, member.Participant))).ToHashSet(),
        };
    }
}
