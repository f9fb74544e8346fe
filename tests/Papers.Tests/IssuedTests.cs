using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Papers.Issued;

namespace OneVisit.Papers.Tests;

/// <summary>Papers that the office issues: receipts and decision letters.</summary>
public sealed class IssuedTests
{
    [Fact]
    public void A_letter_says_who_what_how_much_in_capital_figures_and_from_which_month()
    {
        var text = TextOf(DecisionLetter.Of(Letters.Approved, Letters.Marks()));

        Assert.All(
            ["农村低保确认决定书", "新民确〔2026〕124-H8K2QD号", "张桂兰", "370982********0016", "1,620元（大写：壹仟陆佰贰拾元整），从2027年1月起", "730元×4人−1,300元=1,620元（演示标准）", "二〇二六年十二月八日"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_tells_both_remedies_with_their_time_and_their_articles()
    {
        var text = TextOf(DecisionLetter.Of(Letters.Approved, Letters.Marks()));

        Assert.Contains("60日内向新泰市人民政府申请行政复议", text, StringComparison.Ordinal);
        Assert.Contains("6个月内向人民法院提起行政诉讼", text, StringComparison.Ordinal);
        Assert.Contains("社会救助暂行办法第六十五条", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_bears_the_seal_its_number_and_that_it_is_a_demonstration()
    {
        var letters = TextOf(DecisionLetter.Of(Letters.Approved, Letters.Marks()));

        Assert.All(["新泰市民政局翟镇", "民政审批专用章", "演示样章", "3709820103-01", "不具有法律效力"], words => Assert.Contains(words, letters, StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_tells_its_code_and_the_end_of_its_fingerprint()
    {
        var letter = DecisionLetter.Of(Letters.Approved, Letters.Marks());
        var text = TextOf(letter);

        Assert.Contains("校验码7K2QD-X9ABC-4MN0P-WR5TZ", text, StringComparison.Ordinal);
        Assert.Contains($"内容校验末8位{OfficePaper.Short(letter.Fingerprint)}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_amount_is_another_fingerprint_and_another_language_the_same()
    {
        var letter = DecisionLetter.Of(Letters.Approved, Letters.Marks());

        Assert.NotEqual(letter.Fingerprint, DecisionLetter.Of(Letters.Approved with { Outcome = new CaseOutcome.Approved(new Money(2620), new DateOnly(2027, 1, 1)) }, Letters.Marks()).Fingerprint);
        Assert.Equal(letter.Fingerprint, DecisionLetter.Of(Letters.Approved, Letters.Marks(Language.English)).Fingerprint);
    }

    [Fact]
    public void The_same_letter_printed_again_is_the_same_bytes()
    {
        Assert.Equal(Print(Letters.Approved), Print(Letters.Approved));

        static byte[] Print(DecisionFacts facts) => PaperPress.Print(DecisionLetter.Of(facts, Letters.Marks()).Paper).Content;
    }

    [Fact]
    public void Turned_away_the_letter_says_so_and_names_no_day_of_acceptance()
    {
        var text = TextOf(DecisionLetter.Of(Letters.Approved with { Outcome = new CaseOutcome.NotAccepted("不属于民政部门登记范围") }, Letters.Marks()));

        Assert.Contains("农村低保不予受理决定书", text, StringComparison.Ordinal);
        Assert.Contains("决定不予受理。理由：不属于民政部门登记范围", text, StringComparison.Ordinal);
        Assert.Contains("提交", text, StringComparison.Ordinal);
        Assert.Contains("随时可以再申请", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_why_and_that_one_may_apply_again()
    {
        var text = TextOf(DecisionLetter.Of(Letters.Approved with { Outcome = new CaseOutcome.Refused("家庭存款超过规定标准") }, Letters.Marks()));

        Assert.Contains("农村低保不予确认决定书", text, StringComparison.Ordinal);
        Assert.Contains("决定不予确认。理由：家庭存款超过规定标准", text, StringComparison.Ordinal);
        Assert.Contains("最晚2026年12月11日（周五）", text, StringComparison.Ordinal);
        Assert.Contains("随时可以再申请", text, StringComparison.Ordinal);
        Assert.DoesNotContain("大写", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Grants.Once, "救助决定书", "一次性发放800元（大写：捌佰元整）")]
    [InlineData(Grants.Nothing, "确认书", "同意办理")]
    [InlineData(Grants.Recomputed, "最低生活保障金调整决定书", "调整为全家每月900.5元（大写：玖佰元伍角）")]
    public void Each_kind_of_approval_has_its_own_letter(Grants grants, string title, string decision)
    {
        var outcome = grants switch
        {
            Grants.Once => new CaseOutcome.Approved(Once: new Money(800)),
            Grants.Recomputed => new CaseOutcome.Approved(new Money(900.5m), new DateOnly(2027, 1, 1)),
            _ => new CaseOutcome.Approved(),
        };
        var text = TextOf(DecisionLetter.Of(Letters.Approved with { Grants = grants, Outcome = outcome, Arithmetic = [] }, Letters.Marks()));

        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(decision, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_says_from_which_month()
    {
        var stopped = Letters.Approved with { Grants = Grants.Recomputed, Outcome = new CaseOutcome.Approved(Money.Zero, new DateOnly(2027, 1, 1)), Arithmetic = [] };

        Assert.Contains("从2027年1月起停发", TextOf(DecisionLetter.Of(stopped, Letters.Marks())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_says_what_came_what_follows_and_by_which_day()
    {
        var text = TextOf(Receipt.Of(Letters.Receipt, Letters.Marks()));

        Assert.All(
            ["受理通知书", "受理号XT261124-H8K2QD", "20个工作日", "2026年12月22日（周二）", "不用交，公安", "2026年12月1日（周二）前补交", "代办员上门来取", "公示：2026年12月11日（周五）前贴出，公示7天", "0538-7221100"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_seal_never_stands_on_a_page_without_words()
    {
        var many = Letters.Receipt with { Papers = [.. Enumerable.Repeat(Letters.Receipt.Papers[0], 9)] };

        var pages = Reader.PagesOf(PaperPress.Print(Receipt.Of(many, Letters.Marks()).Paper).Content);

        Assert.Equal(2, pages.Length);
        Assert.Contains("接下来怎么办", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void English_stands_beneath_for_who_reads_it()
    {
        Assert.Contains("Noticeofacceptance", TextOf(Receipt.Of(Letters.Receipt, Letters.Marks(Language.English))), StringComparison.Ordinal);
        Assert.DoesNotContain("Noticeofacceptance", TextOf(Receipt.Of(Letters.Receipt, Letters.Marks())), StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_of_a_paper_is_missing_in_the_font() =>
        Assert.All([DecisionLetter.Of(Letters.Approved, Letters.Marks(Language.English)), Receipt.Of(Letters.Receipt, Letters.Marks(Language.English))], paper => Assert.Empty(PaperPress.Print(paper.Paper).Missing));

    // Titles and sums in capital figures are the Chinese letter's own.
    [Fact]
    public void Every_word_is_there_in_both_languages_with_the_same_places_to_fill() => Assert.All(
        IssuedWords.All.Where(word => !word.Key.StartsWith("title-", StringComparison.Ordinal) && !word.Key.StartsWith("decided-", StringComparison.Ordinal)),
        word => Assert.Equal(Places(word.Value.Zh), Places(word.Value.En)));

    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("10", "壹拾元整")]
    [InlineData("305.60", "叁佰零伍元陆角")]
    [InlineData("1620", "壹仟陆佰贰拾元整")]
    [InlineData("1007.08", "壹仟零柒元零捌分")]
    [InlineData("30050", "叁万零伍拾元整")]
    [InlineData("120000", "壹拾贰万元整")]
    public void Sums_stand_in_capital_figures(string yuan, string words) =>
        Assert.Equal(words, ChineseFigures.Sum(new Money(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(2026, 1, 10, "二〇二六年一月十日")]
    [InlineData(2030, 12, 31, "二〇三〇年十二月三十一日")]
    public void Days_stand_in_chinese_numerals(int year, int month, int day, string words) => Assert.Equal(words, ChineseFigures.Day(new DateOnly(year, month, day)));

    private static string TextOf(OfficePaper paper) => Reader.TextOf(PaperPress.Print(paper.Paper).Content);

    private static string Places(string text) => string.Concat(Enumerable.Range(0, 5).Where(place => text.Contains($"{{{place}}}", StringComparison.Ordinal)));
}
