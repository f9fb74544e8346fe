using System.Collections.Immutable;
using OneVisit.Contracts;

namespace OneVisit.Conversation.Understanding;

/// <summary>What somebody for whom one acts is to who speaks, by stable names.</summary>
internal static class ActedFor
{
    public const string Mother = "mother";
    public const string Father = "father";
    public const string Spouse = "spouse";
    public const string Child = "child";
    public const string Grandparent = "grandparent";
    public const string Grandchild = "grandchild";
    public const string Sibling = "sibling";
    public const string Kin = "kin";
    public const string Neighbour = "neighbour";
    public const string Other = "other";

    /// <summary>In the order in which they are offered.</summary>
    public static ImmutableArray<string> All { get; } = [Mother, Father, Spouse, Child, Grandparent, Grandchild, Sibling, Kin, Neighbour, Other];

    /// <summary>Of a relation of <c>people.json</c>; <c>null</c>: it does not say which of two.</summary>
    public static string? OfRelation(string relation) => relation switch
    {
        "parent" => null,
        "parent-in-law" or "child-in-law" or "other" => Kin,
        _ => relation,
    };

    /// <summary>They have always been of age.</summary>
    public static bool IsGrown(string person) => person is Mother or Father or Spouse or Grandparent;

    /// <summary>The other way round: what who speaks is to the person.</summary>
    /// <param name="isMan">Of who speaks.</param>
    public static string RelationBack(string person, bool isMan) => person switch
    {
        Mother or Father => isMan ? RepresentativeRelations.Son : RepresentativeRelations.Daughter,
        Spouse => RepresentativeRelations.Spouse,
        Child => RepresentativeRelations.Parent,
        Grandparent => RepresentativeRelations.Grandchild,
        Grandchild => RepresentativeRelations.Grandparent,
        Sibling => RepresentativeRelations.Sibling,
        Kin => RepresentativeRelations.Kin,
        Neighbour => RepresentativeRelations.Neighbour,
        _ => RepresentativeRelations.Other,
    };
}
