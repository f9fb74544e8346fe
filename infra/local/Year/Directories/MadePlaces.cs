using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Directories;

namespace OneVisit.Local.Year.Directories;

/// <summary>Villages and grids of a city that does not exist, in the townships of the catalogue; the villages that it has stay as they are.</summary>
internal sealed class MadePlaces
{
    private static readonly string[] Around = ["小学", "卫生室", "文化大院", "大集", "幼儿园", "供销社", "敬老院", "戏台", "水塔", "果园", "养殖场", "老槐树", "关帝庙", "砖窑", "水库"];
    private static readonly string[] InTown = ["农贸市场", "实验小学", "社区医院", "汽车站", "供电所宿舍", "粮站家属院", "文化广场", "职工宿舍", "老年大学", "中学"];

    private readonly Dice dice;

    public MadePlaces(CityCatalogue catalogue, Dice dice, int villages, int grids)
    {
        this.dice = dice;
        Townships = [.. catalogue.Places.Townships.Where(place => place.Active).Select(place => place.Code)];
        var taken = catalogue.Places.Villages.Select(village => village.Name.Zh).ToImmutableHashSet(StringComparer.Ordinal);
        var shares = Shares.Of(villages, [.. Townships.Select(township => dice.Between(30, 50, "villages of " + township))]);
        Villages = [.. Townships.SelectMany((township, i) => VillagesOf(township, shares[i], catalogue, taken)).OrderBy(village => village.Code, StringComparer.Ordinal)];
        var each = Shares.Of(grids, [.. Villages.Select(village => IsUrban(village) ? dice.Between(5, 12, "grids of " + village.Code) : dice.Between(2, 5, "grids of " + village.Code))]);
        Grids = [.. Villages.SelectMany((village, i) => Enumerable.Range(1, each[i]).Select(number => GridOf(village, number)))];
    }

    public ImmutableArray<string> Townships { get; }

    public ImmutableArray<VillageRecord> Villages { get; }

    public ImmutableArray<Grid> Grids { get; }

    private IEnumerable<VillageRecord> VillagesOf(string township, int many, CityCatalogue catalogue, ImmutableHashSet<string> taken)
    {
        var known = catalogue.Places.Villages.Where(village => village.Township == township).ToArray();
        foreach (var village in known)
            yield return new(village.Code, village.Name, [], GeneratedDirectory.Since);

        // Subdistricts are mostly town, towns have a little of it.
        var communities = Math.Min(township[6] == '0' ? (many - known.Length) * 2 / 3 : 2, many - known.Length);
        var (names, used) = (new HashSet<string>(taken, StringComparer.Ordinal), known.Select(village => village.Code).ToHashSet(StringComparer.Ordinal));
        foreach (var code in Codes(township, 1, used).Take(communities))
            yield return new(code, Name(names, code, WrittenNames.Community), [], GeneratedDirectory.Since);
        foreach (var code in Codes(township, 201, used).Take(many - known.Length - communities))
        {
            var name = Name(names, code, WrittenNames.Village);
            yield return new(code, name, dice.Happens(0.05, "renamed " + code) ? [Name(names, code + " before", WrittenNames.Village).Zh] : [], GeneratedDirectory.Since);
        }
    }

    private static IEnumerable<string> Codes(string township, int first, HashSet<string> used) =>
        Enumerable.Range(first, 199).Select(number => township + number.ToString("000", CultureInfo.InvariantCulture)).Where(code => !used.Contains(code));

    // No name twice in a township, none of the catalogue's anywhere; elsewhere names repeat, as they do.
    private Text Name(HashSet<string> taken, string question, Func<Dice, string, Text> make)
    {
        for (var i = 0; ; i++)
        {
            if (make(dice, $"name {question} {i}") is var name && taken.Add(name.Zh))
                return name;
        }
    }

    private Grid GridOf(VillageRecord village, int number)
    {
        var code = village.Code + number.ToString("000", CultureInfo.InvariantCulture);
        var name = new Text($"第{InCharacters(number)}网格", string.Create(CultureInfo.InvariantCulture, $"Grid {number}"));
        return IsUrban(village)
            ? new(code, name, GridKind.Urban, dice.Between(150, 300, "households of " + code), Estates(village, code, number), GeneratedDirectory.Since)
            : new(code, name, GridKind.Rural, dice.Between(40, 180, "households of " + code), Sights(village, code, number), GeneratedDirectory.Since);
    }

    private ImmutableArray<string> Estates(VillageRecord village, string code, int number) =>
    [
        .. new[] { WrittenNames.Estate(dice, code), dice.Happens(0.5, "two estates " + code) ? WrittenNames.Estate(dice, code + " second") : "", number == 1 ? Bare(village) + dice.Pick(InTown, "sight of " + code) : "" }
            .Where(landmark => landmark.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    // The first grid is where the village has its house.
    private ImmutableArray<string> Sights(VillageRecord village, string code, int number) =>
    [
        .. new[] { number == 1 ? Bare(village) + "村委会" : "", Bare(village) + Around[(dice.Between(0, Around.Length - 1, "sights of " + village.Code) + number) % Around.Length], dice.Happens(0.4, "more sights " + code) ? dice.Pick(Around, "another sight " + code) : "" }
            .Where(landmark => landmark.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    private static bool IsUrban(VillageRecord village) => village.Name.Zh.EndsWith("社区", StringComparison.Ordinal);

    private static string Bare(VillageRecord village) => village.Name.Zh[..^(IsUrban(village) ? 2 : 1)];

    private static string InCharacters(int number) => number switch
    {
        < 10 => "一二三四五六七八九"[number - 1].ToString(),
        10 => "十",
        < 20 => "十" + "一二三四五六七八九"[number - 11],
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
