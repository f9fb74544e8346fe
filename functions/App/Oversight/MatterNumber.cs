using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Oversight;

/// <summary>
/// Numbers of supervision: two letters (PC 评查, HP 好差评, FH 待遇复核, TS 投诉, YY 异议, CC 抽查, SQ 授权, BL 保留) and what makes them the same whenever they are asked for.
/// </summary>
public static partial class MatterNumber
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The review of a case that a draw of that month took.</summary>
    public static string OfReview(string caseId, DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"PC{caseId[2..]}-{month:yyyyMM}");

    /// <summary>The remedy of a case's rating.</summary>
    public static string OfRemedy(string caseId) => "HP" + caseId[2..];

    /// <summary>A look at a case's benefit whose time came on that day.</summary>
    public static string OfBenefit(string caseId, DateOnly reviewOn) => string.Create(CultureInfo.InvariantCulture, $"FH{caseId[2..]}-{reviewOn:yyyyMM}");

    /// <summary>A look at a case's benefit after a report.</summary>
    public static string OfBenefit(string caseId, string secret) => $"FH{caseId[2..]}-{Code(secret, 8)}";

    public static string OfComplaint(DateOnly day, string secret) => string.Create(CultureInfo.InvariantCulture, $"TS{day:yyMMdd}-{Code(secret, 8)}");

    /// <param name="notice">Number of the notice: its day is the objection's, so that the same sent on another day has the same number.</param>
    public static string OfObjection(string notice, string secret) => $"YY{notice[2..8]}-{Code(secret, 8)}";

    /// <summary>The draw of a whole month.</summary>
    public static string OfDraw(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"CC-{month:yyyyMM}");

    /// <summary>The draw asked for on a day, of its month so far.</summary>
    public static string OfDrawOn(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"CC-{day:yyyyMMdd}");

    /// <param name="point">For example <c>township/370982103</c>.</param>
    public static string OfPoint(string point) => "SQ-" + Offices.PlaceOf(point);

    /// <summary>A legal hold that was ordered on a day.</summary>
    public static string OfHold(DateOnly day, string secret) => string.Create(CultureInfo.InvariantCulture, $"BL{day:yyMMdd}-{Code(secret, 8)}");

    public static bool IsHold(string? text) => text is not null && Holds().IsMatch(text);

    /// <summary>A review, a remedy, a look at a benefit a complaint or an objection.</summary>
    public static bool IsMatter(string? text) => text is not null && Matters().IsMatch(text);

    public static bool IsDraw(string? text) => text is not null && Draws().IsMatch(text);

    public static bool IsPoint(string? text) => text is not null && Points().IsMatch(text);

    /// <summary>The day in the number of a complaint or an objection.</summary>
    public static DateOnly DayOf(string number) => DateOnly.ParseExact("20" + number[2..8], "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Which of the secrets, one under each look-up key, the number of a complaint or an objection was made of; the first, where it was none.</summary>
    public static string SecretOf(string number, IReadOnlyList<string> secrets) => secrets.FirstOrDefault(secret => number.EndsWith("-" + Code(secret, 8), StringComparison.Ordinal)) ?? secrets[0];

    /// <summary>So many characters that are easy to read aloud, of a secret.</summary>
    public static string Code(string secret, int length) => string.Create(length, SHA256.HashData(Encoding.UTF8.GetBytes(secret)), static (characters, bytes) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Letters[bytes[i] % Letters.Length];
    });

    /// <summary>The code with which who wrote fetches the answer, of the secret that their number is made of.</summary>
    public static string PickupCode(string secret) => Code(secret + "\ncode", 10);

    [GeneratedRegex(@"^(PC[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}-[0-9]{6}|HP[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}|FH[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}-([0-9]{6}|[0-9A-HJKMNP-TV-Z]{8})|(TS|YY)[0-9]{6}-[0-9A-HJKMNP-TV-Z]{8})\z")]
    private static partial Regex Matters();

    [GeneratedRegex(@"^CC-[0-9]{6}([0-9]{2})?\z")]
    private static partial Regex Draws();

    [GeneratedRegex(@"^BL[0-9]{6}-[0-9A-HJKMNP-TV-Z]{8}\z")]
    private static partial Regex Holds();

    [GeneratedRegex(@"^SQ-[0-9]{9}\z")]
    private static partial Regex Points();
}
