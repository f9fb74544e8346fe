using System.Globalization;
using System.Text.RegularExpressions;

namespace OneVisit.Functions.Cases;

/// <summary>Numbers of applications for several services: <c>AP</c>, the day as yyMMdd, and ten characters derived from the submission, too many for two to meet.</summary>
public static partial class ApplicationNumber
{
    private const int CodeLength = 10;

    public static string For(string submissionId, string participant, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"AP{day:yyMMdd}-{CaseNumber.CodeOf($"{participant}\n{submissionId}\napplication", CodeLength)}");

    public static bool IsOne(string? text) => text is not null && Shape().IsMatch(text);

    [GeneratedRegex(@"^AP[0-9]{6}-[0-9A-HJKMNP-TV-Z]{10}\z")]
    private static partial Regex Shape();
}
