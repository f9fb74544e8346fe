using OneVisit.Domain;

namespace OneVisit.Local.Year.Directories;

/// <summary>Names put together of characters and how they are spelled in Latin letters.</summary>
internal static class WrittenNames
{
    private static readonly Piece[] Sides = Read("东dong 西xi 南nan 北bei 前qian 后hou 上shang 下xia 大da 小xiao");

    private static readonly Piece[] Families = Read("""
        王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 何he 郭guo 马ma 罗luo 宋song 郑zheng 谢xie 韩han 唐tang 冯feng
        于yu 董dong 程cheng 曹cao 袁yuan 邓deng 许xu 沈shen 曾zeng 彭peng 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang
        田tian 任ren 姜jiang 范fan 方fang 姚yao 谭tan 邹zou 熊xiong 金jin 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 江jiang 顾gu 侯hou 邵shao 孟meng 万wan 段duan 汤tang 尹yin
        常chang 武wu 乔qiao 贺he 龚gong 牛niu 鲁lu 齐qi 展zhan 柏bai 苗miao 路lu 靳jin 巩gong 郗xi 车che 单shan 宁ning 和he
        """);

    private static readonly Piece[] Sites = Read("家庄jiazhuang 家沟jiagou 家洼jiawa 家岭jialing 家峪jiayu 官庄guanzhuang 家楼jialou 家店jiadian 家桥jiaqiao 家台jiatai 家泉jiaquan 家河jiahe 家寨jiazhai 家铺jiapu 家埠jiabu 家坡jiapo");

    private static readonly Piece[] Lands = Read("""
        枣园zaoyuan 龙湾longwan 泉子quanzi 河口hekou 山阳shanyang 杏林xinglin 柿子沟shizigou 岔河chahe 苇池weichi 榆林yulin 槐峪huaiyu 茶棚chapeng 瓦窑wayao 石井shijing 磨石moshi
        葛沟gegou 凤凰fenghuang 龟山guishan 栗园liyuan 黑石heishi 花园huayuan 盘龙panlong 云山yunshan 汶河wenhe 平岭pingling 寨山zhaishan 桃花taohua 沙沟shagou 青石qingshi 古城gucheng
        白塔baita 红旗hongqi 双泉shuangquan 柏林bailin 竹园zhuyuan 梨行lihang 莲池lianchi 鹿角lujiao 磁窑ciyao 圣井shengjing 灵山lingshan 官桥guanqiao 牌坊paifang 卧虎wohu 掌平zhangping
        """);

    private static readonly Piece[] Quarters = Read("""
        光明guangming 幸福xingfu 和平heping 府前fuqian 向阳xiangyang 银河yinhe 新兴xinxing 金斗jindou 南关nanguan 北关beiguan 西关xiguan 青龙qinglong 滨河binhe 公园gongyuan 福田futian
        明珠mingzhu 文化路wenhualu 建设jianshe 团结tuanjie 朝阳chaoyang 胜利shengli 东方dongfang 锦绣jinxiu 翠湖cuihu 开元kaiyuan 富民fumin 瑞祥ruixiang 龙泉longquan 矿山kuangshan
        泰和taihe 兴华xinghua 仁和renhe 明德mingde 迎宾yingbin 清泉qingquan 平阳pingyang 杏山xingshan 孝义xiaoyi 繁荣fanrong 振兴zhenxing
        """);

    /// <summary>A village's name; many are told apart by where they lie.</summary>
    public static Text Village(Dice dice, string question)
    {
        var name = dice.Happens(0.7, question + " family")
            ? dice.Pick(Families, question + " name") + dice.Pick(Sites, question + " site")
            : dice.Pick(Lands, question + " land");
        return (dice.Happens(0.4, question + " has side") ? dice.Pick(Sides, question + " side") + name : name).Named("村", "Village");
    }

    /// <summary>A community's name in a town.</summary>
    public static Text Community(Dice dice, string question) => dice.Pick(Quarters, question + " quarter").Named("社区", "Community");

    /// <summary>An estate, by the name that stands over its gate.</summary>
    public static string Estate(Dice dice, string question) =>
        dice.Pick(Quarters, question + " estate").Zh + dice.Pick(["花园", "小区", "家园", "公寓", "苑", "新村"], question + " kind") + dice.Pick(["", "", "", "东区", "西区", "南区", "北区"], question + " part");

    private static Piece[] Read(string text) =>
        [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.IndexOf(word.First(char.IsAsciiLetter), StringComparison.Ordinal) is var at ? new Piece(word[..at], word[at..]) : null!)];

    private sealed record Piece(string Zh, string En)
    {
        public static Piece operator +(Piece first, Piece second) => new(first.Zh + second.Zh, first.En + second.En);

        public Text Named(string zh, string en) => new(Zh + zh, $"{char.ToUpperInvariant(En[0])}{En[1..]} {en}");
    }
}
