using System.Text;
using CsCheck;
using OneVisit.Papers.Setting;

namespace OneVisit.Papers.Tests;

/// <summary>How lines end.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData("一二三四。五", "一二三", "四。五")]
    [InlineData("一二三四，五", "一二三", "四，五")]
    [InlineData("一二三四）。五", "一二三", "四）。五")]
    [InlineData("一二三（四五）", "一二三", "（四五）")]
    [InlineData("一二三《四》", "一二三", "《四》")]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(string text, params string[] lines) => Assert.Equal(lines, Broken(text, 4));

    [Fact]
    public void A_word_stays_whole_while_it_fits() => Assert.Equal(["see the", "village", "agent"], Broken("see the village agent", 4.2f));

    [Fact]
    public void A_word_longer_than_a_line_is_broken_where_the_line_ends() => Assert.True(Broken(new string('x', 40), 4).Count > 3);

    [Fact]
    public void A_number_stays_with_its_decimals() => Assert.Equal(["一共是一千三", "百元即", "1,300.50元"], Broken("一共是一千三百元即1,300.50元", 6));

    [Fact]
    public void A_dash_of_two_is_never_divided() => Assert.DoesNotContain(Broken("一二三——四五六", 4), line => line.StartsWith('—'));

    [Fact]
    public void Nothing_is_one_empty_line() => Assert.Equal([""], Broken("", 4));

    [Fact]
    public void Whatever_is_written_every_letter_is_set_once_and_no_line_is_too_wide()
    {
        var type = new TypeCase(PaperFont.Shared);
        Gen.Select(Gen.Char["一二三。，（）《》—…abc xyz1234-/“”　□"].Array[0, 60], Gen.Float[1, 12]).Sample((letters, width) =>
        {
            var set = type.LettersOf(new string(letters));
            var lines = LineBreaker.Lines(set, width);
            return Packed(lines.SelectMany(line => line)) == Packed(set) && lines.All(line => line.Length <= 1 || line.Sum(letter => letter.Width) <= width + 0.01f);
        });
    }

    private static string Packed(IEnumerable<Letter> letters) => Reader.Packed(string.Concat(letters.Select(letter => letter.Rune)));

    private static List<string> Broken(string text, float width) =>
        [.. LineBreaker.Lines(new TypeCase(PaperFont.Shared).LettersOf(text), width).Select(line => string.Concat(line.Select(letter => letter.Rune.ToString())))];
}
