using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Local.Year.Acting;
using OneVisit.Local.Year.Books;
using OneVisit.Local.Year.Households;
using OneVisit.Local.Year.Releases;
using OneVisit.Local.Year.World;
using OneVisit.Storage;

namespace OneVisit.Local.Year;

/// <summary>Runs a year of the city day by day, and then looks into its books.</summary>
public sealed class SimulatedYear : IAsyncDisposable
{
    private const int Suspensions = 2;

    // 国务院办公厅 tells the holidays of a year towards the end of the one before.
    private static readonly (int Month, int Day) HolidaysAreOut = (12, 20);

    private readonly YearOptions options;
    private readonly Dice dice;
    private readonly IReadOnlyList<ServicePoint> points;
    private readonly Workforce people;
    private readonly ResidentsAtHome residents;
    private readonly StaffAtWork staff;
    private readonly Postman postman;
    private readonly CityReviews reviews;
    private readonly ReleaseRecorder? recorder;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan worked = Worked();
    private DateOnly today;

    private SimulatedYear(YearOptions options, Dice dice, IReadOnlyList<ServicePoint> points, Workforce people, YearCity city)
    {
        (this.options, this.dice, this.points, this.people, City) = (options, dice, points, people, city);
        residents = new ResidentsAtHome(Population.Of(options, points, dice), Told, city, dice, Acts);
        staff = new StaffAtWork(people, points, Told, new Forms(dice, people), city, dice, Acts, caseId => residents.IsDead(caseId, today));
        postman = new Postman(city.Services.GetRequiredService<NoticeQueue>(), city.Services.GetRequiredService<OneVisitStorage>(), Told, city.Clock);
        reviews = new CityReviews(people, points, city, dice, Acts);
        recorder = options.Record is null ? null : new ReleaseRecorder(city);
        today = options.From;
    }

    public YearCity City { get; }

    public ActTally Acts { get; } = new();

    public Told Told { get; } = new();

    /// <param name="storage">Connection string of the store, which is the year's own.</param>
    /// <param name="prefix">Of its tables, containers and queues.</param>
    public static async Task<SimulatedYear> OpenAsync(YearOptions options, string storage, string prefix, CancellationToken stop)
    {
        var dice = new Dice(options.Seed);
        var points = ServicePoint.Of(CityCatalogue.Load(), options.Points);
        var people = new Workforce(points, dice, options.From, options.Days);
        return new SimulatedYear(options, dice, points, people, await YearCity.OpenAsync(storage, prefix, points, people, options.From, dice, stop));
    }

    /// <param name="progress">Told after each day: how many are over, and how many cases there are.</param>
    public async Task RunAsync(Action<int, int> progress, CancellationToken stop)
    {
        for (var day = 0; day < options.Days; day++)
        {
            today = options.From.AddDays(day);
            await DayAsync(day, stop);
            progress(day + 1, residents.Cases.Count);
        }
        // Whoever is told today reads it today.
        await postman.RoundAsync(stop);
        (Took, OwnWork) = (watch.Elapsed, Worked() - worked);
    }

    /// <summary>How long the days took, without the look into the books.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Processor time of this program meanwhile: back office, people and clock together, without the store.</summary>
    public TimeSpan OwnWork { get; private set; }

    /// <summary>Reads everything there is, as it stands now.</summary>
    public async Task<YearBooks> BooksAsync(CancellationToken stop)
    {
        var books = await YearBooks.ReadAsync(this, options, people, residents.Cases, stop);
        if (recorder is not null)
            await recorder.WriteAsync(books, options.Record!, stop);
        return books;
    }

    public ValueTask DisposeAsync() => City.DisposeAsync();

    private static TimeSpan Worked()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private async Task DayAsync(int day, CancellationToken stop)
    {
        await City.MoveToAsync(today, 0, 1, stop);
        var areOut = (today.Month, today.Day) == HolidaysAreOut && !City.Catalogue.Calendar.Covers(today.Year + 1);
        if (areOut)
            await City.PublishHolidaysAsync(points, today, stop);
        await City.StrikeAsync(looksAtAll: areOut || today.Day == 1, stop);
        await postman.RoundAsync(stop);

        await City.MoveToAsync(today, 9, 0, stop);
        await residents.MorningAsync(today, stop);
        await City.SettleAsync(stop);
        await postman.RoundAsync(stop);

        recorder?.Look();
        if (!City.Catalogue.Calendar.IsWorkingDay(today))
            return;
        await City.MoveToAsync(today, 10, 0, stop);
        await reviews.MorningAsync(day, options.Days, today, Suspensions, stop);
        foreach (var hour in (int[])[11, 15])
        {
            await City.MoveToAsync(today, hour, 0, stop);
            await staff.HalfDayAsync(today, City.Catalogue.Calendar.WorkingDaysBetween, stop);
            await City.SettleAsync(stop);
            await postman.RoundAsync(stop);
            recorder?.Look();
        }
    }
}
