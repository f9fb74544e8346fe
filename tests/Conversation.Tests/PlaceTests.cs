using OneVisit.Conversation.Tests.Support;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Places;

namespace OneVisit.Conversation.Tests;

/// <summary>Where somebody lives: the village is enough; the grid is kept where it was named.</summary>
public sealed class PlaceTests
{
    private static readonly DateOnly Always = new(2020, 1, 1);

    private static readonly Gazetteer Places = new(
        City.World().Places.Townships,
        [.. City.World().Places.Villages, .. Enumerable.Range(1, 9).Select(number => new Village($"37098210{number % 3 + 1}30{number}", new("王家庄村", "Wangjiazhuang Village"), $"37098210{number % 3 + 1}"))],
        [
            new("370982103201001", new("第一网格", "Grid 1"), GridKind.Rural, 80, ["老戏台", "小卖部"], Always), new("370982103201002", new("史家庄村第二网格", "Shijiazhuang Grid 2"), GridKind.Rural, 80, ["小卖部"], Always),
            new("370982001201001", new("第一网格", "Grid 1"), GridKind.Urban, 200, ["幸福小区"], Always), new("370982103202001", new("第一网格", "Grid 1"), GridKind.Rural, 80, ["幸福小区"], Always),
        ]);

    [Theory]
    [InlineData("翟镇史家庄二组", "370982103201002")]
    [InlineData("史家庄老戏台旁边", "370982103201001")]
    [InlineData("史家庄", null)]
    // Which of its grids it is is not asked.
    [InlineData("史家庄小卖部", null)]
    public void The_grid_is_kept_where_it_was_named_and_not_asked_for(string said, string? grid)
    {
        var talk = Asked().Says(said);

        Assert.Equal(("370982103201", grid), (talk.State.Draft.Village, talk.State.Draft.Grid));
    }

    [Fact]
    public void What_was_understood_is_said_down_to_the_grid() => Asked().Says("史家庄二组").Bot("翟镇史家庄村第二网格");

    [Fact]
    public void An_estate_that_stands_in_two_places_is_asked_about_and_chosen() =>
        Assert.Equal("370982001201001", Asked().Says("幸福小区").Bot("您住的是哪一个").Presses("青云街道东关社区第一网格").State.Draft.Grid);

    [Fact]
    public void Where_many_fit_the_township_is_asked_for() => Asked().Says("王家庄").Bot("请把镇和村一起写");

    [Fact]
    public void The_grid_goes_with_the_application()
    {
        var sent = Assert.IsType<Effect.Submit>(Asked().Says("史家庄二组").Presses("我自己来").Presses("没有").Presses("提交申请").Effects[^1]).Application;

        Assert.Equal("370982103201002", sent.Applicant.Grid);
    }

    private static Talk Asked() => new(City.World() with { Places = Places }) { State = Journeys.ToName().Says("李秀兰").Says(Journeys.IdNumber).Says("13800005678").State };
}
