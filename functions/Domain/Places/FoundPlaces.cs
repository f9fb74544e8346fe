using System.Collections.Immutable;
using OneVisit.Domain.Directories;

namespace OneVisit.Domain.Places;

/// <summary>A village, or one grid of it, that somebody may have meant.</summary>
/// <param name="Grid"><c>null</c>: the village as a whole.</param>
public sealed record FoundPlace(Village Village, Grid? Grid = null)
{
    /// <summary>What a grid is called beside its village: 史家庄村第二网格 is 第二网格 there.</summary>
    public static string NameBeside(Village village, Grid grid, Language language)
    {
        var (name, around) = (grid.Name.In(language), village.Name.In(language));
        // With its last word and without: 史家庄村 and 史家庄, "Shijiazhuang Village" and "Shijiazhuang".
        var bare = language == Language.Chinese ? around.TrimEnd('村') : around[..Math.Max(0, around.LastIndexOf(' '))];
        var prefix = new[] { around, bare }.FirstOrDefault(prefix => prefix.Length > 0 && name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? name : name[prefix.Length..].TrimStart();
    }
}

/// <summary>What fits what was typed best, all alike: one when it is clear, none when nothing fits, else a short choice.</summary>
/// <param name="Places">At most <see cref="Most"/>.</param>
/// <param name="More">More fit than are shown: the township has to be named, too.</param>
public sealed record FoundPlaces(ImmutableArray<FoundPlace> Places, bool More = false)
{
    public const int Most = 6;

    public static FoundPlaces None { get; } = new([]);

    /// <summary>The one village that all of them lie in; <c>null</c>: there are several, or none.</summary>
    public Village? OneVillage => Places is [var first, .. var others] && others.All(other => other.Village == first.Village) && !More ? first.Village : null;

    /// <summary>The one grid that was meant; <c>null</c>: it is not that clear.</summary>
    public Grid? OneGrid => Places is [{ Grid: { } grid }] && !More ? grid : null;
}
