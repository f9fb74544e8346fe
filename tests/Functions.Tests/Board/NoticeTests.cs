using System.Text.Json.Nodes;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Board;

public sealed class NoticeTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string NextVillage = "370982103202";

    [Fact]
    public async Task A_posted_notice_hangs_on_the_board_of_its_village_and_on_no_other()
    {
        await using var office = await Office.OpenAsync(azurite);
        await HangingAsync(office);

        var here = await BoardOf(office, Town.Village);
        var township = await office.GetAsync<TownshipNotices>($"notices/townships/{Town.Village[..9]}", null);

        Assert.Equal(("张*", 4, 1620m, "monthly", new DateOnly(2026, 12, 1)), Assert.Single(here.Notices) is { } notice ? (notice.Name, notice.Members!.Value, notice.Amount!.Value, notice.Grants, notice.Until) : default);
        Assert.Empty((await BoardOf(office, NextVillage)).Notices);
        Assert.Equal(Town.Village, Assert.Single(township.Villages, village => village.Notices == 1).Village);
    }

    [Fact]
    public async Task It_tells_masked_name_size_and_amount_and_nothing_else()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await HangingAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"notices/villages/{Town.Village}", null);
        var text = await answer.Content.ReadAsStringAsync();
        var fields = JsonNode.Parse(text)!["notices"]![0]!.AsObject().Select(field => field.Key);

        Assert.Equal(["amount", "from", "grants", "members", "name", "number", "service", "until"], fields.Order(StringComparer.Ordinal));
        Assert.All(
            new[] { journey.CaseId, journey.CaseId[9..], Applications.Name, Applications.Name[1..], Applications.IdNumber, Applications.Phone, "1300" },
            hidden => Assert.DoesNotContain(hidden, text, StringComparison.Ordinal));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task It_is_gone_at_the_end_of_its_last_day_though_the_process_lags()
    {
        await using var office = await Office.OpenAsync(azurite);
        await HangingAsync(office);

        office.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 15, 59, 59, TimeSpan.Zero));
        var last = await BoardOf(office, Town.Village);
        office.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero));
        var over = await BoardOf(office, Town.Village);

        Assert.Single(last.Notices);
        Assert.Empty(over.Notices);
    }

    [Fact]
    public async Task The_household_is_told_on_which_board_it_hangs_as_long_as_it_does()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await HangingAsync(office);

        var (seen, folder) = (await journey.SeeAsync(), await office.GetAsync<CaseFolder>($"cases/{journey.CaseId}/folder", Town.Resident));
        var told = (await journey.NoticesAsync()).First(notice => notice.Kind == NoticeKinds.PublicNoticeStarted);
        await office.MoveToAsync(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero));

        Assert.Equal((Town.Village, Town.Village, Town.Village), (seen.Board, Assert.Single(folder.Notices).Board, told.Data["village"]));
        Assert.Null((await journey.SeeAsync()).Board);
    }

    [Fact]
    public async Task When_it_ended_nothing_of_it_is_kept_on_the_board()
    {
        await using var office = await Office.OpenAsync(azurite);
        await HangingAsync(office);

        await office.MoveToAsync(new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero));
        // Back to a day on which it would still be shown, were it there.
        office.Clock.MoveTo(Office.Morning.AddDays(2));

        Assert.Empty((await BoardOf(office, Town.Village)).Notices);
    }

    [Fact]
    public async Task Nobody_gets_from_the_number_on_the_notice_to_the_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        await HangingAsync(office);
        var number = (await BoardOf(office, Town.Village)).Notices[0].Number;

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{number}", Town.Officer);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("villages/370982103999")]
    [InlineData("townships/999999999")]
    public async Task A_place_that_is_none_has_no_board(string place)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, $"notices/{place}", null);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_townships_are_listed_for_everybody()
    {
        await using var office = await Office.OpenAsync(azurite);

        Assert.Contains(new NoticePlace("370982103", "翟镇"), await office.GetAsync<NoticePlace[]>(Routes.NoticePlaces, null));
    }

    [Fact]
    public async Task The_notice_for_the_village_is_printed_before_it_is_posted_and_bears_the_number_that_hangs_on_the_page()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        using var early = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/notice", Town.Officer);
        await journey.ProposeAsync();
        var before = await PrintedAsync(office, journey.CaseId);
        await office.MoveToAsync(Office.Morning.AddDays(1));
        await journey.DoAsync("notice-r1", Town.Officer, new(ActNames.NoticePosted));
        var number = (await BoardOf(office, Town.Village)).Notices[0].Number;
        var after = await PrintedAsync(office, journey.CaseId);

        Assert.Equal(404, (int)early.StatusCode);
        Assert.All(new[] { before, after }, paper =>
        {
            Assert.Contains(number, paper, StringComparison.Ordinal);
            Assert.Contains("张*", paper, StringComparison.Ordinal);
            Assert.Contains("1,620", paper, StringComparison.Ordinal);
            Assert.DoesNotContain("桂兰", paper, StringComparison.Ordinal);
            Assert.DoesNotContain(journey.CaseId, paper, StringComparison.Ordinal);
        });
        Assert.Contains("2026 年 12 月 2 日", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Town.Resident)]
    [InlineData(Town.ForeignOfficer)]
    public async Task It_is_printed_for_staff_on_the_way_of_the_case_alone(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await HangingAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/notice", who);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static async Task<string> PrintedAsync(Office office, string caseId)
    {
        using var answer = await office.SendAsync(HttpMethod.Get, $"cases/{caseId}/notice", Town.Officer);
        using var paper = UglyToad.PdfPig.PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        return string.Concat(paper.GetPages().Select(page => page.Text));
    }

    /// <summary>Posted on Tuesday 24 November, hangs through 1 December.</summary>
    internal static async Task<Journey> HangingAsync(Office office)
    {
        var journey = await Journey.BeginAsync(office);
        await journey.CollectAsync();
        await journey.SurveyAsync();
        await journey.VerifyAsync();
        await journey.ProposeAsync();
        await journey.DoAsync("notice-r1", Town.Officer, new(ActNames.NoticePosted));
        return journey;
    }

    internal static Task<VillageNotices> BoardOf(Office office, string village) => office.GetAsync<VillageNotices>($"notices/villages/{village}", null);
}
