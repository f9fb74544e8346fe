using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Tests.Places;

/// <summary>
/// A city of its full size, the same each time: 863 villages in 21 townships, 3,481 grids with landmarks. The catalogue's villages are in it; all others, and all grids,
/// are made up. Names repeat across townships, as they do.
/// </summary>
internal static class WholeCity
{
    public const int VillageCount = 863;
    public const int GridCount = 3481;

    private static readonly DateOnly Always = new(2020, 1, 1);

    private static readonly (string Zh, string En)[] Sides = [("", ""), ("东", "dong"), ("西", "xi"), ("南", "nan"), ("北", "bei"), ("前", "qian"), ("后", "hou"), ("大", "da"), ("小", "xiao"), ("上", "shang"), ("下", "xia")];

    private static readonly (string Zh, string En)[] Families =
    [
        ("王", "wang"), ("李", "li"), ("张", "zhang"), ("刘", "liu"), ("陈", "chen"), ("孙", "sun"), ("高", "gao"), ("徐", "xu"), ("马", "ma"), ("朱", "zhu"), ("胡", "hu"), ("郭", "guo"),
        ("何", "he"), ("林", "lin"), ("罗", "luo"), ("郑", "zheng"), ("梁", "liang"), ("宋", "song"), ("唐", "tang"), ("许", "xu"), ("韩", "han"), ("冯", "feng"), ("邓", "deng"), ("曹", "cao"),
        ("彭", "peng"), ("曾", "zeng"), ("田", "tian"), ("董", "dong"), ("潘", "pan"), ("袁", "yuan"), ("蔡", "cai"), ("蒋", "jiang"), ("余", "yu"), ("杜", "du"), ("叶", "ye"), ("魏", "wei"),
    ];

    private static readonly (string Zh, string En)[] Sites = [("家峪", "jiayu"), ("家沟", "jiagou"), ("官庄", "guanzhuang"), ("家洼", "jiawa"), ("家岭", "jialing"), ("家楼", "jialou"), ("家埠", "jiabu"), ("家河", "jiahe")];

    // What people say where they live, so that some of it is all over the city.
    private static readonly string[] Around = ["小学", "老供销社", "卫生室", "大集", "关帝庙", "文化广场", "小卖部", "水塔", "敬老院", "养殖场", "加油站", "幼儿园"];

    private static readonly Named[] Special =
    [
        new("370982103201", "史家庄村", "Shijiazhuang Village", ["石沟村"], [["史家庄小学", "老戏台"], ["翟镇大集"], ["康乐小区", "卫生室"], ["小卖部"]]),
        new("370982103202", "东柳村", "Dongliu Village", [], [["东柳幼儿园"], ["小卖部"]]),
        new("370982103203", "西柳村", "Xiliu Village", [], [["西柳煤矿家属院"], ["卫生室"]]),
        new("370982103204", "前羊村", "Qianyang Village", [], [["羊村水库"], []]),
        new("370982103205", "后羊村", "Houyang Village", [], [["羊村中学"], []]),
        new("370982101201", "河东村", "Hedong Village", [], [["河东粮站"], ["水塔"]]),
        new("370982101202", "河西村", "Hexi Village", [], [["河西桥头"], []]),
        new("370982101203", "王家庄村", "Wangjiazhuang Village", [], [["老槐树"], []]),
        new("370982105201", "北石桥村", "Beishiqiao Village", [], [["石桥中学"], []]),
        new("370982105202", "南石桥村", "Nanshiqiao Village", [], [["小卖部"], []]),
        new("370982105203", "王家庄村", "Wangjiazhuang Village", [], [["奶牛场"], []]),
        new("370982110201", "槐树村", "Huaishu Village", [], [["槐树村烈士陵园"], []]),
        new("370982110202", "苗庄村", "Miaozhuang Village", [], [], "370982110201"),
        new("370982110203", "王家庄村", "Wangjiazhuang Village", [], [["东平路菜市场"], []]),
        new("370982001201", "东关社区", "Dongguan Community", [], [["幸福小区", "东关小学"], ["龙泉花园"], ["平阳路菜市场", "供电公司宿舍"]]),
        new("370982001202", "西关社区", "Xiguan Community", [], [["银河小区"], ["杏山花园"]]),
        new("370982002201", "平阳社区", "Pingyang Community", [], [["新矿医院", "孙村矿宿舍"], ["幸福小区"]]),
        new("370982113201", "谷里村", "Guli Village", [], [["谷里中学"], []]),
        new("370982114201", "乐义村", "Leyi Village", [], [["石莱果品市场"], []]),
        new("370982106201", "吕家坡村", "Lvjiapo Village", [], [["果都敬老院"], []]),
        new("370982119201", "掌平洼村", "Zhangpingwa Village", ["古井村"], [["掌平洼古村"], []]),
        new("370982203201", "岳庄村", "Yuezhuang Village", [], [["岳庄铁矿"], []]),
    ];

    public static Gazetteer Places { get; } = Make();

    private static Gazetteer Make()
    {
        var townships = CityCatalogue.Load().Places.Townships.ToArray();
        var villages = Special.Select(one => new Village(one.Code, new(one.Zh, one.En), one.Code[..9]) { OtherNames = one.Others, Into = one.Into }).ToList();
        string[] points = [.. townships.Where(place => place.Active).Select(place => place.Code)];
        for (var i = 0; villages.Count < VillageCount; i++)
        {
            var township = points[i % points.Length];
            var (side, family, site) = (Sides[i * 7 % Sides.Length], Families[i * 5 % Families.Length], Sites[i / 36 % Sites.Length]);
            var zh = side.Zh + family.Zh + site.Zh + "村";
            var en = side.En + family.En + site.En;
            villages.Add(new($"{township}{300 + i / points.Length:000}", new(zh, char.ToUpperInvariant(en[0]) + en[1..] + " Village"), township));
        }
        return new(townships, villages, Grids(villages));
    }

    private static IEnumerable<Grid> Grids(List<Village> villages)
    {
        var grids = Special.SelectMany(one => one.Grids.Select((landmarks, at) => GridOf(one.Code, at + 1, [.. landmarks]))).ToList();
        Village[] others = [.. villages.Skip(Special.Length)];
        for (var i = 0; grids.Count < GridCount; i++)
        {
            var village = others[i % others.Length];
            var number = i / others.Length + 1;
            grids.Add(GridOf(village.Code, number, [village.Name.Zh[..^1] + Around[i % 3], Around[i % Around.Length], Around[(i / 7 + 5) % Around.Length]]));
        }
        return grids;
    }

    private static Grid GridOf(string village, int number, ImmutableArray<string> landmarks) =>
        new($"{village}{number:000}", new($"第{"一二三四五六七八九"[number - 1]}网格", $"Grid {number}"), GridKind.Rural, 80, landmarks, Always);

    private sealed record Named(string Code, string Zh, string En, ImmutableArray<string> Others, string[][] Grids, string? Into = null);
}
