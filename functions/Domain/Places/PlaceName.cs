using System.Text;

namespace OneVisit.Domain.Places;

/// <summary>A place name boiled down to what tells places apart: no blanks, signs, case, and no 村, 镇, village or town at the end.</summary>
internal static class PlaceName
{
    // Longest first, so that 村民委员会 goes as a whole.
    private static readonly string[] VillageEndings = ["村民委员会", "居民委员会", "村委会", "居委会", "自然村", "社区", "新村", "大队", "村", "community", "village", "cun"];
    private static readonly string[] TownshipEndings = ["街道办事处", "管理委员会", "街道办", "管委会", "街道", "镇", "乡", "subdistrict", "committee", "township", "town", "zhen", "xiang"];
    private static readonly string[] GridEndings = ["网格", "grid"];
    private static readonly string[] WiderPlaces = ["山东省", "山东", "泰安市", "泰安", "新泰市", "新泰", "shandong", "taian", "xintai"];

    public static string OfVillage(string typed) => WithoutEnding(Plain(typed), VillageEndings);

    public static string OfTownship(string typed) => WithoutEnding(Plain(typed), TownshipEndings);

    /// <summary>What tells a grid from others of its village; empty where its number alone does.</summary>
    public static string OfGrid(string typed, string village)
    {
        var name = Plain(typed);
        if (village.Length > 0 && name.StartsWith(village, StringComparison.Ordinal))
            name = name[village.Length..];
        if (Array.Find(VillageEndings, ending => name.StartsWith(ending, StringComparison.Ordinal)) is { } ofVillage)
            name = name[ofVillage.Length..];
        return WithoutEnding(GridNumber.Take(name).Remaining, GridEndings);
    }

    /// <summary>Letters and digits in lower case, full-width ones made plain; province and city in front dropped.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var c in TypedText.Compact(typed))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        }
        var name = plain.ToString();
        foreach (var wider in WiderPlaces)
        {
            if (name.Length > wider.Length && name.StartsWith(wider, StringComparison.Ordinal))
                name = name[wider.Length..];
        }
        return name;
    }

    private static string WithoutEnding(string name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal))
                return name[..^ending.Length];
        }
        return name;
    }
}
