using System.Collections.Immutable;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Cases;

/// <summary>In which capacity somebody of a point decides what the bureau delegated, or what they lack for it.</summary>
/// <param name="Seat">The post in which they may; <c>null</c>: the task's own rules say.</param>
internal readonly record struct DecisionSeat(Role? Seat, DecisionPower? Power, Decision.Refused? Refused)
{
    /// <summary>The two of a point that a decision may be delegated to.</summary>
    public static bool IsOfPoint(Role role) => role is Role.ChiefRepresentative or Role.DeputyRepresentative;

    /// <param name="authority"><c>null</c>: nobody looked. Then nobody of a point decides: silence is no authority.</param>
    public static DecisionSeat Of(Case current, CaseTask task, StaffMember caller, Procedure procedure, DateOnly today, PointAuthority? authority, ImmutableArray<TrainingRule> trainings)
    {
        if (!task.IsOpen || procedure.Find(task.StageId) is not { } stage || !stage.IsDelegated)
            return default;
        var point = MatterDecisions.PointOf(current);
        var own = caller.PostsOn(today).Where(post => post.Office == point && IsOfPoint(post.Role)).Select(post => post.Role).ToArray();
        if (own.Length == 0)
            return default;
        if (authority is null)
            return No(new(RefusalReason.WithoutAuthority));
        var (service, amount) = (current.Application.Service, Desks.AmountOf(current));
        var competence = authority.WhoDecides(service, amount, today);
        if (competence is Competence.Elsewhere other)
        {
            return caller.PostsOn(today).Any(post => post.Is(other.Role, other.Office)) ? default
                : other.Suspension is { } suspension ? No(new(RefusalReason.AuthoritySuspended) { Suspended = suspension })
                : No(new(RefusalReason.WithoutAuthority) { Lack = authority.WhatLacks(own[0], service, amount, today) });
        }
        var mine = (Competence.OfPoint)competence;
        // Of two signatures the first is given with authority; the second takes a post at the point.
        if (task.FirstSignature is { } first && mine.Of(first.By.Role) is { } signed)
            return new(own.OrderBy(role => role == first.By.Role).First(), PowerOf(signed, point), null);
        Role[] seats = [.. own.Where(role => mine.Of(role) is not null).OrderBy(role => role != mine.Desk)];
        if (seats.Length == 0)
            return No(new(RefusalReason.WithoutAuthority) { Lack = authority.WhatLacks(own[0], service, amount, today) });
        var lacking = seats.Select(role => (Role: role, Rule: TrainingRule.Lacking(trainings, caller, role, service, today))).ToArray();
        return lacking.FirstOrDefault(seat => seat.Rule is null) is { Role: not default(Role) and var trained }
            ? new(trained, PowerOf(mine.Of(trained)!, point), null)
            : No(new(RefusalReason.TrainingRequired) { Training = lacking[0].Rule, Could = NextOf(mine, own, point, today) });
    }

    // The other of the point, where the matrix lets them; else the bureau, which needs no power of anybody's.
    private static Post NextOf(Competence.OfPoint mine, Role[] own, string point, DateOnly today) =>
        new[] { Role.ChiefRepresentative, Role.DeputyRepresentative }.Where(role => mine.Of(role) is not null && !own.Contains(role)).Select(role => new Post(role, point, today)).FirstOrDefault()
        ?? new Post(Role.BureauOfficer, MatterDecisions.CityOf(point), today);

    private static DecisionPower PowerOf(AuthorityGrant line, string point) => new(point, line.Holder, line.Seal, line.DecisionName, line.UpTo);

    private static DecisionSeat No(Decision.Refused refused) => new(null, null, refused);
}
