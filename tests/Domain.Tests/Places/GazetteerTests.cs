using CsCheck;
using OneVisit.Domain.Places;

namespace OneVisit.Domain.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Places = new(
        [
            new("370982101", new("东都镇", "Dongdu Town"), true), new("370982103", new("翟镇", "Zhaizhen Town"), true),
            new("370982108", new("天宝镇", "Tianbao Town"), false),
        ],
        [
            new("370982103201", new("史家庄村", "Shijiazhuang Village"), "370982103"), new("370982103202", new("东石桥村", "Dongshiqiao Village"), "370982103"),
            new("370982103203", new("西石桥村", "Xishiqiao Village"), "370982103"), new("370982101201", new("河东村", "Hedong Village"), "370982101"),
            new("370982101202", new("东史家庄村", "Dongshijiazhuang Village"), "370982101"), new("370982108201", new("泉头村", "Quantou Village"), "370982108"),
        ]);

    [Theory]
    [InlineData("史家庄村")]
    [InlineData("史家庄")]
    [InlineData("翟镇史家庄")]
    [InlineData("翟镇史家庄村")]
    [InlineData("山东省新泰市翟镇史家庄村")]
    [InlineData("泰安新泰翟镇 史家庄 村委会")]
    [InlineData("我家在翟镇史家庄。")]
    [InlineData("石家庄")] // sounds the same
    [InlineData("史家壮村")]
    [InlineData("翟镇史庄")]
    [InlineData("shijiazhuang cun")]
    [InlineData("ShiJiaZhuang")]
    [InlineData("Shijiazhuang Village, Zhaizhen Town")]
    [InlineData("zhaizhen shijiazhuang")]
    [InlineData("shijiazuang")]
    [InlineData("shijaizhuang cun")]
    public void Shijiazhuang_is_found_as_people_type_it(string typed) => Assert.Equal(["史家庄村"], Names(typed));

    [Fact]
    public void The_longer_name_wins_where_one_holds_the_other() => Assert.Equal(["东史家庄村"], Names("我住东史家庄"));

    [Fact]
    public void Half_a_name_that_may_be_two_villages_gives_both() => Assert.Equal(["东石桥村", "西石桥村"], Names("石桥村"));

    [Fact]
    public void A_township_alone_gives_its_villages() => Assert.Equal(["史家庄村", "东石桥村", "西石桥村"], Names("翟镇"));

    [Fact]
    public void The_village_counts_more_than_a_wrong_township() => Assert.Equal(["河东村"], Names("翟镇河东村"));

    [Fact]
    public void Villages_of_an_inactive_township_are_not_offered() => Assert.Empty(Names("泉头村"));

    [Fact]
    public void They_can_still_be_named_by_code() => Assert.Equal("泉头村", Places.Village("370982108201")?.Name.Zh);

    [Theory]
    [InlineData("")]
    [InlineData("村")]
    [InlineData("不知道")]
    [InlineData("13812345678")]
    [InlineData("!?。")]
    public void What_fits_nothing_finds_nothing(string typed) => Assert.Empty(Names(typed));

    [Fact]
    public void A_message_of_ten_thousand_characters_finds_nothing() => Assert.Empty(Names(new string('史', 10_000)));

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(text => !Places.Find(text).IsDefault);

    private static IEnumerable<string> Names(string typed) => Places.Find(typed).Select(village => village.Name.Zh);
}
