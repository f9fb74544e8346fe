using System.Globalization;

namespace OneVisit.Contracts;

/// <summary>Pages of a desk's list: whoever wants the next names the last task of the one before.</summary>
public static class WorkPages
{
    /// <summary>A page has at least so many tasks unless it is the last.</summary>
    public const int Size = 20;

    /// <summary>Name of the query's value.</summary>
    public const string After = "after";

    /// <summary>The route of the page behind a task.</summary>
    public static string Behind(DateOnly dueOn, string caseId, string taskId) =>
        $"{Routes.Work}?{After}={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{dueOn:yyyy-MM-dd}/{caseId}/{taskId}"))}";

    /// <returns><c>false</c>: it names no task.</returns>
    public static bool TryRead(string? text, out (DateOnly DueOn, string CaseId, string TaskId)? after)
    {
        after = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (text.Split('/') is not [var day, { Length: > 0 and <= 64 } caseId, { Length: > 0 and <= 64 } taskId]
            || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn))
            return false;
        after = (dueOn, caseId, taskId);
        return true;
    }
}
