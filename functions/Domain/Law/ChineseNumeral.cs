namespace OneVisit.Domain.Law;

/// <summary>Numbers of articles as statutes print them: 九, 十二, 三十一, 一百零五, 一千零七十七.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <param name="number">From 1 to 9999.</param>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var (thousands, rest) = Math.DivRem(number, 1000);
        if (thousands == 0)
            return Hundreds(rest, first: true);
        var head = $"{Digits[thousands]}千";
        if (rest == 0)
            return head;
        return rest < 100 ? $"{head}零{Hundreds(rest, first: false)}" : head + Hundreds(rest, first: false);
    }

    private static string Hundreds(int number, bool first)
    {
        var (hundreds, rest) = Math.DivRem(number, 100);
        if (hundreds == 0)
            return Tens(rest, first);
        var head = $"{Digits[hundreds]}百";
        if (rest == 0)
            return head;
        return rest < 10 ? $"{head}零{Digits[rest]}" : head + Tens(rest, first: false);
    }

    // Ten is 十 at the beginning and 一十 after a hundred.
    private static string Tens(int number, bool first)
    {
        var (tens, ones) = Math.DivRem(number, 10);
        var head = tens switch
        {
            0 => "",
            1 when first => "十",
            _ => $"{Digits[tens]}十",
        };
        return ones == 0 ? head : head + Digits[ones];
    }
}
