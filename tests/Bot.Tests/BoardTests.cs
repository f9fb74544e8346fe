using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Board;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Tests;

/// <summary>Amounts as they hang in public.</summary>
[Collection(CityCollection.Name)]
public sealed class BoardTests(BotCity city)
{
    [Theory]
    [InlineData(1720, "monthly", "全家每月 1,720 元")]
    [InlineData(0, "recomputed", "停发")]
    [InlineData(null, "nothing", "不发钱，只认定身份或办手续")]
    [InlineData(null, "monthly", "不公示金额")]
    [InlineData(null, "once", "不公示金额")]
    public void Nothing_is_said_of_money_that_is_not_so(int? amount, string grants, string said) => Assert.Equal(
        said, BoardWords.Amount(city.Services.GetRequiredService<SheetPages>(), Language.Chinese, new PublicNoticeView("GS261124-ABC123", "李*", 4, amount, grants, "救助", new(2026, 11, 20), new(2026, 11, 26))));
}
