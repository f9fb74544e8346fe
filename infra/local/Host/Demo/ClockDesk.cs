using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Local.Host.Demo;

/// <summary>Moves the demo clock and tells what it did.</summary>
public sealed class ClockDesk(LocalCity city, CatalogueShelf shelf, WorkQueue work)
{
    /// <summary>Offices open at nine in the morning, Beijing time.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromHours(9);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <param name="to"><c>next-working-day</c>, <c>next-deadline</c>, or an instant in ISO 8601.</param>
    public async Task<object> MoveAsync(string to, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var target = to switch
            {
                "next-working-day" => BeijingTime.StartOf(shelf.InForce.Calendar.NextWorkingDay(city.Clock.Today())) + Opening,
                "next-deadline" => (await city.BackOffice.Engine.NextTimerAsync(ct))?.AddSeconds(1),
                _ => DateTimeOffset.TryParse(to, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? instant : null,
            };
            var moved = target is { } there && city.Clock.MoveTo(there);
            if (moved) await city.SettleAsync(Patience, ct);
            return await LookAsync(moved, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<object> LookAsync(bool moved, CancellationToken ct)
    {
        var open = new List<object>();
        foreach (var (office, role) in DemoStaff.All.Select(member => (member.Posts[0].Office, member.Posts[0].Role)).Distinct())
            await foreach (var item in work.ListAsync(office, role, ct))
                open.Add(Line(item, office));
        return new { now = city.Clock.GetUtcNow(), nextDeadline = await city.BackOffice.Engine.NextTimerAsync(ct), moved, work = open };
    }

    private object Line(WorkItem item, string office) => new
    {
        caseId = item.CaseId,
        kind = item.Kind,
        role = item.Role.Code(),
        place = PlaceNames.Of(office, shelf.InForce),
        dueOn = item.DueOn,
        dueState = item.DueOn < city.Clock.Today() ? "red" : "green",
    };
}
