using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Domain.Identity;

/// <summary>Resident ID numbers that somebody wrote into free words. A mistyped one is a person's all the same.</summary>
public static partial class WrittenIds
{
    /// <summary>The text with each number kept by its head and tail only, as <see cref="ResidentId.Masked"/> shows it.</summary>
    public static string Masked(string text) => EighteenDigits().Replace(text, found => Masked(found));

    private static string Masked(Match found)
    {
        var number = TypedText.Compact(found.Value).Replace("-", "", StringComparison.Ordinal);
        return HoldsBirthday(number) ? $"{number[..6]}********{number[14..]}" : found.Value;
    }

    private static bool HoldsBirthday(string number) =>
        number[6..8] is "19" or "20" && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"(?<![0-9\uFF10-\uFF19])[0-9\uFF10-\uFF19](?:[ -]?[0-9\uFF10-\uFF19]){16}[ -]?[0-9xX\uFF10-\uFF19\uFF38\uFF58](?![0-9\uFF10-\uFF19])")]
    private static partial Regex EighteenDigits();
}
