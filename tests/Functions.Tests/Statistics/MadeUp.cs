using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Statistics;

namespace OneVisit.Functions.Tests.Statistics;

/// <summary>Facts without cases behind them.</summary>
internal static class MadeUp
{
    public static DateOnly First { get; } = new(2026, 1, 1);

    public static DateOnly Last { get; } = new(2026, 12, 1);

    /// <summary>Every fourth is open; every fifth is late; two items, three villages.</summary>
    public static CaseFact Case(int number)
    {
        var came = new DateOnly(2026, 8, 3).AddDays(number);
        var open = new CaseFact($"OV-{number:D6}", 2, number % 2 == 0 ? "D1.2" : "D5.1", "370982103", $"37098210320{1 + number % 3}", came)
        {
            AcceptedOn = came, DueOn = came.AddDays(28), Limit = 20, ChangedOn = came,
        };
        return number % 4 == 0
            ? open
            : open with
            {
                DecidedOn = came.AddDays(20), Outcome = FactOutcome.Approved, Days = 10 + number % 7, Colour = number % 5 == 0 ? DueState.Red : DueState.Green,
                Blamed = number % 5 == 0 ? StageKind.Survey : null, Closed = true, Stars = 4, Decider = "staff:zhai-chief", ChangedOn = came.AddDays(21), Stages = [new(StageKind.Survey, 6)],
            };
    }
}
