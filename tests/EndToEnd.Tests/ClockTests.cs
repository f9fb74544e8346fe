using System.Text.Json.Nodes;

namespace OneVisit.EndToEnd.Tests;

/// <summary>The days the law and the city promise. Each test has a city of its own, as it moves its clock.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly City _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [OwnCityFact]
    public async Task At_ninety_percent_of_the_limit_the_desk_is_reminded_and_its_card_turns_yellow()
    {
        using var journey = await Journey.BeginAsync(_city);
        var card = await journey.CardAsync(Journey.Agent, "collect-r1");
        var agent = await journey.DeskOfAsync(Journey.Agent);

        await _city.MoveClockAsync(OnThe(11, 26).AddHours(23));
        var before = Now(agent, card);
        await _city.MoveClockAsync(OnThe(11, 27).AddMinutes(1));
        await agent.HearAsync(Words.Zh("StaffReminder", journey.CaseId, Words.Name("stage", "collect"), "11 月 27 日（周五）"));
        await agent.UntilAsync(() => Now(agent, card).Contains(Words.Name("due", "yellow"), StringComparison.Ordinal));

        Assert.Contains(Words.Name("due", "green"), before);
        Assert.Contains("11 月 27 日（周五）", Now(agent, card));
    }

    [OwnCityFact]
    public async Task Past_the_limit_the_superior_is_told_and_the_work_can_still_be_done()
    {
        using var journey = await Journey.BeginAsync(_city);
        var chief = await journey.DeskOfAsync(Journey.Chief);
        await journey.CardAsync(Journey.Agent, "collect-r1");

        await _city.MoveClockAsync(OnThe(11, 28).AddMinutes(1));
        await chief.HearAsync(Words.Zh("StaffEscalated", journey.CaseId, Words.Name("stage", "collect"), "11 月 27 日（周五）"));
        await (await journey.DeskOfAsync(Journey.Agent)).HearAsync(Words.Zh("StaffEscalated", journey.CaseId, Words.Name("stage", "collect"), "11 月 27 日（周五）"));
        await journey.CollectAsync();

        Assert.Equal(["survey", "verify"], (await journey.SeeAsync()).CurrentStages.Order());
    }

    [OwnCityFact]
    public async Task The_public_notice_hangs_seven_full_days_before_anybody_can_decide()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.ToReviewAsync();
        await journey.ProposeAsync();
        await journey.HangNoticeAsync();
        var chief = await journey.DeskOfAsync(Journey.Chief);

        await _city.MoveClockAsync(OnThe(12, 1).AddHours(23).AddMinutes(59));
        var early = await chief.SayAsync("我的任务");
        await _city.MoveClockAsync(OnThe(12, 2).AddMinutes(1));
        await journey.ApproveAsync();

        Assert.Contains(Words.Zh("StaffNoTasks"), early);
        Assert.Equal("approved", (await journey.SeeAsync()).Decision!.Outcome);
    }

    [OwnCityFact]
    public async Task The_city_has_three_working_days_to_file()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.ToDecisionAsync();
        await journey.ApproveAsync();

        // Decided on Wednesday, 2 December: Thursday, Friday, Monday.
        Assert.Contains("12 月 7 日（周一）", Chat.Text(await journey.CardAsync(Journey.Filing, "file-r1")));
    }

    [OwnCityFact]
    public async Task Silence_approves_nothing_and_the_resident_is_told_that_it_is_late()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.ToRefusalAsync();

        await _city.MoveClockAsync(OnThe(12, 23).AddMinutes(1));
        await journey.Resident.Chat.HearAsync(Words.Zh("NoticeLate", journey.CaseId, "12 月 22 日（周二）", "0538-7000103"));
        var answer = await journey.Resident.SayAsync("我的办件");

        Assert.Contains(Words.Zh("CaseOpenLate", Words.Name("stage", "decide"), "12 月 22 日（周二）"), answer);
        Assert.Null((await journey.SeeAsync()).Decision);
    }

    [OwnCityFact]
    public async Task A_promise_into_a_year_without_a_calendar_is_called_provisional()
    {
        await _city.MoveClockAsync(OnThe(12, 7).AddHours(9));
        using var resident = await Resident.OpenAsync(_city.PublicUrl);
        await resident.ToSummaryAsync();

        Assert.Contains(Words.Zh("ReceiptProvisional"), await resident.SubmitAsync());
    }

    private static DateTimeOffset OnThe(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.FromHours(8));

    private static string Now(Chat desk, JsonObject card) =>
        Chat.Text(desk.Heard.Single(heard => heard["id"]!.ToString() == card["id"]!.ToString()));
}
