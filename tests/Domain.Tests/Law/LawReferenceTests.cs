using OneVisit.Domain.Law;

namespace OneVisit.Domain.Tests.Law;

public sealed class LawReferenceTests
{
    private static readonly Act SocialAssistance = new("社会救助暂行办法", "Interim Measures for Social Assistance");
    private static readonly Act AllowanceNotice2022 = new("民发〔2022〕83号", "Ministry of Civil Affairs Document [2022] No. 83");

    [Theory]
    [InlineData(9, "第九条")]
    [InlineData(10, "第十条")]
    [InlineData(11, "第十一条")]
    [InlineData(20, "第二十条")]
    [InlineData(47, "第四十七条")]
    [InlineData(100, "第一百条")]
    [InlineData(105, "第一百零五条")]
    [InlineData(110, "第一百一十条")]
    [InlineData(999, "第九百九十九条")]
    [InlineData(1000, "第一千条")]
    [InlineData(1010, "第一千零一十条")]
    [InlineData(1077, "第一千零七十七条")]
    [InlineData(1260, "第一千二百六十条")]
    public void Articles_are_numbered_as_printed(int number, string printed) => Assert.Equal(printed, SocialAssistance.Article(number).Article);

    [Fact]
    public void It_prints_act_and_article() => Assert.Equal("社会救助暂行办法 第九条", $"{SocialAssistance.Article(9)}");

    [Fact]
    public void In_English_both_are_English() => Assert.Equal("Interim Measures for Social Assistance Article 9", SocialAssistance.Article(9).In(Language.English));

    [Fact]
    public void Without_an_article_the_act_stands_alone() => Assert.Equal("民发〔2022〕83号", $"{AllowanceNotice2022.AsAWhole()}");

    [Fact]
    public void Without_an_English_title_the_Chinese_one_stands_in() => Assert.Equal("某法 第一条", new LawReference("某法", "第一条").In(Language.English));

    [Fact]
    public void A_sum_is_as_good_as_its_weakest_number() => Assert.Equal(SourceStatus.Demo, SourceStatuses.Weaker(SourceStatus.Demo, SourceStatus.Verified));
}
