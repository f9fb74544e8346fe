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

    public static string For(string submissionId, string participant, DateOnly day)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{participant}\n{submissionId}"));
        var code = string.Create(6, digest, static (characters, bytes) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = Letters[bytes[i] % Letters.Length];
        });
        return string.Create(CultureInfo.InvariantCulture, $"XT{day:yyMMdd}-{code}");
    }

    public static bool IsOne(string? text) => text is not null && Shape().IsMatch(text);

    [GeneratedRegex(@"^XT[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}\z")]
    private static partial Regex Shape();
}
