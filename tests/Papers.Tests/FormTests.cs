using OneVisit.Domain;
using OneVisit.Papers.Forms;

namespace OneVisit.Papers.Tests;

/// <summary>The four forms as somebody else's program reads them.</summary>
public sealed class FormTests
{
    public static TheoryData<string, Language> Forms()
    {
        var forms = new TheoryData<string, Language>();
        foreach (var material in PaperForms.Materials)
        {
            forms.Add(material, Language.Chinese);
            forms.Add(material, Language.English);
        }
        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_names_who_fills_it_in_and_for_what(string material, Language reader)
    {
        var text = Printed(material, Families.Zhang(reader));

        Assert.All(["张桂兰", "370982197001010016", "史家庄村", "翟镇", "农村低保", "临时救助", "受理号：OV-20261124-4821"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void English_stands_beneath_for_who_reads_English_only(string material, Language reader)
    {
        var title = Reader.Packed(FormShelf.Find(material)!.Title.En);

        Assert.Equal(reader == Language.English, Printed(material, Families.Zhang(reader)).Contains(title, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_says_that_it_is_a_demonstration_and_what_it_rests_on(string material, Language reader)
    {
        var text = Printed(material, Families.Zhang(reader));

        Assert.Contains("演示样表" + FormShelf.Find(material)!.Version, text, StringComparison.Ordinal);
        Assert.Contains("社会救助暂行办法第九条、某地办法（参照）", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_about_which_nothing_is_known_yet_can_be_printed(string material, Language reader)
    {
        var form = PaperForms.Fill(material, new FormFacts { Reader = reader, PrintedAt = Families.Now })!;

        Assert.Contains("尚未提交", Reader.TextOf(PaperPress.Print(form.Paper).Content), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_place_that_is_to_be_filled_in_is_left(string material, Language reader) => Assert.DoesNotContain("{", Printed(material, Families.Zhang(reader)), StringComparison.Ordinal);

    [Fact]
    public void The_application_lists_what_was_told_with_its_amounts()
    {
        var text = Printed("M03", Families.Zhang());

        Assert.All(["全家每月收入1,300元", "全家存款和有价证券，不超过5,000元", "有没有汽车没有", "共同生活的家人（人）4", "一年里的上学费用12,345.5元"], line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    // Who says "no large savings" was asked about a limit; the form must not have them own a sum like it.
    [Theory]
    [InlineData(Language.Chinese, "存款和有价证券，不超过86,000元", "投在生意里的钱，不超过100,000元")]
    [InlineData(Language.English, "Savingsandsecuritiesofthehousehold,atmost", "Moneyputintoabusiness,atmost")]
    public void Whoever_has_no_more_than_a_limit_signs_for_no_more_than_that(Language reader, string savings, string capital)
    {
        var family = Families.Zhang(reader);
        var text = Printed("M03", family with { Household = family.Household with { FinancialAssets = new(86_000), BusinessCapital = new(100_000) } });

        Assert.Contains(savings, text, StringComparison.Ordinal);
        Assert.Contains(capital, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_application_lists_the_papers_promised_and_who_gives_them()
    {
        var text = Printed("M03", Families.Zhang());

        Assert.Contains("诚信承诺书原件申请人提供", text, StringComparison.Ordinal);
        Assert.Contains("居民身份证原件出示公安部门人口库", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_told_is_a_place_to_write_and_never_a_no()
    {
        var text = Printed("M03", Families.Zhang() with { Household = new() });

        Assert.DoesNotContain("没有本市户口没有", text, StringComparison.Ordinal);
        Assert.Contains("有没有汽车住房（套）", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 3)]
    [InlineData(30, 29)]
    [InlineData(null, 4)]
    public void Every_other_member_of_the_household_has_a_line_to_authorise_the_check(int? members, int lines)
    {
        var form = PaperForms.Fill("M04", Families.Zhang() with { Household = new() { Members = members } })!;

        Assert.Equal(lines, form.Paper.Blocks.OfType<Block.Table>().Single().Rows.Length);
    }

    [Fact]
    public void The_mandate_names_its_holder_what_it_is_for_and_its_last_day()
    {
        var text = Printed("M14", Families.Zhang());

        Assert.All(["受托人史家庄村村级帮办代办点", "委托办理的事项农村低保、临时救助", "有效期到（含当天）2027年2月24日"], line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mandate_before_the_application_counts_three_months_from_its_acceptance() => Assert.Contains(
        "受理之日起3个月", Printed("M14", Families.Zhang() with { Mandate = new(new("代办点", "service point"), null) }), StringComparison.Ordinal);

    [Fact]
    public void The_box_for_the_agent_is_ticked_when_there_is_a_mandate()
    {
        Assert.True(BoxOf(Families.Zhang()));
        Assert.False(BoxOf(Families.Zhang() with { Mandate = null }));
    }

    [Fact]
    public void What_is_signed_is_the_same_whenever_it_is_printed_and_in_whatever_language_it_is_explained() => Assert.Equal(
        PaperForms.Fill("M05", Families.Zhang())!.ContentHash,
        PaperForms.Fill("M05", Families.Zhang(Language.English) with { PrintedAt = Families.Now.AddDays(3) })!.ContentHash);

    [Fact]
    public void Another_amount_is_another_content() => Assert.NotEqual(
        PaperForms.Fill("M03", Families.Zhang())!.ContentHash,
        PaperForms.Fill("M03", Families.Zhang() with { Household = Families.Zhang().Household with { MonthlyIncome = new(1301) } })!.ContentHash);

    [Fact]
    public void There_is_no_form_for_a_paper_that_somebody_else_issues() => Assert.Null(PaperForms.Fill("M01", Families.Zhang()));

    [Fact]
    public void Both_languages_have_all_words() => Assert.All(FormShelf.Words.Values, words => Assert.True(words.Zh.Length > 0 && words.En.Length > 0));

    [Fact]
    public void A_form_never_prints_a_person_by_accident() => Assert.DoesNotContain("张", $"{Families.Zhang()} {PaperForms.Fill("M03", Families.Zhang())}", StringComparison.Ordinal);

    private static bool BoxOf(FormFacts facts) => PaperForms.Fill("M03", facts)!.Paper.Blocks.OfType<Block.Checks>().Last().Items.Single().Ticked;

    private static string Printed(string material, FormFacts facts) => Reader.TextOf(PaperPress.Print(PaperForms.Fill(material, facts)!.Paper).Content);
}
