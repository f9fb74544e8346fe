using System.Collections.Immutable;
using OneVisit.Catalogue.Understanding;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Understanding;

namespace OneVisit.Catalogue.Tests.Understanding;

/// <summary>What the reception desk understands, and what its data may not be.</summary>
public sealed class ReceptionTests
{
    [Theory]
    [InlineData("我想離婚", "A1.2")]
    [InlineData("ＩＤ　ｃａｒｄ", Meanings.OffTopic)]
    [InlineData("办 低 保 ， 在 农 村", "D1.2")]
    [InlineData("高令补帖", "D7.1")]
    [InlineData("我奶奶今年八十三岁，听说有钱领", "D7.1")]
    [InlineData("  HOW DO I ADOPT A CHILD???", "A2.1")]
    [InlineData("讨饭的老头没人管", "A8.1")] // a word of the service's own file
    [InlineData("老光棍没人养", "D2.1")]
    public void Writing_does_not_matter(string said, string code) => Assert.Equal(code, Desk.Open.Find(said).Best.Code);

    [Fact]
    public void The_same_words_get_the_same_scores_from_every_desk()
    {
        var other = CityReception.Open(CityCatalogue.Load().Services);

        Assert.All(Desk.Lines("held-back.txt").Take(40), line => Assert.Equal<RankedMeaning>(Desk.Open.Find(line.Said).Ranked, other.Find(line.Said).Ranked));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("。。。")]
    [InlineData("😀")]
    [InlineData("\ud800")]
    [InlineData("qwrtzp")]
    public void It_is_not_sure_of_what_says_nothing(string said) => Assert.False(Desk.Open.Find(said).Sure);

    [Theory]
    [InlineData("42")]
    [InlineData("1962")]
    [InlineData("1,300.50")]
    public void A_bare_number_is_no_wish(string said) => Assert.False(Desk.Open.Find(said).Sure);

    [Fact]
    public void Scores_lie_between_none_and_one_and_fall()
    {
        foreach (var said in Desk.Lines("held-back.txt").Select(line => line.Said).Append(new string('保', 5_000)).Append(string.Concat(Enumerable.Repeat("a1,", 900))))
        {
            var scores = Desk.Open.Find(said).Ranked.Select(meaning => meaning.Score).ToArray();
            Assert.All(scores, score => Assert.InRange(score, 0, 1.0001));
            Assert.Equal(scores.OrderDescending(), scores);
        }
    }

    [Theory]
    [InlineData("养老金什么时候发", "12333")]
    [InlineData("公积金怎么提取", "12329")]
    [InlineData("where do I renew my driving licence", "122")]
    [InlineData("残疾证怎么办", "12385")]
    [InlineData("讲个笑话", "12345")]
    public void What_the_bureau_does_not_do_has_somebody_who_does(string said, string phone)
    {
        var best = Desk.Open.Find(said).Best;

        Assert.Equal((Meanings.OffTopic, phone), (best.Code, Desk.Open.OfficeFor(best.Topic).Call.Phone));
    }

    [Theory]
    [InlineData("utterances", "  - code: D1.1 ", "  - code: X9 ", "utterances.yaml:9: UnknownReference: X9")]
    [InlineData("utterances", "topic: traffic", "topic: moon", "UnknownReference: moon")]
    [InlineData("speech", "- 底保 低保", "- 底保 低", "WrongValue: 底保 低")]
    [InlineData("offices", "topic: other", "topic: others", "MissingKey: other")]
    [InlineData("emergencies", "家暴|", "家暴(|", "WrongValue:")]
    public void A_mistake_in_the_data_is_told_with_its_line(string file, string right, string wrong, string fault)
    {
        var path = $"understanding/{file}.yaml";
        var texts = CatalogueFiles.BuiltIn();
        Assert.Contains(right, texts[path], StringComparison.Ordinal);

        var refused = Assert.Throws<CatalogueFaultsException>(() => CityReception.Open(texts.SetItem(path, texts[path].Replace(right, wrong, StringComparison.Ordinal)), []));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }
}
