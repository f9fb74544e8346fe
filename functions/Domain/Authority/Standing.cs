using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Authority;

/// <summary>How somebody stands to the thing they ask for.</summary>
public enum Relation
{
    /// <summary>Nobody asks who it is.</summary>
    Anybody,

    /// <summary>The front door's program itself, for nobody.</summary>
    Door,

    /// <summary>A resident to whom it is nothing.</summary>
    Resident,

    /// <summary>It was theirs before the household took it into its own conversation.</summary>
    FormerOwner,

    Owner,

    /// <summary>They act for the applicant, in force, and the case is in their conversation.</summary>
    Representative,

    /// <summary>Of the offices, without a post today: it ended yesterday, or begins tomorrow.</summary>
    NoPost,

    /// <summary>A post, wherever; for what is about no case.</summary>
    Post,

    /// <summary>A post that has nothing to do with this case.</summary>
    Elsewhere,

    /// <summary>An office to which a task of this case was handed.</summary>
    Handed,

    /// <summary>The office in charge of where the household lives.</summary>
    Here,

    /// <summary>The household's agent, with its mandate in force.</summary>
    Mandate,

    /// <summary>The agent who applied with the household, whose mandate it has yet to sign.</summary>
    Applied,

    /// <summary>The desk before which this very task lies: the post, and the person where it is one person's.</summary>
    Desk,
}

/// <summary>A standing: a relation, and for people of the offices the post it is through. The set is closed: <see cref="All"/>.</summary>
/// <param name="Post"><c>null</c>: through none.</param>
public readonly record struct Standing(Relation Relation, Role? Post = null)
{
    private static readonly Relation[] Plain = [Relation.Anybody, Relation.Door, Relation.Resident, Relation.FormerOwner, Relation.Owner, Relation.Representative, Relation.NoPost];

    /// <summary>Who works for the offices.</summary>
    internal static IReadOnlyList<Role> Posts { get; } = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Resident or Role.System))];

    public static IReadOnlyList<Standing> All { get; } =
    [
        .. Plain.Select(relation => new Standing(relation)),
        .. Enum.GetValues<Relation>().Except(Plain).SelectMany(_ => Posts, (relation, role) => new Standing(relation, role))
            .Where(standing => standing.Relation is not (Relation.Mandate or Relation.Applied) || standing.Post!.Value.IsAgent()),
    ];

    /// <summary>As the table writes it: <c>owner</c>, <c>city-reviewer</c>, <c>township-officer@here</c>.</summary>
    public string Code => Post is not { } post ? CodeOf(Relation) : Relation == Relation.Post ? post.Code() : $"{post.Code()}@{CodeOf(Relation)}";

    public override string ToString() => Code;

    private static string CodeOf(Relation relation) => relation switch
    {
        Relation.Anybody => "anybody",
        Relation.Door => "door",
        Relation.Resident => "resident",
        Relation.FormerOwner => "former-owner",
        Relation.Owner => "owner",
        Relation.Representative => "representative",
        Relation.NoPost => "no-post",
        Relation.Elsewhere => "elsewhere",
        Relation.Handed => "handed",
        Relation.Here => "here",
        Relation.Mandate => "mandate",
        Relation.Applied => "applied",
        Relation.Desk => "desk",
        _ => "post",
    };
}

/// <summary>What keeps somebody from an act, however they stand.</summary>
[Flags]
public enum Bars
{
    None = 0,

    /// <summary>Related to the household (回避).</summary>
    Kin = 1,

    /// <summary>The task is one other person's.</summary>
    ForAnother = 2,

    /// <summary>The point's power to decide is suspended.</summary>
    Suspended = 4,

    /// <summary>They had a part in what is looked into.</summary>
    Involved = 8,

    /// <summary>Related to the household, and not its agent with an errand to run now.</summary>
    KinOffErrand = 16,
}

/// <summary>Where a case stands, coarsely.</summary>
public enum CaseState
{
    /// <summary>An officer has yet to accept it.</summary>
    Accepting,
    Collecting,
    UnderReview,
    Deciding,

    /// <summary>Decided, and not yet at its end.</summary>
    Delivering,
    Closed,
}

/// <summary>States as they are written, and read off a case.</summary>
public static class CaseStates
{
    public static string Code(this CaseState state) => state switch
    {
        CaseState.Accepting => "accepting",
        CaseState.Collecting => "collecting",
        CaseState.UnderReview => "under-review",
        CaseState.Deciding => "deciding",
        CaseState.Delivering => "delivering",
        _ => "closed",
    };

    public static CaseState Of(Case current) =>
        current.IsClosed ? CaseState.Closed
        : current.Decision is not null ? CaseState.Delivering
        : current.AwaitsAcceptance ? CaseState.Accepting
        : Lies(current, StageKind.Decide) ? CaseState.Deciding
        : Lies(current, StageKind.Collect) ? CaseState.Collecting
        : CaseState.UnderReview;

    private static bool Lies(Case current, StageKind kind) => current.OpenTasks.Any(task => task.Kind == kind);
}
