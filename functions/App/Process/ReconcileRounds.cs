using OneVisit.Domain.Calendars;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.Process;

/// <summary>
/// Where the reconciliation begins to look. Case numbers begin with their day, so nothing waits behind the oldest case that is not finished: whoever began there would not read
/// the finished cases of all years every five minutes. The first round of a program and of a day looks at all, for what nobody thought of.
/// </summary>
public sealed class ReconcileRounds(TimeProvider clock)
{
    // A submission that comes again after it broke off keeps the number of its first day.
    private const int DaysToComeAgain = 31;

    private volatile Round? last;

    /// <summary>One round.</summary>
    /// <param name="From">The first number to look at; <c>null</c>: all.</param>
    public sealed record Round(DateOnly Day, string? From)
    {
        /// <summary>The first case that it met.</summary>
        public string? Oldest { get; private set; }

        public void Meet(string caseId)
        {
            if (Oldest is null || string.CompareOrdinal(caseId, Oldest) < 0)
                Oldest = caseId;
        }
    }

    public Round Begin()
    {
        var today = clock.Today();
        var recent = CaseNumber.DayOf(today.AddDays(-DaysToComeAgain));
        return last is not { } before || before.Day != today ? new(today, null)
            : new(today, before.Oldest is { } oldest && string.CompareOrdinal(oldest, recent) < 0 ? oldest : recent);
    }

    /// <summary>The round met everything that it looked for; one that broke off does not come here.</summary>
    public void End(Round round) => last = round;
}
