using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Board;

public sealed class TakeDownTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly Contracts.TakeNoticeDown Endangered = new(TakeDownCauses.Endangered, "前夫在找她，不能让人知道住在哪里");
    private static readonly Contracts.TakeNoticeDown Wrong = new(TakeDownCauses.WrongPerson, "公示成了同名的另一户");

    [Fact]
    public async Task When_the_answer_is_there_the_page_only_says_that_it_was_taken_down()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var number = (await NoticeTests.BoardOf(office, Town.Village)).Notices[0].Number;

        using var answer = await TakeDownAsync(office, journey, Town.Reviewer, Endangered);
        using var page = await office.SendAsync(HttpMethod.Get, $"notices/villages/{Town.Village}", null);
        var text = await page.Content.ReadAsStringAsync();
        office.Clock.MoveTo(Office.Morning.AddDays(9));
        var later = await NoticeTests.BoardOf(office, Town.Village);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains(number, text, StringComparison.Ordinal);
        Assert.DoesNotContain("张", text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Empty(later.TakenDown);
    }

    [Fact]
    public async Task By_the_number_on_the_notice_the_city_finds_its_case_and_nobody_else_does()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);
        var number = (await NoticeTests.BoardOf(office, Town.Village)).Notices[0].Number;

        using var officer = await office.SendAsync(HttpMethod.Get, $"notices/{number}/case", Town.Officer);
        using var resident = await office.SendAsync(HttpMethod.Get, $"notices/{number}/case", Town.Resident);
        using var unknown = await office.SendAsync(HttpMethod.Get, "notices/GS261124-000000/case", Town.Reviewer);

        Assert.Equal(journey.CaseId, (await office.GetAsync<NoticeCase>($"notices/{number.ToLowerInvariant()}/case", Town.Reviewer)).CaseId);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (officer.StatusCode, resident.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task Who_is_in_danger_hangs_no_more_and_the_case_goes_on_to_the_decision()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);

        using var answer = await TakeDownAsync(office, journey, Town.Bureau, Endangered);
        await office.SettleAsync();
        var told = (await journey.NoticesAsync()).Where(notice => notice.To == Town.Resident).ToArray();
        var view = await journey.SeeAsync();

        Assert.Equal(["decide-r1"], await journey.DeskOfAsync(Town.Chief));
        Assert.Equal(TakeDownCauses.Endangered, Assert.Single(told, notice => notice.Kind == NoticeKinds.PublicNoticeTakenDown).Data["cause"]);
        Assert.Contains(view.Timeline, entry => entry.Kind == "notice-taken-down" && entry.Note!.Contains(Endangered.Reason!, StringComparison.Ordinal));
        await journey.ApproveAsync();
    }

    [Fact]
    public async Task What_was_wrong_gets_a_new_opinion_and_hangs_its_full_time_again()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);

        using var first = await TakeDownAsync(office, journey, Town.Reviewer, Wrong);
        using var again = await TakeDownAsync(office, journey, Town.Reviewer, Wrong);
        await office.SettleAsync();
        await journey.ProposeAsync(round: 2);
        await journey.HangNoticeAsync(round: 2);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, again.StatusCode));
        Assert.Equal(["decide-r2"], await journey.DeskOfAsync(Town.Chief));
    }

    [Theory]
    [InlineData(Town.Officer, "endangered", "前夫在找她，很危险", 403)]
    [InlineData(Town.Chief, "endangered", "前夫在找她，很危险", 403)]
    [InlineData(Town.Resident, "endangered", "前夫在找她，很危险", 403)]
    [InlineData(Town.Reviewer, "endangered", "短", 422)]
    [InlineData(Town.Reviewer, "because", "说不清的原因啊", 422)]
    public async Task Only_the_city_takes_down_and_only_with_a_reason(string who, string cause, string reason, int status)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await NoticeTests.HangingAsync(office);

        using var answer = await TakeDownAsync(office, journey, who, new(cause, reason));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Single((await NoticeTests.BoardOf(office, Town.Village)).Notices);
    }

    private static Task<HttpResponseMessage> TakeDownAsync(Office office, Journey journey, string who, Contracts.TakeNoticeDown wish) =>
        office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/notice/take-down", who, wish);
}
