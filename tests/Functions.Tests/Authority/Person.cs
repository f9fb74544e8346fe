using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Somebody who knocks, and how they stand to a case of the household in Shi village as whoever set the scene knows it; the domain is not asked.</summary>
/// <param name="Participant"><c>null</c>: without a token.</param>
/// <param name="Posts">Today's, in this city.</param>
internal sealed record Person(string? Participant, ImmutableArray<(Role Role, string Office)> Posts)
{
    public bool IsKnown { get; init; } = true;

    /// <summary>What they show as proof of being the household, when it is not what they have proven.</summary>
    public BadProof? Proof { get; init; }

    public bool IsResident => Participant?.StartsWith(Participants.ResidentPrefix, StringComparison.Ordinal) == true;

    /// <summary>To what is about no case.</summary>
    public Footing ByPosts => Of(_ => Relation.Post);

    public Footing To(Scene scene) => IsResident ? Resident(scene) : WithApplied(Of(post => OfCase(post, scene)), scene) with { Bars = scene.Kin.Contains(Participant) ? Bars.Kin | Bars.KinOffErrand : Bars.None };

    public Footing To(Scene scene, string taskId)
    {
        if (IsResident)
            return Resident(scene);
        var task = scene.Tasks[taskId];
        var others = task.Person is { } person && person != Participant;
        return Of(post => post == task.Desk && !others && (!post.Role.IsAgent() || scene.Mandated) ? Relation.Desk : OfCase(post, scene)) with
        {
            Bars = (scene.Kin.Contains(Participant) && !task.IsErrand ? Bars.Kin : Bars.None) | (others ? Bars.ForAnother : Bars.None),
        };
    }

    private Footing Resident(Scene scene) => new([new(Participant == scene.Owner ? scene.IsActedFor ? Relation.Representative : Relation.Owner : Participant == scene.Former ? Relation.FormerOwner : Relation.Resident)]);

    private static Relation OfCase((Role Role, string Office) post, Scene scene) =>
        post is (Role.VillageAgent, "village/370982103201") && scene.Mandated ? Relation.Mandate
        : post.Office is "village/370982103201" or Town.Point or "city/370982" ? Relation.Here
        : post == scene.HandedTo ? Relation.Handed : Relation.Elsewhere;

    private Footing WithApplied(Footing footing, Scene scene) =>
        scene.AppliedBy is null || scene.AppliedBy != Participant ? footing : footing with { Standings = [.. footing.Standings, .. Posts.Select(post => new Standing(Relation.Applied, post.Role))] };

    private Footing Of(Func<(Role Role, string Office), Relation> relation) =>
        Participant == Participants.Door ? Footing.OfDoor
        : IsResident ? Footing.OfResident
        : Posts.IsEmpty ? new([new(Relation.NoPost)]) : new([.. Posts.Select(post => new Standing(relation(post), post.Role))]);
}

/// <summary>What somebody shows who sits in the household's own conversation and is not the household.</summary>
internal enum BadProof
{
    None,

    /// <summary>Signed by nobody.</summary>
    Forged,

    /// <summary>The household's own, of the day before.</summary>
    Expired,

    /// <summary>Given to another for another's case.</summary>
    Foreign,
}
