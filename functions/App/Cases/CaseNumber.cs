using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace OneVisit.Functions.Cases;

/// <summary>Case numbers: <c>XT</c>, the day of acceptance as yyMMdd, and six characters derived from the submission, so that the same submission always asks for the same number.</summary>
public static partial class CaseNumber
{
    // Crockford's base 32: no I, L, O or U to misread.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 6;

    public static string For(string submissionId, string participant, DateOnly day) =>
        $"{DayOf(day)}-{CodeOf($"{participant}\n{submissionId}", CodeLength)}";

    /// <summary>How the numbers of a day begin: in the order of texts, before every number of that day and behind those of the days before.</summary>
    public static string DayOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"XT{day:yyMMdd}");

    /// <summary>The day a number begins with; <c>null</c>: it is none of a case.</summary>
    public static DateOnly? CameOn(string number) =>
        IsOne(number) && DateOnly.TryParseExact($"20{number[2..8]}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The number of the same day to ask for instead when <paramref name="taken"/> is another submission's.</summary>
    public static string After(string taken, string submissionId, string participant) =>
        taken[..^CodeLength] + CodeOf($"{participant}\n{submissionId}\n{taken}", CodeLength);

    public static bool IsOne(string? text) => text is not null && Shape().IsMatch(text);

    internal static string CodeOf(string text, int length) => string.Create(length, SHA256.HashData(Encoding.UTF8.GetBytes(text)), static (characters, bytes) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Letters[bytes[i] % Letters.Length];
    });

    [GeneratedRegex(@"^XT[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}\z")]
    private static partial Regex Shape();
}
