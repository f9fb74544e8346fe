using System.Security.Cryptography;
using System.Text;

namespace OneVisit.Local.Year.World;

/// <summary>Names and numbers of people who do not exist.</summary>
internal static class PeopleNames
{
    private const string Family = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    private const string Given = "桂兰秀英建国志强淑珍玉梅海涛文静立新明宁敏凡严春花秋月金凤永福长顺德才守信学勤传忠宝山兴华爱民丽娟晓红振东庆云";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The same for the same text.</summary>
    public static string Of(string text)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes("name\n" + text));
        return $"{Family[(digest[0] | (digest[1] << 8)) % Family.Length]}{Given[digest[2] % Given.Length]}{Given[digest[3] % Given.Length]}";
    }

    /// <summary>An identity number of this city's area code that keeps the arithmetic of GB 11643.</summary>
    public static string IdNumber(DateOnly bornOn, int sequence)
    {
        var first = $"370982{bornOn:yyyyMMdd}{sequence % 1000:d3}";
        var sum = first.Select((digit, i) => (digit - '0') * Weights[i]).Sum();
        return first + "10X98765432"[sum % 11];
    }
}
