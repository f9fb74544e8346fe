using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

public sealed class ClockTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    // Collecting is due by working day 3: accepted on Tuesday, due on Friday, yellow from its morning.
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Fact]
    public async Task At_ninety_percent_the_desk_is_reminded_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await office.MoveToAsync(BeijingTime.StartOf(Friday).AddMinutes(-1));
        var before = await Kinds(journey, Town.Agent);
        await office.MoveToAsync(BeijingTime.StartOf(Friday).AddMinutes(1));
        await office.MoveToAsync(BeijingTime.StartOf(Friday).AddHours(5));

        Assert.Equal([NoticeKinds.TaskOpened], before);
        Assert.Equal([NoticeKinds.TaskReminder], await Kinds(journey, Town.Agent));
    }

    [Fact]
    public async Task Past_the_limit_superiors_are_told_and_the_task_stays_open()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await office.MoveToAsync(BeijingTime.EndOf(Friday).AddMinutes(1));

        Assert.Equal([NoticeKinds.TaskEscalated], await Kinds(journey, Town.Chief));
        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.Agent));
        Assert.Equal("red", (await journey.TaskAsync("collect-r1", Town.Agent)).DueState);
    }

    [Fact]
    public async Task Level_by_level_each_is_told_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var told = new List<string[]>();

        // The weekend counts for nothing: due on Friday, the head hears of it at the end of Monday, the city at the end of Tuesday.
        foreach (var days in (int[])[0, 1, 3, 4, 5, 9])
        {
            await office.MoveToAsync(BeijingTime.EndOf(Friday).AddDays(days).AddMinutes(1));
            told.Add([.. (await journey.NoticesAsync()).Where(notice => notice.Kind == NoticeKinds.TaskEscalated).DistinctBy(notice => notice.NoticeId).Select(notice => notice.To).Order(StringComparer.Ordinal)]);
        }

        Assert.Equal([Town.Agent, Town.OtherAgent, Town.Chief, "staff:zhai-deputy"], told[0]);
        Assert.Equal([[], ["staff:zhai-head"], [Town.Reviewer], [], []], told[1..]);
        Assert.Equal("red", (await journey.TaskAsync("collect-r1", "staff:zhai-head")).DueState);
    }

    [Fact]
    public async Task A_clock_that_jumps_past_the_limit_escalates_without_a_late_reminder()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        _ = await journey.NoticesAsync();

        await office.MoveToAsync(BeijingTime.EndOf(Friday).AddDays(9));

        Assert.Equal([NoticeKinds.TaskEscalated], await Kinds(journey, Town.Agent));
    }

    [Fact]
    public async Task Silence_never_approves()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.ToDecisionAsync();

        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(90));
        var view = await journey.SeeAsync();

        Assert.Equal(("open", "red", true), (view.Status, view.DueState, view.Decision is null));
    }

    [Fact]
    public async Task The_resident_is_told_once_that_it_takes_longer_than_promised()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(60));
        await journey.CollectAsync();
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(60));

        Assert.Single((await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId), notice => notice.Kind == NoticeKinds.CaseLate);
    }

    [Fact]
    public async Task The_public_notice_hangs_seven_full_days()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.DoAsync("notice-r1", Town.Officer, new(ActNames.NoticePosted));

        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 12, 1)).AddMinutes(-1));
        var before = await journey.DeskOfAsync(Town.Chief);
        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 12, 1)).AddMinutes(1));

        Assert.Empty(before);
        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));
    }

    [Fact]
    public async Task The_day_after_the_mandates_last_the_errands_are_the_townships()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var expired = BeijingTime.EndOf(new DateOnly(2027, 2, 24));

        await office.MoveToAsync(expired.AddMinutes(-1));
        var before = await journey.DeskOfAsync(Town.Agent);
        await office.MoveToAsync(expired);

        Assert.Equal(["collect-r1"], before);
        Assert.Empty(await journey.DeskOfAsync(Town.Agent));
        Assert.Equal(["collect-r1"], await journey.DeskOfAsync(Town.Officer));
    }

    private static async Task<string[]> Kinds(Journey journey, string who) =>
        [.. (await journey.NoticesAsync()).Where(notice => notice.To == who).DistinctBy(notice => notice.NoticeId).Select(notice => notice.Kind)];
}
