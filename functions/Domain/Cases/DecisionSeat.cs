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
    public static DecisionSeat Of(Case current, CaseTask task, StaffMember caller, Procedure procedure, DateOnly today, PointAuthority? authority)
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
        return own.Where(role => mine.Of(role) is not null).OrderBy(role => role != mine.Desk).Cast<Role?>().FirstOrDefault() is { } seat
            ? new(seat, PowerOf(mine.Of(seat)!, point), null)
            : No(new(RefusalReason.WithoutAuthority) { Lack = authority.WhatLacks(own[0], service, amount, today) });
    }

    private static DecisionPower PowerOf(AuthorityGrant line, string point) => new(point, line.Holder, line.Seal, line.DecisionName, line.UpTo);

    private static DecisionSeat No(Decision.Refused refused) => new(null, null, refused);
}
