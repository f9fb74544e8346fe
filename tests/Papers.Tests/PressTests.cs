using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OneVisit.Papers.Forms;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace OneVisit.Papers.Tests;

/// <summary>What comes off the press, and what it makes of words that mean harm.</summary>
public sealed class PressTests
{
    [Fact]
    public void A_paper_is_a4_and_says_its_title_its_author_and_its_language()
    {
        using var document = PdfDocument.Open(PaperPress.Print(PaperForms.Fill("M05", Families.Zhang())!.Paper).Content);
        var page = document.GetPage(1);

        Assert.Equal(("诚信承诺书", "一次办好 · 民政服务", "zh-CN"), (document.Information.Title, document.Information.Author, Entry(document, "Lang")));
        Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
    }

    [Fact]
    public void Each_page_says_which_it_is_of_how_many()
    {
        var pages = Reader.PagesOf(Print(new Block.Points([.. Enumerable.Range(1, 120).Select(number => new Wording($"第 {number} 件事"))])).Content);

        Assert.True(pages.Length > 2);
        Assert.All(Enumerable.Range(1, pages.Length), number => Assert.Contains($"第{number}页，共{pages.Length}页", pages[number - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_over_several_pages_repeats_its_head()
    {
        var rows = Enumerable.Range(1, 90).Select(number => ImmutableArray.Create<Wording>(number.ToString(CultureInfo.InvariantCulture), "收入声明")).ToImmutableArray();

        var pages = Reader.PagesOf(Print(new Block.Table([new("序号", 1), new("材料名称", 4)], rows)).Content);

        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Contains("材料名称", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_the_next_and_loses_nothing()
    {
        var words = string.Concat(Enumerable.Range(1, 900).Select(number => $"第{number}句。"));

        var text = Reader.TextOf(Print(new Block.Table([new("一", 1), new("二", 1)], [[words, "短"]])).Content);

        Assert.All([1, 450, 900], number => Assert.Contains($"第{number}句", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("𠮷野")]
    [InlineData("㐀䶮")]
    [InlineData("张𬭸")]
    [InlineData("古丽巴哈尔·买买提")]
    [InlineData("Zoë O’Brien-Müller")]
    public void Rare_characters_and_foreign_letters_stand_as_they_are_written(string name)
    {
        var printed = PaperPress.Print(PaperForms.Fill("M05", Families.Zhang() with { Name = name })!.Paper);

        Assert.Empty(printed.Missing);
        Assert.Contains(Reader.Packed(name), Reader.TextOf(printed.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_the_font_has_not_is_shown_as_missing_and_told()
    {
        var printed = PaperPress.Print(PaperForms.Fill("M05", Families.Zhang() with { Name = "张\U0003134A\u0F60" })!.Paper);
        var text = Reader.TextOf(printed.Content);

        Assert.Equal([0x3134A, 0x0F60], printed.Missing.Select(rune => rune.Value));
        Assert.Contains("张〓〓", text, StringComparison.Ordinal);
        Assert.Contains("U+3134A、U+0F60", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张\u202E三")]
    [InlineData("张\u0000\u0007三")]
    [InlineData("张\u200F\u2066三\u2069")]
    [InlineData("张\uFE00三")]
    [InlineData("\uFEFF张三")]
    public void What_cannot_be_seen_is_not_printed(string name)
    {
        var text = Reader.TextOf(PaperPress.Print(PaperForms.Fill("M05", Families.Zhang() with { Name = name })!.Paper).Content);

        Assert.Contains("承诺人张三身份证号码", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(") Tj ET endstream endobj 1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{name}{idNumber}{0}{1}")]
    [InlineData("%PDF-1.4 trailer <</Root 9 0 R>> startxref 0 %%EOF")]
    public void Words_that_look_like_markup_are_words(string name)
    {
        var content = PaperPress.Print(PaperForms.Fill("M05", Families.Zhang() with { Name = name })!.Paper).Content;
        using var document = PdfDocument.Open(content);

        Assert.Contains(Reader.Packed(name), Reader.TextOf(content), StringComparison.Ordinal);
        Assert.Null(Entry(document, "OpenAction"));
        Assert.DoesNotContain("/JavaScript", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("张")]
    [InlineData("x")]
    public void A_name_of_ten_thousand_letters_takes_room_and_breaks_nothing(string letter)
    {
        var printed = PaperPress.Print(PaperForms.Fill("M05", Families.Zhang() with { Name = string.Concat(Enumerable.Repeat(letter, 10_000)) })!.Paper);

        Assert.InRange(printed.Pages, 3, 60);
    }

    [Fact]
    public void A_title_cannot_break_out_of_the_files_own_words()
    {
        var paper = PaperForms.Fill("M05", Families.Zhang())!.Paper;
        var content = PaperPress.Print(paper with { Head = paper.Head with { Title = "a) /Evil (b\n>>" } }).Content;
        using var document = PdfDocument.Open(content);

        Assert.Equal("a) /Evil (b >>", document.Information.Title);
    }

    private static PrintedPaper Print(params Block[] blocks) => PaperPress.Print(PaperForms.Fill("M05", Families.Zhang())!.Paper with { Blocks = [.. blocks] });

    private static string? Entry(PdfDocument document, string name) =>
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create(name), out var token) ? (token as StringToken)?.Data ?? token.ToString() : null;
}
