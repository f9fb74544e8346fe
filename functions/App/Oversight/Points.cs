using Microsoft.DurableTask.Client;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Process;
using OneVisit.Storage;

namespace OneVisit.Functions.Oversight;

/// <summary>Who may decide where (授权): suspends and restores the authority of a point, and has the desks follow.</summary>
public sealed class Points(SupervisionJournal journal, OversightBook book, WorkQueue work, StaffDirectory staff, CaseBell bell, TimeProvider clock)
{
    /// <param name="point">For example <c>township/370982103</c>.</param>
    public async Task<PointAuthority> FindAsync(string point, CancellationToken cancellation) =>
        PointAuthority.Of(point, await journal.ReadAsync(MatterNumber.OfPoint(point), cancellation));

    /// <summary>The authority that a decision on this case goes by; <c>null</c>: nothing delegated is left to decide.</summary>
    public async Task<PointAuthority?> OfAsync(CaseFile file, CancellationToken cancellation) =>
        file.Current.Decision is null && file.Procedure.IsDelegated
            ? await FindAsync(MatterDecisions.PointOf(file.Current), cancellation)
            : null;

    /// <summary>As <see cref="OfAsync"/>, for a deputy's card of a case that may still get more time: whether they may give it goes by the matrix. Nobody else's card needs the look.</summary>
    public async Task<PointAuthority?> OfDeputyAsync(CaseFile file, StaffMember reader, CancellationToken cancellation) =>
        file.Procedure.ExtendedWorkingDays is not null && file.Current.Extension is null && reader.PostsOn(clock.Today()).Any(post => post.Role == Role.DeputyRepresentative)
            ? await OfAsync(file, cancellation)
            : null;

    /// <param name="others">The city's other points.</param>
    public async Task<MatterDecision> SuspendAsync(string point, AuthoritySuspended wish, IEnumerable<string> others, StaffMember caller, DurableTaskClient process, CancellationToken cancellation)
    {
        var known = await Task.WhenAll(others.Select(other => FindAsync(other, cancellation)));
        var holders = await staff.HoldersAsync(wish.ToRole, wish.ToOffice, clock.Today(), cancellation);
        return await DecideAsync(point, current => AuthorityDecisions.Suspend(current, wish, holders, known, caller, clock.GetUtcNow()), process, cancellation);
    }

    public Task<MatterDecision> LiftAsync(string point, string? reason, StaffMember caller, DurableTaskClient process, CancellationToken cancellation) =>
        DecideAsync(point, current => AuthorityDecisions.Lift(current, reason, caller, clock.GetUtcNow()), process, cancellation);

    /// <summary>Changes lines of the authority matrix; decisions follow to the desk that they then belong on.</summary>
    public Task<MatterDecision> ChangeAsync(string point, AuthorityChanged wish, StaffMember caller, DurableTaskClient process, CancellationToken cancellation) =>
        DecideAsync(point, current => AuthorityChanges.Change(current, wish, caller, clock.GetUtcNow()), process, cancellation);

    /// <summary>Writes the first lines of a point that has none; nothing when its journal has begun.</summary>
    /// <param name="reason">What the journal tells of why they are there.</param>
    public async Task SeedAsync(string point, IEnumerable<AuthorityGrant> grants, string reason, CancellationToken cancellation)
    {
        var id = MatterNumber.OfPoint(point);
        if (await journal.VersionAsync(id, cancellation) == 0)
            await journal.AppendAsync(id, 0, [new AuthorityChanged([.. grants], [], reason)], Actor.System, clock.GetUtcNow(), cancellation);
    }

    /// <summary>Wakes every case whose decision may lie on the wrong desk, and notes when to look again.</summary>
    public async Task FollowAsync(string point, DurableTaskClient process, CancellationToken cancellation)
    {
        var authority = await FindAsync(point, cancellation);
        var desks = authority.Suspensions.Select(suspension => (suspension.ToRole, suspension.ToOffice))
            .Append((Role.ChiefRepresentative, point)).Append((Role.DeputyRepresentative, point)).Append((Role.BureauOfficer, MatterDecisions.CityOf(point))).Distinct();
        foreach (var (role, office) in desks)
        {
            await foreach (var line in work.ListAsync(office, role, cancellation))
            {
                if (line.Kind == StageKind.Decide.Code())
                    await bell.ChangedAsync(process, line.CaseId, 0, cancellation);
            }
        }
        var now = clock.GetUtcNow();
        var next = authority.Suspensions.Where(suspension => suspension.LiftedAt is null)
            .SelectMany(suspension => new DateTimeOffset?[] { BeijingTime.StartOf(suspension.From), suspension.To is { } to ? BeijingTime.EndOf(to) : null })
            .Append(authority.NextChange(BeijingTime.DayOf(now)) is { } day ? BeijingTime.StartOf(day) : null)
            .Where(instant => instant > now).Min();
        if (next is null)
            await book.RemoveOpenAsync(MatterNumber.OfPoint(point), cancellation);
        else
            await book.PutOpenAsync(new OpenMatter(MatterNumber.OfPoint(point), authority.Version, next), cancellation);
    }

    private async Task<MatterDecision> DecideAsync(string point, Func<PointAuthority, MatterDecision> decide, DurableTaskClient process, CancellationToken cancellation)
    {
        while (true)
        {
            var current = await FindAsync(point, cancellation);
            var decision = decide(current);
            if (decision is not MatterDecision.Accepted { Events.IsEmpty: false } accepted)
                return decision;
            // First: should this break off after the journal, whoever looks after open matters moves the desks.
            await book.PutOpenAsync(new OpenMatter(MatterNumber.OfPoint(point), 0, clock.GetUtcNow()), cancellation);
            if (await journal.AppendAsync(MatterNumber.OfPoint(point), current.Version, accepted.Events, accepted.Actor, clock.GetUtcNow(), cancellation) is null)
                continue;
            await FollowAsync(point, process, cancellation);
            return accepted;
        }
    }
}
