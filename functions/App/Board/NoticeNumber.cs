using System.Globalization;
using System.Text.RegularExpressions;
using OneVisit.Functions.Oversight;

namespace OneVisit.Functions.Board;

/// <summary>Numbers of public notices: GS (公示), the day on which it was ready to be posted, six characters of a secret, so that nobody gets from the notice to the case.</summary>
public static partial class NoticeNumber
{
    public static string Of(DateOnly ready, string secret) => string.Create(CultureInfo.InvariantCulture, $"GS{ready:yyMMdd}-{MatterNumber.Code(secret, 6)}");

    /// <summary>It is of that secret, whatever its day.</summary>
    public static bool IsOf(string number, string secret) => number.EndsWith("-" + MatterNumber.Code(secret, 6), StringComparison.Ordinal);

    /// <summary>A number as somebody typed it; <c>null</c>: it cannot be one.</summary>
    public static string? Read(string? text) => text?.Trim().ToUpperInvariant() is { } number && Shape().IsMatch(number) ? number : null;

    [GeneratedRegex(@"^GS[0-9]{6}-[0-9A-HJKMNP-TV-Z]{6}\z")]
    private static partial Regex Shape();
}
