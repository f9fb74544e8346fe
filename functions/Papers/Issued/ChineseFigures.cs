using System.Text;
using OneVisit.Domain;

namespace OneVisit.Papers.Issued;

/// <summary>Days and sums as official letters write them.</summary>
public static class ChineseFigures
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Capitals = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];

    /// <summary>二〇二六年十二月八日.</summary>
    public static string Day(DateOnly day) =>
        $"{string.Concat(day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']))}年{Small(day.Month)}月{Small(day.Day)}日";

    /// <summary>壹仟陆佰贰拾元整; fen are rounded halves away from zero, as everywhere before money is named.</summary>
    /// <param name="money">From 0 to 9,999,999.99 yuan.</param>
    public static string Sum(Money money)
    {
        var fen = (long)(money.ToFen().Yuan * 100);
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fen, 999_999_999);
        var (yuan, rest) = Math.DivRem((int)fen, 100);
        var (jiao, last) = Math.DivRem(rest, 10);
        var words = new StringBuilder();
        if (yuan > 0 || rest == 0)
            words.Append(yuan == 0 ? "零" : Whole(yuan)).Append('元');
        if (rest == 0)
            return words.Append('整').ToString();
        if (jiao > 0)
            words.Append(Capitals[jiao]).Append('角');
        else if (yuan > 0)
            words.Append('零');
        if (last > 0)
            words.Append(Capitals[last]).Append('分');
        return words.ToString();
    }

    private static string Whole(int yuan)
    {
        var (tenThousands, rest) = Math.DivRem(yuan, 10_000);
        if (tenThousands == 0)
            return Thousand(rest);
        var head = Thousand(tenThousands) + "万";
        return rest == 0 ? head : rest < 1000 ? $"{head}零{Thousand(rest)}" : head + Thousand(rest);
    }

    private static string Thousand(int number)
    {
        var words = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap = words.Length > 0;
                continue;
            }
            if (gap)
                words.Append('零');
            words.Append(Capitals[digit]).Append(Places[place]);
            gap = false;
        }
        return words.ToString();
    }

    private static string Small(int number)
    {
        var (tens, ones) = Math.DivRem(number, 10);
        return (tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" }) + (ones == 0 ? "" : Digits[ones].ToString());
    }
}
