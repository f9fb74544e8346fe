using System.Text.RegularExpressions;

namespace OneVisit.Local.FunctionsWorker.Timers;

/// <summary>What the Functions host reads as a schedule. The reader used here knows more: <c>L</c>, <c>W</c>, <c>#</c>, <c>?</c>, <c>@daily</c>, Sunday as day 7, ranges over the end.</summary>
internal static partial class NCrontab
{
    /// <returns>The expression itself.</returns>
    /// <exception cref="FormatException">Not six fields of values, ranges, steps and lists.</exception>
    public static string Checked(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 6 || !fields.All(field => field.Split(',').All(IsPart)) || Sunday().IsMatch(fields[5]))
            throw new FormatException("A schedule is six fields of values, ranges and steps: second, minute, hour, day, month, day of the week from 0 for Sunday.");
        return expression;
    }

    private static bool IsPart(string part) => Part().Match(part) is { Success: true } found
        && !(int.TryParse(found.Groups["first"].ValueSpan, out var first) && int.TryParse(found.Groups["last"].ValueSpan, out var last) && first > last);

    [GeneratedRegex(@"^(\*|(?<first>\d+|[A-Za-z]{3})(-(?<last>\d+|[A-Za-z]{3}))?)(/\d+)?$")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<!/)\b7\b")]
    private static partial Regex Sunday();
}
