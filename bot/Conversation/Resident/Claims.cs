using System.Text.RegularExpressions;

namespace OneVisit.Conversation.Resident;

/// <summary>「领取办件 XT261124-7K2M9Q ABCD1234」: a case that an agent applied for, with the code from its slip.</summary>
internal static partial class Claims
{
    /// <returns>Number and code; <c>null</c>: nothing of the kind.</returns>
    public static (string CaseId, string Code)? In(string plain) =>
        Slip().Match(plain) is { Success: true } found ? (found.Groups["case"].Value.ToUpperInvariant(), found.Groups["code"].Value.ToUpperInvariant()) : null;

    [GeneratedRegex(@"(?<case>XT[0-9]{6}-[0-9A-Z]{6})\D{0,8}?[ ,，:：]+\D{0,4}?(?<code>[0-9A-HJKMNP-TV-Z]{8})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Slip();
}
