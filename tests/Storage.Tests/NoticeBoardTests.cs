using Azure.Data.Tables;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class NoticeBoardTests(AzuriteFixture azurite) : StorageTest(azurite)
{
    private const string Village = "370982103201";
    private static readonly DateTimeOffset Hanging = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);

    private NoticeBoard Board => new(Storage);

    [Fact]
    public async Task What_hangs_comes_back_as_it_was_posted()
    {
        var notice = Notice("GS1");
        await Board.PutAsync(notice);
        await Board.PutAsync(notice);

        Assert.Equal(notice, Assert.Single(await Board.InVillageAsync(Village, Hanging)));
    }

    [Fact]
    public async Task A_village_sees_its_own_and_the_township_all_of_its_villages()
    {
        await Board.PutAsync(Notice("GS1"));
        await Board.PutAsync(Notice("GS2", "370982103202"));
        await Board.PutAsync(Notice("GS3", "370982104201"));

        Assert.Equal(["GS1"], (await Board.InVillageAsync(Village, Hanging)).Select(posted => posted.Number));
        Assert.Equal(["GS1", "GS2"], (await Board.InTownshipAsync("370982103", Hanging)).Select(posted => posted.Number));
    }

    [Fact]
    public async Task A_notice_that_nobody_took_down_is_not_shown_after_its_last_day()
    {
        await Board.PutAsync(Notice("GS1"));

        Assert.Single(await Board.InVillageAsync(Village, new DateTimeOffset(2026, 12, 1, 15, 59, 59, TimeSpan.Zero)));
        Assert.Empty(await Board.InVillageAsync(Village, new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Years_after_it_ended_its_number_is_forgotten_and_that_of_a_later_one_is_not()
    {
        await Board.PutAsync(Notice("GS1"));
        await Board.TakeDownAsync(Village, "GS2", new(2026, 12, 1));
        var never = new DateOnly(2020, 1, 1);

        Assert.Equal(0, await Board.EraseAsync(new(2026, 12, 1), never, 10));
        Assert.NotNull(await Board.FindAsync("GS1"));
        Assert.Equal(1, await Board.EraseAsync(new(2026, 12, 2), never, 1));
        Assert.Equal(1, await Board.EraseAsync(new(2026, 12, 2), never, 10));
        Assert.Null(await Board.FindAsync("GS1"));
        Assert.Empty(await Board.TakenDownAsync(Village, new(2026, 11, 30)));
    }

    [Fact]
    public async Task A_number_of_an_earlier_release_is_forgotten_by_the_day_on_which_it_was_written()
    {
        await Board.PutAsync(Notice("GS1"));
        await Storage.Table(Names.Board).UpsertEntityAsync(new TableEntity("number!GS9", "notice") { ["CaseId"] = Sample.CaseId, ["Round"] = 1, ["Village"] = Village }, TableUpdateMode.Replace);

        Assert.Equal(1, await Board.EraseAsync(new(2020, 1, 1), new(2100, 1, 1), 10));
        Assert.NotNull(await Board.FindAsync("GS1"));
        Assert.Null(await Board.FindAsync("GS9"));
    }

    [Fact]
    public async Task Taken_down_it_is_gone_and_its_number_still_leads_to_the_case()
    {
        await Board.PutAsync(Notice("GS1"));
        await Board.RemoveAsync(Village, "GS1");
        await Board.RemoveAsync(Village, "GS1");

        Assert.Empty(await Board.InVillageAsync(Village, Hanging));
        Assert.Equal(new NoticeOwner("XT261124-7K2M9Q", 1, Village), await Board.FindAsync("GS1"));
        Assert.Null(await Board.FindAsync("GS2"));
    }

    [Fact]
    public async Task One_that_tells_neither_size_nor_amount_comes_back_as_well()
    {
        var standing = Notice("GS1") with { Sheet = new NoticeSheet(new MaskedName("张*"), "D4.1", Grants.Nothing, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 1)) };
        await Board.PutAsync(standing);

        Assert.Equal(standing, Assert.Single(await Board.InVillageAsync(Village, Hanging)));
    }

    private static PostedNotice Notice(string number, string village = Village) => new(
        number, village, "XT261124-7K2M9Q", 1, new NoticeSheet(new MaskedName("张*"), "D1.2", Grants.Monthly, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 1), 4, new Money(1620)));
}
