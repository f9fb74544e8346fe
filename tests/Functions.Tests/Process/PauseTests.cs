using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Process;

/// <summary>The clock stands still and goes on, as people see it over HTTP. Tuesday 24 November 2026; twenty working days end on 22 December.</summary>
public sealed class PauseTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly TaskOutcome Ask = new(ActNames.RequestMaterial, Materials: ["M07"], Reason: "收入说明没有写清");

    [Fact]
    public async Task Asked_for_papers_the_case_shows_that_it_waits()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AskedAsync(office);

        var (card, view) = (await journey.TaskAsync("survey-r1", Town.Officer), await journey.SeeAsync());

        Assert.Equal(("waiting-for-resident", new DateOnly(2026, 12, 8)), (card.Paused!.Pauses[0].Cause, card.Paused.Pauses[0].Until));
        Assert.Equal((new DateOnly(2026, 11, 24), "waiting-for-resident"), (view.Paused!.Since, view.Paused.Pauses[0].Cause));
        Assert.Contains(view.Timeline, entry => entry.Kind == "clock-paused" && entry.Note!.Contains("12", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_it_waits_nobody_at_the_office_is_pressed_and_the_resident_is_reminded()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AskedAsync(office);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(14).AddHours(-10));
        var notices = (await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId).ToArray();

        Assert.DoesNotContain(notices, notice => notice.Kind is NoticeKinds.TaskReminder or NoticeKinds.TaskEscalated);
        Assert.Equal("2026-12-08", Assert.Single(notices, notice => notice.Kind == NoticeKinds.MaterialReminder).Data["due"]);
    }

    [Fact]
    public async Task When_the_papers_come_the_days_are_given_back_on_every_list()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AskedAsync(office);
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(3));

        await journey.SendPaperAsync("M07");
        var view = await journey.SeeAsync();
        var desk = await office.GetAsync<TaskView[]>(Routes.Work, Town.Officer);
        var told = (await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId).ToArray();

        Assert.Equal((null, new DateOnly(2026, 12, 25)), (view.Paused, view.DueOn));
        Assert.Equal([new DateOnly(2026, 12, 11), new(2026, 12, 11)], desk.Select(task => task.DueOn));
        Assert.Equal("2026-12-25", Assert.Single(told, notice => notice.Kind == NoticeKinds.CaseResumed).Data["due"]);
        Assert.Equal(2, told.Count(notice => notice.Kind == NoticeKinds.TaskResumed && notice.To == Town.Officer));
    }

    [Fact]
    public async Task When_they_do_not_come_the_office_goes_on_by_itself()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await AskedAsync(office);

        await office.MoveToAsync(BeijingTime.EndOf(new DateOnly(2026, 12, 8)).AddMinutes(1));

        Assert.Null((await journey.SeeAsync()).Paused);
        Assert.Contains(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.TaskResumed && notice.Data["why"] == "time-over");
    }

    [Fact]
    public async Task A_hearing_stops_the_clock_until_the_office_says_it_is_over()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        var paused = await journey.DoAsync(
            "survey-r1", Town.Officer, new(ActNames.PauseClock, Cause: "hearing", Until: new(2026, 12, 10), Reason: "申请人要求听证"));
        await office.MoveToAsync(office.Clock.GetUtcNow().AddDays(2));
        var resumed = await journey.DoAsync("survey-r1", Town.Officer, new(ActNames.ResumeClock));

        Assert.Equal(("hearing", "申请人要求听证"), (paused.Paused!.Pauses[0].Cause, paused.Paused.Pauses[0].Reason));
        Assert.Contains(ActNames.ResumeClock, paused.Actions);
        Assert.Equal((null, new DateOnly(2026, 12, 24)), (resumed.Paused, resumed.CaseDueOn));
        Assert.Contains(await journey.NoticesAsync(), notice => notice.Kind == NoticeKinds.CasePaused && notice.Data["until"] == "2026-12-10");
    }

    [Theory]
    [InlineData(null, "2026-12-10", "申请人要求听证", "cause")]
    [InlineData("waiting-for-resident", "2026-12-10", "申请人要求听证", "cause")]
    [InlineData("hearing", "2026-11-01", "申请人要求听证", "until")]
    [InlineData("hearing", "2028-11-01", "申请人要求听证", "until")]
    [InlineData("hearing", null, "申请人要求听证", "until")]
    [InlineData("hearing", "2026-12-10", "要听证", "reason")]
    public async Task A_pause_without_its_facts_changes_nothing(string? cause, string? until, string reason, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        using var answer = await journey.TryAsync(
            "survey-r1", Town.Officer, new(ActNames.PauseClock, Cause: cause, Until: until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Reason: reason));

        Assert.Contains(field, (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Null((await journey.SeeAsync()).Paused);
    }

    [Fact]
    public async Task Whoever_decides_gives_a_hard_case_more_time_and_the_resident_is_told_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        var task = (await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Chief)).ExtendTask!;

        var done = await journey.DoAsync(task, Town.Chief, new(ActNames.ExtendTime, Cause: "hard-survey", Reason: "家庭成员都在外地打工"));
        var view = await journey.SeeAsync();
        var told = Assert.Single((await journey.NoticesAsync()).DistinctBy(notice => notice.NoticeId), notice => notice.Kind == NoticeKinds.CaseExtended);

        // Forty-five working days reach into a year whose calendar is not out.
        Assert.Equal((new DateOnly(2027, 1, 26), true, "hard-survey"), (view.DueOn, view.DueIsProvisional, view.Extended!.Cause));
        Assert.Equal(("2027-01-26", "家庭成员都在外地打工"), (told.Data["due"], told.Data["reason"]));
        Assert.DoesNotContain(ActNames.ExtendTime, done.Actions);
        Assert.Null((await office.GetAsync<CaseView>($"cases/{journey.CaseId}", Town.Chief)).ExtendTask);
    }

    [Fact]
    public async Task Twice_is_refused_and_told_who_did_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        TaskOutcome more = new(ActNames.ExtendTime, Cause: "hard-survey", Reason: "家庭成员都在外地打工");
        await journey.DoAsync("survey-r1", Town.Chief, more);

        using var answer = await journey.TryAsync("survey-r1", Town.Chief, more);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("王立新", (await Office.ProblemAsync(answer)).ActedBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_decide_extends_nothing()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();

        using var answer = await journey.TryAsync("survey-r1", Town.Officer, new(ActNames.ExtendTime, Cause: "hard-survey", Reason: "家庭成员都在外地打工"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(ActNames.ExtendTime, (await journey.TaskAsync("survey-r1", Town.Officer)).Actions);
    }

    private static async Task<Journey> AskedAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.DoAsync("survey-r1", Town.Officer, Ask);
        return journey;
    }
}
