using System.Collections.Immutable;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Authority;

/// <summary>On what footing somebody asks: every way in which they stand to the thing, and what keeps them from it.</summary>
public sealed record Footing(ImmutableArray<Standing> Standings, Bars Bars = Bars.None)
{
    private static readonly OfficeLevel[] Levels = [OfficeLevel.Village, OfficeLevel.Township, OfficeLevel.City];

    /// <summary>A resident, to what is nobody's in particular.</summary>
    public static Footing OfResident { get; } = new([new(Relation.Resident)]);

    /// <summary>The front door's program, which asks whose an account is and nothing else.</summary>
    public static Footing OfDoor { get; } = new([new(Relation.Door)]);

    /// <summary>A resident to a case.</summary>
    public static Footing Of(string resident, Case current, DateOnly today) => new([new(To(resident, current, today))]);

    /// <summary>A member of staff, by their posts alone.</summary>
    public static Footing Of(StaffMember member, DateOnly today) => OfPosts(member, today, _ => Relation.Post, Bars.None);

    /// <summary>A member of staff to a case. Who runs the household's errands judges nothing, and may be its kin.</summary>
    public static Footing Of(StaffMember member, Case current, DateOnly today)
    {
        var bars = !current.IsRelated(member.Participant) ? Bars.None : RunsErrand(member, current, today) ? Bars.Kin : Bars.Kin | Bars.KinOffErrand;
        var posts = OfPosts(member, today, post => To(post, member, current, today), bars);
        return Applied(member, current) ? posts with { Standings = [.. posts.Standings, .. member.PostsOn(today).Where(post => post.Role.IsAgent()).Select(post => new Standing(Relation.Applied, post.Role))] } : posts;
    }

    /// <summary>A member of staff to a task of a case.</summary>
    /// <param name="authority">Of the case's point; <c>null</c>: nobody looked.</param>
    public static Footing Of(StaffMember member, Case current, CaseTask task, DateOnly today, PointAuthority? authority = null)
    {
        var others = task.Person is { } person && person != member.Participant;
        var bars = (!task.IsErrand && current.IsRelated(member.Participant) ? Bars.Kin : Bars.None)
            | (others && task.IsOpen ? Bars.ForAnother : Bars.None)
            | (IsSuspended() ? Bars.Suspended : Bars.None);
        return OfPosts(member, today, post => IsDesk(post) ? Relation.Desk : To(post, member, current, today), bars);

        bool IsDesk(Post post) => TaskDesk.IsDeskOf(post, task) && !(others && task.IsOpen) && (!post.Role.IsAgent() || current.IsCarriedBy(member, today));

        // Whoever decides meanwhile is not meant.
        bool IsSuspended() => authority?.On(current.Application.Service, today) is not null && member.PostsOn(today).Where(IsDesk).All(post => post.Office == authority.Point);
    }

    /// <summary>Somebody whose the decision is.</summary>
    internal static Footing OfDecider(StaffMember member, Post post, Case current) => new([new(Relation.Desk, post.Role)], current.IsRelated(member.Participant) ? Bars.Kin : Bars.None);

    /// <summary>A member of staff to a step of a review, a remedy or a complaint.</summary>
    public static Footing Of(StaffMember member, MatterStep step, DateOnly today) => OfPosts(
        member, today, post => post.Is(step.Role, step.Office) ? Relation.Desk : Relation.Elsewhere, step.NotBy.Contains(member.Participant) ? Bars.Involved : Bars.None);

    // Who acted for the applicant and does no longer has no part in it, wherever the case lies.
    private static Relation To(string resident, Case current, DateOnly today) =>
        resident == current.Participant && !current.IsCutOffOn(today) ? current.IsWithRepresentative ? Relation.Representative : Relation.Owner
        : resident == current.Participant || resident == current.Application.Participant ? Relation.FormerOwner : Relation.Resident;

    private static Relation To(Post post, StaffMember member, Case current, DateOnly today)
    {
        if (post.Role.IsAgent() && current.IsCarriedBy(member, today))
            return Relation.Mandate;
        if (Levels.Any(level => post.Office == Offices.InChargeOf(current.Applicant.VillageCode, level)))
            return Relation.Here;
        // A decision that was handed over to another point.
        return current.Tasks.Any(task => post.Is(task.Role, task.Office)) ? Relation.Handed : Relation.Elsewhere;
    }

    private static bool RunsErrand(StaffMember member, Case current, DateOnly today) => current.IsCarriedBy(member, today)
        && current.OpenTasks.Any(task => task is { IsErrand: true } && task.Role.IsAgent() && (task.Person is null || task.Person == member.Participant) && member.PostsOn(today).Any(post => TaskDesk.IsDeskOf(post, task)));

    private static bool Applied(StaffMember member, Case current) =>
        member.Participant == current.AppliedBy && current.Mandate is { AwaitsSignature: true, Signature: null, RevokedAt: null, ReplacedAt: null };

    private static Footing OfPosts(StaffMember member, DateOnly today, Func<Post, Relation> relation, Bars bars) =>
        member.PostsOn(today).Select(post => new Standing(relation(post), post.Role)).Distinct().ToImmutableArray() is { IsEmpty: false } standings
            ? new(standings, bars)
            : new([new(Relation.NoPost)], bars);
}
