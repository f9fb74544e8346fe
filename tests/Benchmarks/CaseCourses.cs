using System.Diagnostics;
using OneVisit.EndToEnd.Tests;

namespace OneVisit.Benchmarks;

/// <summary>
/// How long one case takes when nobody dawdles: from the resident's 「提交」 until the bot has answered the city's filing desk, every step
/// through the chat, each card pressed as soon as it lies on its desk (looked for every 25 ms). The seven days of public notice are skipped by the demo clock.
/// Goal: p95 under 3 s.
/// </summary>
internal static class CaseCourses
{
    private const int WarmUp = 3;
    private const int Cases = 25;
    private const int SlowCases = 5;
    private static readonly TimeSpan Dawdle = TimeSpan.FromDays(12);

    // Early enough that all of them end in a year whose calendar is published.
    private static readonly DateTimeOffset Opening = new(2026, 1, 6, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The same with every desk dawdling for twelve days, the clock going from alarm to alarm: reminders, escalations, more than thirty working days.</summary>
    public static async Task MeasureSlowAsync()
    {
        await using var city = new City { Opening = Opening };
        await city.InitializeAsync();
        var cases = new Spread();
        for (var person = 0; person < WarmUp + SlowCases; person++)
        {
            var whole = (await RunAsync(city, person, Dawdle)).Whole;
            if (person >= WarmUp) cases.Add(whole);
        }

        Console.WriteLine($"Submission to filing over {5 * Dawdle.TotalDays + 8} days: {cases}");
        Console.WriteLine($"Target p95 < 3 s: {(cases.At(95) < 3000 ? "met" : "missed")}");
    }

    public static async Task MeasureAsync()
    {
        await using var city = new City { Opening = Opening };
        await city.InitializeAsync();
        using var trips = new RoundTrips(new Doors(city.Local).NameOf);

        for (var person = 0; person < WarmUp; person++) await RunAsync(city, person);
        trips.Clear();
        var (cases, clock) = (new Spread(), new Spread());
        for (var person = WarmUp; person < WarmUp + Cases; person++)
        {
            var (whole, moving) = await RunAsync(city, person);
            cases.Add(whole);
            clock.Add(moving);
        }

        Console.WriteLine($"Submission to filing: {cases}");
        Console.WriteLine($"of it, moving the clock: {clock}");
        Console.WriteLine($"Target p95 < 3 s: {(cases.At(95) < 3000 ? "met" : "missed")}");
        Console.WriteLine($"Requests per case, talk before the submission included: {trips.Per(Cases)}");
    }

    private static async Task<(TimeSpan Whole, TimeSpan MovingClock)> RunAsync(City city, int person, TimeSpan dawdle = default)
    {
        var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToListAsync();
        await resident.SayAsync("知道了，同意", Resident.Name, People.IdNumberOf(person), Resident.Phone, "史家庄", Resident.WithAgent);
        await resident.SignAsync();
        await resident.SayAsync(Resident.NoKin);

        var start = Stopwatch.GetTimestamp();
        using var journey = new Journey(city, resident, Resident.CaseIdIn(await resident.SubmitAsync()));
        await PassAsync(city, dawdle);
        await journey.ToReviewAsync();
        await PassAsync(city, dawdle);
        await journey.ProposeAsync();
        await PassAsync(city, dawdle);
        await journey.HangNoticeAsync();
        var hung = Stopwatch.GetTimestamp();
        await city.MoveClockAsync(city.Local.Clock.GetUtcNow().AddDays(8));
        var moving = Stopwatch.GetElapsedTime(hung);
        await PassAsync(city, dawdle);
        await journey.ApproveAsync();
        await PassAsync(city, dawdle);
        await journey.FileAsync();
        var whole = Stopwatch.GetElapsedTime(start);
        await city.SettleAsync();
        if ((await journey.SeeAsync()).Status != "closed") throw new InvalidOperationException("The case did not come to its end.");
        return (whole, moving);
    }

    private static async Task PassAsync(City city, TimeSpan time)
    {
        if (time == TimeSpan.Zero) return;

        var until = city.Local.Clock.GetUtcNow() + time;
        while (await city.Local.BackOffice.Engine.NextTimerAsync(CancellationToken.None) is { } alarm && alarm <= until) await city.MoveClockAsync(alarm);
        await city.MoveClockAsync(until);
    }
}
