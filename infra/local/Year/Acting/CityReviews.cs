using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain.Services;
using OneVisit.Local.Year.World;

namespace OneVisit.Local.Year.Acting;

/// <summary>What the city does to points besides its desks: in the middle of the year some may not decide for a while.</summary>
internal sealed class CityReviews(Workforce people, IReadOnlyList<ServicePoint> points, YearCity city, Dice dice, ActTally tally)
{
    private const int Weeks = 3;

    public async Task MorningAsync(int day, int days, DateOnly today, int suspensions, CancellationToken stop)
    {
        var reviewer = people.Holders(Role.CityReviewer, people.City).First();
        for (var number = 0; number < suspensions; number++)
        {
            // The first runs to its end by itself, the others are lifted.
            var point = points[dice.Between(0, points.Count - 1, string.Create(CultureInfo.InvariantCulture, $"suspended {number}"))];
            var begins = days * (number + 1) / (suspensions + 2);
            if (IsTurnOf(begins, day, today))
                await PostAsync($"points/{point.Code}/suspension", reviewer.Participant, new SuspendAuthority("案卷评查发现多处超时限，暂停委托", To: number == 0 ? today.AddDays(7 * Weeks) : null), "suspended", stop);
            if (number > 0 && IsTurnOf(begins + 7 * Weeks, day, today))
                await PostAsync($"points/{point.Code}/suspension/lift", reviewer.Participant, new LiftSuspension("整改完成，恢复委托"), "lifted", stop);
        }
    }

    // The working day on or after that one.
    private bool IsTurnOf(int planned, int day, DateOnly today) =>
        planned <= day && Enumerable.Range(planned, day - planned).All(before => !city.Catalogue.Calendar.IsWorkingDay(today.AddDays(before - day)));

    private async Task PostAsync(string route, string participant, object body, string what, CancellationToken stop)
    {
        var reply = await city.Door.PostAsync(route, participant, body, stop);
        if (reply.Ok)
            tally.Did(what);
        else
            tally.WasRefused(reply.Code!);
    }
}
