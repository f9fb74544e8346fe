using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Domain.Places;

/// <summary>The number of a villagers' group or grid in what somebody typed, or in a grid's name: 二组, 第2网格, group 2, er zu.</summary>
internal static partial class GridNumber
{
    private const string Units = "一二三四五六七八九";

    private static readonly string[] Spelled = ["yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi"];

    private static readonly string[] English = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly Regex[] Patterns = [InCharacters(), InEnglish(), InPinyin()];

    /// <param name="plain">See <see cref="PlaceName.Plain"/>.</param>
    /// <returns>The number, from 1 to 99, and the text without it; <c>null</c> and the same text when there is none.</returns>
    public static (int? Number, string Remaining) Take(string plain)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Match(plain) is { Success: true } found && ValueOf(found.Groups["n"].Value) is { } number)
                return (number, plain.Remove(found.Index, found.Length));
        }
        return (null, plain);
    }

    /// <summary>Tone numbers behind syllables go; the number of a group stays.</summary>
    public static string WithoutToneNumbers(string typed) => ToneNumber().Replace(typed, "");

    private static int? ValueOf(string written)
    {
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and < 100 ? number : null;
        if (Array.IndexOf(Spelled, written) is >= 0 and var spelled)
            return spelled + 1;
        if (Array.IndexOf(English, written) is >= 0 and var english)
            return english + 1;
        return written.Split('十') switch
        {
            [var one] when Units.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at => at + 1,
            [var tens, var ones] when (tens.Length == 0 || Units.Contains(tens, StringComparison.Ordinal)) && (ones.Length == 0 || Units.Contains(ones, StringComparison.Ordinal)) =>
                10 * (tens.Length == 0 ? 1 : Units.IndexOf(tens, StringComparison.Ordinal) + 1) + (ones.Length == 0 ? 0 : Units.IndexOf(ones, StringComparison.Ordinal) + 1),
            _ => null,
        };
    }

    [GeneratedRegex("第?(?<n>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|[0-9]{1,2})号?(村民小组|村民组|居民小组|居民组|小组|组|网格|生产队|小队|队)")]
    private static partial Regex InCharacters();

    [GeneratedRegex("(group|grid|team)(number|no)?(?<n>[0-9]{1,2})(?![0-9])|(?<n>[0-9]{1,2})(st|nd|rd|th)?(group|grid|team)|(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(group|grid|team)")]
    private static partial Regex InEnglish();

    [GeneratedRegex("(di)?(?<n>[0-9]{1,2})(hao)?(cunminzu|xiaozu|zu|wangge|dui)$|(di)?(?<n>yi|er|san|si|wu|liu|qi|ba|jiu|shi)(hao)?(cunminzu|xiaozu|zu|wangge|dui)$")]
    private static partial Regex InPinyin();

    [GeneratedRegex(@"(?<=[A-Za-z:])[1-5](?=\s|$|[A-Za-z'’])(?!\s*(zu|wangge|dui|hao|cunmin|xiaozu|st\b|nd\b|rd\b|th\b))", RegexOptions.IgnoreCase)]
    private static partial Regex ToneNumber();
}
