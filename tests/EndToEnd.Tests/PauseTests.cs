using System.Text.Json.Nodes;
using OneVisit.Domain.Cases;
using OneVisit.Support;

namespace OneVisit.EndToEnd.Tests;

/// <summary>An office asks for a paper, and the clock waits for it. Tuesday 24 November 2026.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private readonly City _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [OwnCityFact]
    public async Task The_resident_reads_by_when_sends_a_photo_and_the_clock_goes_on()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.CollectAsync();

        var card = await journey.ActAsync(Journey.Officer, "survey-r1", ActNames.RequestMaterial, new { materials = "M07", reason = "收入声明没有写打工收入" });
        await journey.Resident.Chat.HearAsync(Words.Zh("NoticePapersUntil", "12 月 8 日（周二）"));
        var waiting = await journey.Resident.SayAsync("我的办件");
        await _city.MoveClockAsync(_city.Local.Clock.GetUtcNow().AddDays(2));
        await journey.Resident.Chat.UploadAsync("收入.jpg", "image/jpeg", SampleFiles.Photo("收入"));
        await journey.Resident.Chat.PostValueAsync(new JsonObject { ["pick"] = "material:M07" });

        await journey.Resident.Chat.HearAsync(Words.Zh("NoticeResumedPapers", journey.CaseId));
        await (await journey.DeskOfAsync(Journey.Officer)).HearAsync(Words.Zh("StaffResumedPapers", journey.CaseId, Words.Name("stage", "survey"), "12 月 10 日（周四）"));
        Assert.Contains("暂停计时", Chat.Text(card), StringComparison.Ordinal);
        Assert.Contains("等您补材料", waiting, StringComparison.Ordinal);
        Assert.Equal((null, new DateOnly(2026, 12, 24)), ((await journey.SeeAsync()).Paused, (await journey.SeeAsync()).DueOn));
    }

    [OwnCityFact]
    public async Task The_chief_representative_looks_the_case_up_and_gives_it_more_time()
    {
        using var journey = await Journey.BeginAsync(_city);
        await journey.CollectAsync();
        var chief = await journey.DeskOfAsync(Journey.Chief);

        await chief.SayAsync(journey.CaseId);
        var card = chief.Heard.Last(heard => Cards.Action(heard, ActNames.ExtendTime) is not null);
        await chief.PressAsync(card, ActNames.ExtendTime, new { cause = "hard-survey", reason = "家庭成员都在外地打工" });

        await journey.Resident.Chat.HearAsync("家庭成员都在外地打工");
        Assert.Equal("hard-survey", (await journey.SeeAsync()).Extended!.Cause);
    }
}
