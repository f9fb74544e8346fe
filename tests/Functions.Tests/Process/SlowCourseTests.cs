using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>A case on which every desk dawdles: the clock goes from alarm to alarm, and months pass in an instant.</summary>
public sealed class SlowCourseTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_case_of_more_than_thirty_working_days_is_journalled_the_same_each_time()
    {
        var first = await CourseAsync();

        Assert.Equal(first, await CourseAsync());
    }

    [Fact]
    public async Task Of_six_tasks_of_the_township_left_lying_three_levels_are_told_and_of_the_citys_own_one() =>
        Assert.Equal((6 * 3) + 1, (await CourseAsync()).Count(line => line.EndsWith(nameof(Escalated), StringComparison.Ordinal)));

    private async Task<List<string>> CourseAsync()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await DawdleAsync(office);
        await journey.CollectAsync();
        await DawdleAsync(office);
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await DawdleAsync(office);
        await journey.ProposeAsync();
        await DawdleAsync(office);
        await journey.HangNoticeAsync();
        await DawdleAsync(office);
        await journey.ApproveAsync();
        await DawdleAsync(office);
        await journey.FileAsync();
        var file = await office.Services.GetRequiredService<CaseCabinet>().FindAsync(journey.CaseId, CancellationToken.None);
        return [.. file!.Entries.Select(entry => $"{BeijingTime.DayOf(entry.At):yyyy-MM-dd} {entry.Event.GetType().Name}")];
    }

    private static async Task DawdleAsync(Office office)
    {
        var until = office.Clock.GetUtcNow().AddDays(12);
        while (await office.Host.Engine.NextTimerAsync(CancellationToken.None) is { } alarm && alarm <= until) await office.MoveToAsync(alarm);
        await office.MoveToAsync(until);
    }
}
